#include "strategy/moved_market.hpp"

#include <gtest/gtest.h>

#include "pricing/european.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

const Date expiry{2027y / January / 15};
const InstrumentId xyz{"XYZ"};

InstrumentId put_of(Decimal strike) { return osi_id({"XYZ", expiry, Right::put, strike}); }

MovedMarket moved(const Book& book, VolatilityRule rule = {}) {
  return MovedMarket::of(book, movers(book.account, book.market, 1), std::move(rule)).value();
}

double price_in(const MarketSnapshot& market, const InstrumentId& id) {
  return to_double(*market.find(id)->price);
}

TEST(MovedMarket, UnmovedItIsTheMarketToTheNinthPlace) {
  BookOf book;
  book.shares("XYZ", 100, 101.123456789_d).option("XYZ", Right::put, 95_d, expiry, -1, 2.34_d);
  MovedMarket market = moved(book);
  const auto there = market.at({}, 0);
  ASSERT_TRUE(there);
  EXPECT_EQ((*there)->find(xyz)->price, 101.123456789_d);
  EXPECT_EQ((*there)->find(put_of(95_d))->price, 2.34_d);
}

TEST(MovedMarket, PricesFollowByBetaAndNamesAlone) {
  BookOf book;
  book.shares("XYZ", 100, 100_d, 1.5).shares("ABC", 100, 100_d, 0.5);
  MovedMarket market = moved(book);
  const MarketSnapshot* there = market.at({}, -0.2).value();
  EXPECT_DOUBLE_EQ(price_in(*there, xyz), 70);
  EXPECT_DOUBLE_EQ(price_in(*there, InstrumentId{"ABC"}), 90);
  there = market.at({xyz}, -0.2).value();
  EXPECT_DOUBLE_EQ(price_in(*there, xyz), 80);
  EXPECT_DOUBLE_EQ(price_in(*there, InstrumentId{"ABC"}), 100);
}

TEST(MovedMarket, OptionsAreValuedAgainAndPutBackWhereTheyDoNotFollow) {
  BookOf book;
  book.shares("XYZ", 100, 100_d).shares("ABC", 1, 10_d);
  book.option("XYZ", Right::put, 95_d, expiry, 1, 2_d);
  MovedMarket market = moved(book);
  EXPECT_GT(price_in(*market.at({xyz}, -0.1).value(), put_of(95_d)), 6);
  const MarketSnapshot* there = market.at({InstrumentId{"ABC"}}, -0.5).value();
  EXPECT_EQ(there->find(put_of(95_d))->price, 2_d);
  EXPECT_FALSE(there->find(put_of(95_d))->priced_by_volatility);
}

TEST(MovedMarket, VolatilitiesRiseAsTheTableSays) {
  const VolatilityRule rule{VolatilityMove::spot_volatility,
                            {{0, 0.18}, {-0.1, 0.38}, {-0.4, 0.80}}};
  EXPECT_DOUBLE_EQ(rule.shift(0), 0);
  EXPECT_DOUBLE_EQ(rule.shift(-0.05), 0.10);
  EXPECT_DOUBLE_EQ(rule.shift(-0.1), 0.20);
  EXPECT_DOUBLE_EQ(rule.shift(-0.9), 0.62) << "past the last point";
  EXPECT_DOUBLE_EQ(rule.shift(0.3), 0) << "nothing is taken off as the market rises";
  BookOf book;
  book.shares("XYZ", 100, 100_d).option("XYZ", Right::put, 95_d, expiry, 1, 2_d);
  MovedMarket still = moved(book), rising = moved(book, rule);
  EXPECT_GT(price_in(*rising.at({}, -0.05).value(), put_of(95_d)),
            price_in(*still.at({}, -0.05).value(), put_of(95_d)));
}

TEST(MovedMarket, StickyDeltaTakesTheVolatilityOfAsFarAStrike) {
  BookOf book;
  book.shares("XYZ", 100, 100_d);
  book.option("XYZ", Right::put, 100_d, expiry, 1, 3.5_d);  // about 23 %
  book.option("XYZ", Right::put, 90_d, expiry, 1, 1.5_d);   // about 31 %
  MovedMarket sticky = moved(book, {VolatilityMove::sticky_delta, {}}), still = moved(book);
  // A tenth down the put of 90 is at the money: it takes what that of 100 had.
  const double at_money = price_in(*sticky.at({}, -0.1).value(), put_of(90_d));
  EXPECT_NEAR(at_money, 0.9 * 3.5, 0.01) << "as 100 was at 100";
  EXPECT_GT(price_in(*still.at({}, -0.1).value(), put_of(90_d)), at_money);
}

TEST(MovedMarket, KinksAreWhereStrikesAreReached) {
  BookOf book;
  book.shares("XYZ", 100, 100_d, 2).option("XYZ", Right::put, 90_d, expiry, 1, 2_d);
  const MovedMarket market = moved(book);
  EXPECT_NEAR(market.kinks({}).back(), -0.05, 1e-12) << "beta 2";
  EXPECT_NEAR(market.kinks({xyz}).back(), -0.1, 1e-12);
  EXPECT_TRUE(market.kinks({InstrumentId{"ABC"}}).empty());
  const pricing::Option put{.payoff = pricing::Payoff::put,
                            .spot = 100,
                            .strike = 90,
                            .years = 56.0 / 365,
                            .rate = 0.04,
                            .volatility = *market.implied(xyz)};
  EXPECT_NEAR(pricing::european_price(put), 2, 1e-6);
}

TEST(MovedMarket, WithoutARateOptionsHaveNoValue) {
  BookOf book;
  book.shares("XYZ", 100, 100_d).option("XYZ", Right::put, 95_d, expiry, 1, 2_d);
  book.book().market.risk_free_rate.reset();
  const auto refused =
      MovedMarket::of(book, movers(book.book().account, book.book().market, 1), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().where, "risk_free_rate");
}

TEST(MovedMarket, NothingFallsBelowNothing) {
  BookOf book;
  book.fund("UPRO", "SPX", 3_d, 1, 90_d).fund("SPY", "SPX", 1_d, 1, 600_d);
  MovedMarket market = moved(book);
  const MarketSnapshot* there = market.at({}, -0.5).value();
  EXPECT_EQ(there->quotes.at(InstrumentId{"UPRO"}).price, 0.000000001_d) << "the least there is";
  EXPECT_DOUBLE_EQ(price_in(*there, InstrumentId{"SPY"}), 300);
}

TEST(MovedMarket, WhatOptionsAreOnKeepsEnoughToValueThem) {
  BookOf book;
  book.fund("UPRO", "SPX", 3_d, 1, 90_d).fund("SPY", "SPX", 1_d, 1, 600_d);
  book.option("UPRO", Right::put, 90_d, day + std::chrono::days{45}, 1, 5_d);
  MovedMarket market = moved(book);
  const MarketSnapshot* there = market.at({}, -0.5).value();
  EXPECT_NEAR(price_in(*there, InstrumentId{"UPRO"}), 90 * least_part, 1e-9);
}

}  // namespace
}  // namespace plimsoll::strategy
