#include "strategy/sale_trial.hpp"

#include <gtest/gtest.h>

#include "strategy/still_margin.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Money dollars(Decimal amount) { return {amount, usd}; }

TEST(SaleTrial, PaysWhatASaleCostsInCash) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-80'000_d);
  const auto may = sale_lines(book, {}, Gains::realised);
  SaleTrial trial{book, may->lines, 2_d};
  const auto today = trial.at({0});
  ASSERT_TRUE(today) << today.error().what;
  EXPECT_EQ(today->gap, dollars(-(30'000_d)));
  const auto then = trial.at({400});
  // 40,000 at five basis points is 20: equity 19,980, and 15,000 asked.
  EXPECT_EQ(then->room.equity, dollars(19'980_d));
  EXPECT_EQ(then->room.requirement, dollars(15'000_d));
  EXPECT_EQ(then->gap, dollars(-(10'020_d)));
  EXPECT_EQ(trial.cost({400}).paid(), dollars(20_d));
  EXPECT_EQ(trial.with_cash({400}, dollars(10'020_d))->gap, dollars(0_d));
  EXPECT_EQ(trial.evaluations(), 3);
}

TEST(SaleTrial, AShortOneIsBoughtBackForCash) {
  BookOf book{25_pct};
  book.quoted("XYZ", 100_d).cash(5'000_d);
  book.option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, -3, 2_d);
  CurePolicy policy;
  policy.half_spread = {};
  const auto may = sale_lines(book, policy, Gains::realised);
  SaleTrial trial{book, may->lines, 2_d};
  const auto after = trial.account_after({3});
  ASSERT_TRUE(after) << after.error().what;
  EXPECT_TRUE(after->positions.empty());
  EXPECT_EQ(after->cash->at(0), dollars(4'400_d));
}

TEST(SaleTrial, NoCallIsLeftWithoutItsCover) {
  BookOf book{25_pct};  // which asks for nothing of a call
  book.shares("XYZ", 250, 100_d).cash(0_d);
  book.option("XYZ", Right::call, 110_d, Date{2027y / January / 15}, -2, 2_d);
  const auto may = sale_lines(book, {}, Gains::realised);
  SaleTrial trial{book, may->lines, 2_d};
  EXPECT_TRUE(trial.at({50, 0}));
  EXPECT_FALSE(trial.at({51, 0}));
  EXPECT_TRUE(trial.at({150, 1}));
  EXPECT_FALSE(trial.at({151, 1}));
  EXPECT_TRUE(trial.at({250, 2}));
  EXPECT_EQ(trial.evaluations(), 3) << "the method is not asked of what is not done";
}

TEST(SaleTrial, AMarketThatStandsStillIsLookedAtOnce) {
  BookOf book{25_pct};
  book.shares("XYZ", 100, 100_d).cash(0_d);
  int markets = 0, asked = 0;
  book.book().margin = MarginOverMarkets{
      .any = flat(25_pct), .over = [&](const Account&, const MarketSnapshot&) {
        ++markets;
        return MarginFunction{[&](const Account& account, const MarketSnapshot& market) {
          ++asked;
          return flat(25_pct)(account, market);
        }};
      }};
  const auto may = sale_lines(book, {}, Gains::realised);
  SaleTrial trial{book, may->lines, 2_d};
  EXPECT_EQ(trial.at({10})->room.requirement, room(book)->requirement - dollars(250_d));
  EXPECT_TRUE(trial.at({20}));
  EXPECT_EQ(markets, 1);
  EXPECT_EQ(asked, 2);
}

TEST(SaleTrial, CashGoesToItsOwnCurrency) {
  Account account;
  account.cash = {{5_d, Currency::of("EUR")}};
  pay_in(account, dollars(7_d));
  EXPECT_EQ(account.cash->size(), 2u);
  pay_in(account, dollars(-(3_d)));
  EXPECT_EQ(account.cash->back(), dollars(4_d));
}

}  // namespace
}  // namespace plimsoll::strategy
