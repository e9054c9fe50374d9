#include "strategy/distance.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "pricing/european.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

TEST(Distance, OfOneStockIsByArithmetic) {
  // V* = D / (1 - m): 100,000 / 0.7 = 142,857.14 of 200,000.
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const auto far = distance(book, {});
  ASSERT_TRUE(far) << far.error().what;
  ASSERT_TRUE(far->market.down);
  EXPECT_NEAR(far->market.down->move, -0.2857142857142857, 1e-10);
  EXPECT_FALSE(far->market.down->jump);
  EXPECT_FALSE(far->market.up);
  ASSERT_EQ(far->names.size(), 1u);
  EXPECT_NEAR(far->names[0].down->move, -0.2857142857142857, 1e-10);
  EXPECT_NEAR(to_double(far->names[0].down->price->per_unit), 71.4285714, 1e-7);
}

TEST(Distance, WhatATenthTakes) {
  BookOf book{25_pct};
  book.shares("XYZ", -1000, 100_d).cash(180'000_d);
  const auto far = distance(book, {});
  EXPECT_EQ(far->after.down->equity, 90'000_usd);
  EXPECT_EQ(far->after.up->equity, 70'000_usd);
  EXPECT_TRUE(far->market.nearest_is_down() == false && far->market.up);
}

TEST(Distance, CalledAlreadyIsNoneInSigmas) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-80'000_d).quoted("VIX", 20_d);
  const auto far = distance(book, {});
  EXPECT_TRUE(far->called());
  EXPECT_EQ(far->daily_sigmas(far->market), std::nullopt);
}

// 2,000 shares at 100 owing 110,000, a quarter of the shares asked; k puts of 90 for 45 days. How
// volatile does not matter so far down: the root is where the puts are their strike less the price.
TEST(Distance, PutsMoveTheEdgeAwayUntilThereIsNone) {
  const auto with_puts = [](std::int64_t contracts) {
    BookOf book{25_pct};
    book.shares("XYZ", 2000, 100_d).cash(-110'000_d);
    if (contracts == 0) return distance(book, {})->market;
    const double put = pricing::european_price({.payoff = pricing::Payoff::put,
                                                .spot = 100,
                                                .strike = 90,
                                                .years = 45.0 / 365,
                                                .rate = 0.04,
                                                .volatility = 0.3});
    const Decimal price = Decimal::from_nano(static_cast<Int128>(std::llround(put * 1e9)));
    book.cash(Decimal{} - multiply(Decimal{contracts * 100}, price, Round::half_even));
    book.option("XYZ", Right::put, 90_d, Date{2027y / January / 4}, contracts, price);
    book.cash(multiply(Decimal{contracts * 100}, price, Round::half_even));
    return distance(book, {})->market;
  };
  EXPECT_NEAR(with_puts(0).down->move, -0.2666666666666667, 1e-9);
  EXPECT_NEAR(with_puts(10).down->move, -0.5911451395194547, 1e-9);
  EXPECT_FALSE(with_puts(20).down);
}

TEST(Distance, AStrangleHasTwoEdges) {
  BookOf book{0_pct};
  const Date expiry{2027y / January / 15};
  book.quoted("XYZ", 100_d).cash(30'000_d);
  book.option("XYZ", Right::put, 90_d, expiry, -20, 2_d);
  book.option("XYZ", Right::call, 110_d, expiry, -20, 2_d);
  const auto far = distance(book, {});
  ASSERT_TRUE(far) << far.error().what;
  ASSERT_TRUE(far->market.down && far->market.up);
  EXPECT_EQ(far->market.roots.size(), 2u);
  EXPECT_LT(far->market.down->move, -0.1);
  EXPECT_GT(far->market.up->move, 0.1);
  // Where volatility rises as the market falls, the edge below is nearer; the one above is not.
  const auto with_volatility = distance(book, {.volatility_move = VolatilityMove::spot_volatility});
  ASSERT_TRUE(with_volatility);
  EXPECT_GT(with_volatility->market.down->move, far->market.down->move);
  EXPECT_NEAR(with_volatility->market.up->move, far->market.up->move, 1e-9);
}

TEST(Distance, OfTheMarketAloneIsTheSame) {
  BookOf linear{25_pct};
  linear.shares("AAA", 1000, 100_d, 1.2).shares("BBB", 500, 100_d, 0.8).cash(-90'000_d);
  BookOf written{0_pct};
  written.quoted("XYZ", 100_d).cash(30'000_d);
  written.option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, -20, 2_d);
  for (const Book& book : {linear.book(), written.book()}) {
    const auto far = distance(book, {});
    const auto alone = market_alone(book, {});
    ASSERT_TRUE(far && alone);
    EXPECT_EQ(alone->roots, far->market.roots);
    EXPECT_EQ(alone->down->move, far->market.down->move);
    EXPECT_EQ(alone->up.has_value(), far->market.up.has_value());
    EXPECT_EQ(alone->closed_form, far->market.closed_form);
    EXPECT_EQ(alone->exposure, far->market.exposure);
  }
  BookOf unknown{30_pct};
  unknown.shares("XYZ", 2000, 100_d);
  unknown.book().account.cash.reset();
  EXPECT_FALSE(market_alone(unknown, {}));
}

TEST(Distance, FundsOnOneIndexMoveTogether) {
  BookOf book{25_pct};
  book.fund("SPY", "SPX", 1_d, 100, 600_d).fund("UPRO", "SPX", 3_d, 200, 100_d).cash(-40'000_d);
  const auto far = distance(book, {});
  ASSERT_TRUE(far);
  ASSERT_EQ(far->names.size(), 1u);
  EXPECT_EQ(far->names[0].name, InstrumentId{"SPX"});
  EXPECT_EQ(far->names[0].moved.size(), 2u);
  EXPECT_NEAR(far->names[0].down->move, far->market.down->move, 1e-10);
  // 40,000 of equity, 20,000 asked; a move x changes both by 0.75 of 60,000 x + 20,000 * 3 x.
  EXPECT_NEAR(far->market.down->move, -20'000.0 / 90'000, 1e-9);
}

TEST(Distance, BelowAlreadyIsSaid) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-150'000_d);
  const auto far = distance(book, {});
  ASSERT_TRUE(far);
  EXPECT_TRUE(far->called());
  ASSERT_TRUE(far->market.up) << "a rise would cure it";
}

TEST(Distance, WithoutCashItIsRefused) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d);
  book.book().account.cash.reset();
  const auto far = distance(book, {});
  ASSERT_FALSE(far);
  EXPECT_NE(far.error().what.find("cash is not known"), std::string::npos);
}

TEST(Distance, ABetaOfNothingIsAssumedAloud) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  book.book().market.quotes[InstrumentId{"XYZ"}].beta.reset();
  EXPECT_EQ(distance(book, {})->assumed_beta, std::vector{InstrumentId{"XYZ"}});
}

// As the debit grows the distance shrinks.
TEST(Distance, IsMonotoneInTheDebit) {
  double last = -1;
  for (const std::int64_t debit : {10'000, 50'000, 90'000, 120'000, 149'000}) {
    BookOf book{25_pct};
    book.shares("XYZ", 2000, 100_d).cash(Decimal{-debit});
    const double move = distance(book, {})->market.down->move;
    EXPECT_GT(move, last);
    last = move;
  }
}

}  // namespace
}  // namespace plimsoll::strategy
