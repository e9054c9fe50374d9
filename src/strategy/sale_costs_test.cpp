#include "strategy/sale_costs.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Money dollars(Decimal amount) { return {amount, usd}; }

Result<SaleCosts> costs_of(Book& book, const CurePolicy& policy = {}) {
  return SaleCosts::of(book.account.positions[0], book.account, book.market, policy);
}

TEST(SaleCosts, ImpactOfATenthOfADay) {
  // 2 % a day, a tenth of a day's volume: two thirds of 0.02 x root of 0.1 is 42.2 bp.
  EXPECT_NEAR(average_impact({}, 0.02, 0.1) * 1e4, 42.16, 0.005);
  EXPECT_NEAR(end_impact({}, 0.02, 0.1), 0.0063246, 1e-7);
}

TEST(SaleCosts, OfAThousandSharesWithBidAndAsk) {
  BookOf book;
  book.shares("XYZ", 2000, 100_d);
  Quote& quote = book.book().market.quotes[InstrumentId{"XYZ"}];
  quote.bid = 99.95_d;
  quote.ask = 100.05_d;
  quote.adv = 10'000;
  quote.volatility = 0.02 * std::sqrt(252.0);
  book.book().account.positions[0].average_cost = 80_usd_each;
  const auto costs = costs_of(book.book());
  ASSERT_TRUE(costs) << costs.error().what;
  const SaleCost cost = costs->at(Quantity::of(1000));
  EXPECT_EQ(cost.spread, dollars(50_d));
  EXPECT_NEAR(to_double(cost.impact.amount), 421.637, 0.001);
  // 20 a share at 37 %: how long it was held is not known.
  EXPECT_EQ(cost.tax, dollars(7'400_d));
  EXPECT_TRUE(costs->missing(Quantity::of(1000)).holding_period);
  EXPECT_EQ(costs->spread_from(), SpreadFrom::quote);
  EXPECT_EQ(cost.paid(), cost.spread + cost.impact);
  EXPECT_NEAR(costs->paid_at(1000), to_double(cost.paid().amount), 1e-6);
  EXPECT_NEAR(costs->total_at(1000), to_double(cost.total().amount), 1e-6);
}

TEST(SaleCosts, WhatIsNotKnownIsNamedAndNotNothing) {
  BookOf book;
  book.shares("XYZ", 2000, 100_d);
  const auto costs = costs_of(book.book());
  EXPECT_EQ(costs->spread_from(), SpreadFrom::policy);
  EXPECT_TRUE(costs->missing(Quantity::of(1)).daily_volume);
  EXPECT_TRUE(costs->missing(Quantity::of(1)).volatility);
  EXPECT_TRUE(costs->missing(Quantity::of(1)).cost_basis);
  EXPECT_EQ(costs->at(Quantity::of(1000)).spread, dollars(50_d)) << "0.05 % of 100,000";
  EXPECT_EQ(costs->without_gains(), Quantity{});
}

TEST(SaleCosts, LossesFirstThenTheDearestLot) {
  BookOf book;
  book.shares("XYZ", 400, 100_d);
  book.book().account.positions[0].lots = {
      {Quantity::of(100), 50_usd_each, Date{2020y / January / 2}},    // 50 at 20 %: 10 a share
      {Quantity::of(100), 120_usd_each, Date{2020y / January / 2}},   // -20 at 20 %: -4
      {Quantity::of(100), 90_usd_each, Date{2026y / October / 1}},    // 10 at 37 %: 3.70
      {Quantity::of(100), 120_usd_each, Date{2026y / October / 1}}};  // -20 at 37 %: -7.40
  const auto costs = costs_of(book.book());
  EXPECT_EQ(costs->at(Quantity::of(100)).tax, dollars(-(740_d)));
  EXPECT_EQ(costs->at(Quantity::of(200)).tax, dollars(-(1'140_d)));
  EXPECT_EQ(costs->at(Quantity::of(300)).tax, dollars(-(770_d)));
  EXPECT_EQ(costs->at(Quantity::of(400)).tax, dollars(230_d));
  EXPECT_EQ(costs->without_gains(), Quantity::of(200));
  const std::vector<Lot> left = costs->lots_left(Quantity::of(250));
  ASSERT_EQ(left.size(), 2u);
  EXPECT_EQ(left[0].cost, 50_usd_each);
  EXPECT_EQ(left[1].cost, 90_usd_each);
  EXPECT_EQ(left[1].quantity, Quantity::of(50));
}

TEST(SaleCosts, AYearIsMoreThanAYear) {
  BookOf book;
  book.shares("XYZ", 100, 100_d);
  const auto tax_of = [&](Date bought) {
    book.book().account.positions[0].lots = {{Quantity::of(100), 90_usd_each, bought}};
    return costs_of(book.book())->at(Quantity::of(100)).tax;
  };
  EXPECT_EQ(tax_of(Date{2025y / November / 20}), dollars(370_d)) << "a year to the day is short";
  EXPECT_EQ(tax_of(Date{2025y / November / 19}), dollars(200_d));
}

TEST(SaleCosts, AShortPositionGainsAsPricesFall) {
  BookOf book;
  book.shares("XYZ", -100, 100_d);
  book.book().account.positions[0].lots = {
      {Quantity::of(-100), 120_usd_each, Date{2020y / January / 2}}};
  EXPECT_EQ(costs_of(book.book())->at(Quantity::of(100)).tax, dollars(740_d));
}

TEST(SaleCosts, WhatGoesFirstMayBeKnownWhereTheRestIsNot) {
  BookOf book;
  book.shares("XYZ", 300, 100_d);
  Position& held = book.book().account.positions[0];
  held.lots = {{Quantity::of(100), 80_usd_each, Date{2020y / January / 2}}};
  const auto costs = costs_of(book.book());
  EXPECT_FALSE(costs->missing(Quantity::of(100)).cost_basis);
  EXPECT_TRUE(costs->missing(Quantity::of(101)).cost_basis);
  held.average_cost = 90_usd_each;
  EXPECT_FALSE(costs_of(book.book())->missing(Quantity::of(300)).cost_basis);
  EXPECT_TRUE(costs_of(book.book())->missing(Quantity::of(300)).holding_period);
}

TEST(SaleCosts, NoTaxInARetirementAccount) {
  BookOf book;
  book.shares("XYZ", 100, 100_d);
  book.book().account.kind = AccountKind::retirement;
  const auto costs = costs_of(book.book());
  EXPECT_FALSE(costs->missing(Quantity::of(100)).cost_basis);
  EXPECT_EQ(costs->without_gains(), Quantity::of(100));
}

TEST(SaleCosts, AnOptionIsWorthItsMultiplier) {
  BookOf book;
  book.quoted("XYZ", 100_d).option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, 3, 2_d);
  Quote& quote = book.book().market.quotes[id_of(book.book().account.positions[0].instrument)];
  quote.bid = 1.9_d;
  quote.ask = 2.1_d;
  quote.volatility = 0.3;  // of the share
  quote.adv = 100;
  EXPECT_EQ(costs_of(book.book())->at(Quantity::of(3)).spread, dollars(30_d));
  EXPECT_TRUE(costs_of(book.book())->missing(Quantity::of(1)).volatility);
}

TEST(SaleCosts, WithoutAPriceItIsRefused) {
  BookOf book;
  book.shares("XYZ", 100, 100_d);
  book.book().market.quotes[InstrumentId{"XYZ"}].price.reset();
  EXPECT_FALSE(costs_of(book.book()));
}

TEST(SaleCosts, TwoSubAccountsTogether) {
  BookOf book;
  book.shares("XYZ", 100, 100_d).shares("XYZ", 50, 100_d);
  auto& positions = book.book().account.positions;
  positions[0].lots = {{Quantity::of(100), 90_usd_each, Date{2020y / January / 2}}};
  positions[1].lots = {{Quantity::of(50), 110_usd_each, Date{2020y / January / 2}}};
  auto costs = costs_of(book.book());
  costs->add(*SaleCosts::of(positions[1], book.book().account, book.book().market, {}));
  EXPECT_EQ(costs->at(Quantity::of(50)).tax, dollars(-(100_d)));
  EXPECT_EQ(costs->at(Quantity::of(150)).tax, dollars(100_d));
}

}  // namespace
}  // namespace plimsoll::strategy
