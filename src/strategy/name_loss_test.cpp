#include "strategy/name_loss.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

constexpr Date expiry{2027y / January / 15};

NameLoss of(const Book& book, const char* name) {
  auto made = concentration(book, {}, {.room = *room(book)});
  EXPECT_TRUE(made) << made.error().what;
  for (const NameLoss& one : made->wiping)
    if (one.name == InstrumentId{name}) return one;
  ADD_FAILURE() << name;
  return {};
}

TEST(NameLoss, AFallOfEquityOverExposure) {
  BookOf book{25_pct};
  book.shares("AAA", 600, 100_d).shares("BBB", 300, 100_d).cash(-40'000_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 50.0 / 60);
  EXPECT_FALSE(of(book, "BBB").fall) << "30,000 are lost, 20,000 remain";
  EXPECT_EQ(of(book, "BBB").loss_at_nothing, (Money{30'000_d, usd}));
  EXPECT_FALSE(of(book, "AAA").rise);
}

TEST(NameLoss, TheNearestComesFirst) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).shares("BBB", 300, 100_d).cash(-35'000_d);
  const auto made = concentration(book, {}, {.room = *room(book.book())});
  EXPECT_EQ(made->wiping[0].name, InstrumentId{"BBB"});
}

TEST(NameLoss, AShortIsWipedByARise) {
  BookOf book{25_pct};
  book.shares("AAA", -100, 100_d).cash(30'000_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").rise, 2);
  EXPECT_FALSE(of(book, "AAA").fall);
  EXPECT_EQ(of(book, "AAA").loss_at_nothing, (Money{-10'000_d, usd}));
}

TEST(NameLoss, APutHoldsTheFall) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).cash(-5'000_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 0.5);
  book.option("AAA", Right::put, 90_d, expiry, 1, 2_d);
  // 10,000 of shares and 200 of the put, for a strike of 90 in 56 days.
  const double strike = 9'000 * std::exp(-0.04 * 56 / 365);
  EXPECT_NEAR(to_double(of(book, "AAA").loss_at_nothing.amount), 10'200 - strike, 0.01);
  EXPECT_FALSE(of(book, "AAA").fall);
}

TEST(NameLoss, AShortPutLosesItsStrike) {
  BookOf book{25_pct};
  book.shares("AAA", 1, 100_d).option("AAA", Right::put, 90_d, expiry, -2, 3_d).cash(9'000_d);
  const double strike = 18'000 * std::exp(-0.04 * 56 / 365);
  EXPECT_NEAR(to_double(of(book, "AAA").loss_at_nothing.amount), strike - 600 + 100, 0.01);
  // 9,000 + 100 - 600 are left; so far in the money the puts are their strike less the share:
  // 100 x + strike - 200 × 100 (1 - x) - 600 = 8,500.
  EXPECT_NEAR(*of(book, "AAA").fall, (8'500 + 600 - strike + 20'000) / 20'100, 1e-5);
}

TEST(NameLoss, ACoveredCallIsNoHedgeOfAFall) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).option("AAA", Right::call, 110_d, expiry, -1, 4_d);
  book.cash(-3'600_d);
  EXPECT_NEAR(*of(book, "AAA").fall, 0.64, 1e-6) << "6,000, and the call's 400 are kept";
  EXPECT_FALSE(of(book, "AAA").rise) << "what is called away is there";
}

TEST(NameLoss, FarPutsHoldNothingBeforeTheirStrike) {
  BookOf book{25_pct};
  book.shares("AAA", 1'000, 100_d).cash(-60'000_d);
  book.option("AAA", Right::put, 50_d, expiry, 10, 0.01_d);
  const NameLoss loss = of(book, "AAA");
  // 40,010 of 100,000 less what the puts, still eight dollars above their strike, are worth there.
  EXPECT_GT(*loss.fall, 0.4001);
  EXPECT_LT(*loss.fall, 0.43);
  const double strike = 50'000 * std::exp(-0.04 * 56 / 365);
  EXPECT_NEAR(to_double(loss.loss_at_nothing.amount), 100'010 - strike, 0.01);
  EXPECT_EQ(loss.exposure, loss.loss_at_nothing) << "nowhere on the way is more lost";
}

TEST(NameLoss, WhatIsShortIsNotLostBeforeItsStrike) {
  BookOf book{25_pct};
  book.quoted("SPX", 5'000_d).cash(300'000_d);
  book.option("SPX", Right::put, 4'700_d, expiry, -3, 51_d);
  book.option("SPX", Right::call, 5'300_d, expiry, -3, 31_d);
  const NameLoss loss = of(book, "SPX");
  // The cash of 300,000 is what 300 puts cost: strike - spot = 1,000.
  const double strike = 4'700 * std::exp(-0.04 * 56 / 365);
  EXPECT_NEAR(*loss.fall, (1'000 - strike + 5'000) / 5'000, 1e-4);
  EXPECT_NEAR(*loss.fall, 0.266, 1e-3);
  EXPECT_NEAR(*loss.rise, 0.26, 0.01) << "and 300 calls: 5,264 forward, 1,000 above";
}

TEST(NameLoss, ANameWhoseOptionsHaveNoValueIsTold) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).option("AAA", Right::put, 90_d, expiry, 1, 2_d);
  book.book().market.risk_free_rate.reset();
  const auto made = concentration(book, {}, {.room = *room(book.book())});
  EXPECT_TRUE(made->wiping.empty());
  const auto told =
      std::ranges::find(made->not_applied, std::string{"loss of AAA alone"}, &NotApplied::what);
  ASSERT_NE(told, made->not_applied.end());
  EXPECT_NE(told->missing_input.find("rate"), std::string::npos) << told->missing_input;
}

TEST(NameLoss, AFundOfThreeTimesIsGoneAtAThird) {
  BookOf book{25_pct};
  book.fund("AAA3", "AAA", 3_d, 100, 100_d).shares("AAA", 100, 100_d).cash(-8'000_d);
  // Up to a third, 40,000 of exposure: 12,000 / 40,000.
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 0.3);
  EXPECT_EQ(of(book, "AAA").loss_at_nothing, (Money{20'000_d, usd}));
  book.cash(2'000_d);  // 14,000: 13,333.33 at a third, then 10,000 alone
  EXPECT_NEAR(*of(book, "AAA").fall, 0.4, 1e-12);
}

TEST(NameLoss, WithoutEquityNothingIsLeftToWipe) {
  BookOf book{25_pct};
  book.shares("AAA", 1, 100_d).cash(-200_d);
  EXPECT_FALSE(of(book, "AAA").fall);
}

}  // namespace
}  // namespace plimsoll::strategy
