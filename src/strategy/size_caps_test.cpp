#include "strategy/size_caps.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

SizeCaps of(const Book& book, const Policy& policy = {}, const CapTerms& terms = {}) {
  const auto today = buffer(book, policy, {});
  EXPECT_TRUE(today) << today.error().what;
  return size_caps(book, policy, *today, book_moves(book, policy), terms);
}

double leverage(const SizeCaps& caps, CapRule rule) {
  const Cap* cap = caps.find(rule);
  EXPECT_TRUE(cap->leverage) << word_of(rule) << ": " << cap->missing;
  return cap->leverage.value_or(-1);
}

/// 200,000 at a requirement of 30 %, 100,000 of it borrowed.
BookOf levered(double beta = 1) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d, beta).cash(-100'000_d);
  return book;
}

TEST(SizeCaps, OfRequirementShockAndPolicy) {
  const SizeCaps caps = of(levered());
  EXPECT_DOUBLE_EQ(*caps.leverage, 2);
  EXPECT_DOUBLE_EQ(leverage(caps, CapRule::policy), 2);
  EXPECT_NEAR(leverage(caps, CapRule::requirement), 1.6667, 5e-5) << "1 / (2 x 0.3)";
  EXPECT_NEAR(leverage(caps, CapRule::shock_survival), 1.861, 5e-4) << "2020: 33.9 %";
  EXPECT_EQ(*caps.find(CapRule::policy)->room, zero(usd));
  EXPECT_NEAR(to_double(caps.find(CapRule::requirement)->room->amount), -33'333.33, 0.01)
      << "(1.6667 - 2) x 100,000";
}

TEST(SizeCaps, TheLeastBinds) {
  const SizeCaps caps = of(levered());
  EXPECT_EQ(caps.binding()->rule, CapRule::requirement);
  Policy policy;
  policy.size.shock_decline = 0.568;
  policy.buffer.target_multiple = 1.1;
  const SizeCaps harder = of(levered(), policy);
  EXPECT_EQ(harder.binding()->rule, CapRule::shock_survival);
  EXPECT_NEAR(*harder.binding()->leverage, 1 / (1 - 0.7 * (1 - 0.568)), 1e-12) << "2007-09: 56.8 %";
}

TEST(SizeCaps, AFallIsTheMarketsTimesTheBooksBeta) {
  EXPECT_NEAR(leverage(of(levered(1.5)), CapRule::shock_survival),
              1 / (1 - 0.7 * (1 - 1.5 * 0.339)), 1e-12);
  // Past nothing no book falls: what is required of nothing is nothing.
  EXPECT_DOUBLE_EQ(leverage(of(levered(4)), CapRule::shock_survival), 1);
}

TEST(SizeCaps, WithoutVolatilityItIsNamed) {
  const SizeCaps caps = of(levered());
  for (const CapRule rule : {CapRule::call_probability, CapRule::expected_shortfall,
                             CapRule::volatility_target, CapRule::kelly, CapRule::fraction_kelly}) {
    EXPECT_FALSE(caps.find(rule)->leverage);
    EXPECT_FALSE(caps.find(rule)->room);
    EXPECT_NE(caps.find(rule)->missing.find("VIX"), std::string::npos) << word_of(rule);
  }
}

TEST(SizeCaps, ByHowMuchTheBookMoves) {
  BookOf book = levered();
  book.quoted("VIX", 16_d);
  Policy policy;
  policy.time_to_call.expected_return = 0.10;
  policy.size.leverage_most = 3;
  const SizeCaps caps = of(book, policy, {.borrowing_rate = 0.055});
  EXPECT_NEAR(leverage(caps, CapRule::call_probability), 2.62, 5e-3);
  // ES of the worst 2.5 % of normal days: 2.3378 deviations of 1.0079 %.
  EXPECT_NEAR(leverage(caps, CapRule::expected_shortfall), 0.05 / (2.337803 * 0.16 / 15.874508),
              1e-6);
  EXPECT_DOUBLE_EQ(leverage(caps, CapRule::volatility_target), 1);
  EXPECT_NEAR(leverage(caps, CapRule::kelly), 1.758, 5e-4);
  EXPECT_NEAR(leverage(caps, CapRule::fraction_kelly), 0.879, 5e-4);
  EXPECT_EQ(caps.binding()->rule, CapRule::fraction_kelly);
  EXPECT_EQ(caps.binding_limit()->rule, CapRule::volatility_target) << "on no estimate of return";
}

TEST(SizeCaps, OfBetaTwoMovesTwiceAsMuch) {
  BookOf book = levered(2);
  book.quoted("VIX", 16_d);
  const SizeCaps caps = of(book);
  EXPECT_DOUBLE_EQ(*caps.risk.volatility, 0.32);
  EXPECT_DOUBLE_EQ(leverage(caps, CapRule::volatility_target), 0.5);
}

TEST(SizeCaps, WithoutAMoveTheRegulationStands) {
  BookOf book = levered(0);
  book.quoted("VIX", 16_d);
  const SizeCaps caps = of(book);
  EXPECT_FALSE(caps.find(CapRule::shock_survival)->leverage);
  EXPECT_FALSE(caps.find(CapRule::volatility_target)->leverage);
  EXPECT_EQ(caps.find(CapRule::volatility_target)->missing.find("limits nothing"), 0u);
  EXPECT_EQ(caps.binding()->rule, CapRule::requirement);
}

TEST(SizeCaps, LendingAboveBorrowingIsRefused) {
  BookOf book = levered();
  book.quoted("VIX", 16_d);
  const SizeCaps caps = of(book, {}, {.borrowing_rate = 0.03});
  EXPECT_NE(caps.find(CapRule::kelly)->missing.find("above the borrowing rate"), std::string::npos);
}

TEST(SizeCaps, WithoutRatesTheyAreNamed) {
  BookOf book = levered();
  book.quoted("VIX", 16_d);
  book.book().market.risk_free_rate.reset();
  const SizeCaps caps = of(book);
  EXPECT_NE(caps.find(CapRule::call_probability)->missing.find("borrowed"), std::string::npos);
  EXPECT_NE(caps.find(CapRule::kelly)->missing.find("risk_free_rate"), std::string::npos);
}

TEST(SizeCaps, WithoutEquityThereIsNoLeverage) {
  BookOf book{30_pct};
  book.shares("XYZ", 10, 100_d).cash(-2'000_d);
  const SizeCaps caps = of(book);
  EXPECT_FALSE(caps.leverage);
  EXPECT_TRUE(caps.find(CapRule::requirement)->leverage);
  EXPECT_FALSE(caps.find(CapRule::requirement)->room);
}

TEST(SizeCaps, OfCashAloneOnlyThePolicyLimits) {
  BookOf book{30_pct};
  book.cash(1'000_d).quoted("VIX", 16_d);
  const SizeCaps caps = of(book);
  EXPECT_DOUBLE_EQ(*caps.leverage, 0);
  EXPECT_EQ(caps.binding()->rule, CapRule::policy);
  EXPECT_EQ(*caps.binding()->room, (Money{2'000_d, usd}));
  EXPECT_EQ(caps.find(CapRule::kelly)->missing, "nothing with a market value is held");
}

}  // namespace
}  // namespace plimsoll::strategy
