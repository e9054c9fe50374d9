#include "engine/brokers.hpp"

#include <gtest/gtest.h>

#include "engine/answered.hpp"
#include "engine/compared_for_tests.hpp"

namespace plimsoll::engine {
namespace {

using testing::borrowed;

std::vector<strategy::Broker> of(const CompareRequest& request) {
  return brokers(request, admitted(submitted(request.analysis.margin), {}), "reg_t");
}

TEST(Brokers, EachHouseWithItsRatesThenThoseWithout) {
  CompareRequest request = borrowed();
  request.analysis.financing.benchmark_rate = 0.04_d;
  const auto all = of(request);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].title, "Easy Pro");
  EXPECT_EQ(all[0].house, "easy");
  EXPECT_EQ(all[0].schedule, "easy-usd");
  EXPECT_EQ(all[0].standing->requirement, 50'000_usd);
  EXPECT_NEAR(*all[0].standing->decline(), 1.0 / 3, 1e-9);
  // 50,000 at 5.5 % and as much at 5 %, 365 days of a year of 360.
  EXPECT_EQ(all[0].cost_a_year, 2788.194444445_usd + 2534.722222223_usd);
  EXPECT_EQ(all[0].effective, Percent{0.0525_d});
  EXPECT_FALSE(all[0].own);

  EXPECT_EQ(all[1].standing->requirement, 80'000_usd);
  EXPECT_NEAR(*all[1].standing->decline(), 1 - 1 / 1.2, 1e-9);
  EXPECT_EQ(all[1].cost_a_year, 8111.111111112_usd);

  EXPECT_EQ(all[2].title, "A Broker");
  EXPECT_EQ(all[2].standing->requirement, 60'000_usd);
  EXPECT_FALSE(all[2].cost_a_year);
  EXPECT_EQ(all[2].no_cost->what,
            "no rate schedule for USD is at hand; add one with its house to --profiles");

  EXPECT_EQ(all[3].name, "other-usd");
  EXPECT_TRUE(all[3].house.empty());
  EXPECT_TRUE(all[3].standing->lower_bound);
  EXPECT_EQ(all[3].standing->requirement, 50'000_usd);
  EXPECT_TRUE(all[3].cheapest);
  EXPECT_TRUE(all[0].farthest);
  EXPECT_FALSE(all[3].farthest) << "the law alone";
}

TEST(Brokers, WithoutABenchmarkOneCostIsUnknownAndTheRestAre) {
  const auto all = of(borrowed());
  EXPECT_FALSE(all[0].cost_a_year);
  EXPECT_FALSE(all[0].effective);
  EXPECT_EQ(all[0].no_cost->where, "financing.benchmark_rate");
  EXPECT_TRUE(all[1].cost_a_year);
}

TEST(Brokers, WhatIsAgreedWithOnesOwnIsNoOthers) {
  CompareRequest request = borrowed();
  request.analysis.financing = {.schedule = "hard-usd", .base_rate = 0.07_d};
  auto all = of(request);
  EXPECT_TRUE(all[1].own);
  EXPECT_EQ(all[1].effective, Percent{0.07_d});
  EXPECT_EQ(all[3].effective, Percent{0.05_d});
  request.analysis.financing.rate = 0.06_d;
  all = of(request);
  EXPECT_EQ(all[1].effective, Percent{0.06_d});
  EXPECT_EQ(all[3].effective, Percent{0.05_d});
}

TEST(Brokers, NothingOwedCostsNothingAnywhere) {
  CompareRequest request = borrowed();
  request.analysis.margin.account.cash = {{{.currency = "USD", .amount = 1_d}}};
  request.analysis.financing.benchmark_rate = 0.04_d;
  for (const strategy::Broker& one : of(request)) {
    EXPECT_EQ(one.cost_a_year, 0_usd) << one.title;
    EXPECT_FALSE(one.effective);
    EXPECT_FALSE(one.no_cost);
    EXPECT_FALSE(one.cheapest);
  }
}

TEST(Brokers, WithoutCashCostAndDistanceSayWhy) {
  CompareRequest request = borrowed();
  request.analysis.margin.account.cash.reset();
  for (const strategy::Broker& one : of(request)) {
    EXPECT_TRUE(one.standing);
    EXPECT_TRUE(one.standing->no_market);
    EXPECT_FALSE(one.cost_a_year);
    EXPECT_TRUE(one.no_cost->what.contains("cash is not known")) << one.no_cost->what;
  }
}

TEST(Brokers, ADebitInAnotherCurrencyIsNotLeftOut) {
  CompareRequest request = borrowed();
  request.analysis.margin.account.cash = {
      {{.currency = "USD", .amount = -50'000_d}, {.currency = "EUR", .amount = -1'000_d}}};
  request.analysis.margin.market.currencies = {{Currency::of("EUR"), 1.1_d}};
  auto all = of(request);
  EXPECT_FALSE(all[1].cost_a_year) << "no schedule of that broker for euros";
  EXPECT_TRUE(all[1].no_cost->what.contains("1000.00 EUR")) << all[1].no_cost->what;
  const Node euros = testing::with(
      testing::rates_of("hard-eur", "Hard", "hard", testing::flat_file("0.04", {{"", "0"}})),
      "currency", "EUR");
  ASSERT_TRUE(request.analysis.schedules.add(rate_schedule(euros, "e.toml").value()));
  all = of(request);
  ASSERT_EQ(all.size(), 4u) << "a second currency is no second broker";
  // 4,055.555555556 of dollars, and 40.555555556 euros at 1.1.
  EXPECT_EQ(all[1].cost_a_year, 4055.555555556_usd + 44.611111112_usd);
  EXPECT_FALSE(all[1].effective) << "of no one debit";
}

TEST(Brokers, BeforeTheirFirstDayAreNamed) {
  CompareRequest request = borrowed();
  ASSERT_TRUE(request.houses.add(testing::house_asking("young", "0.3", "2026-11-20")));
  request.analysis.margin.account.as_of = request.analysis.margin.market.as_of =
      Date{2025y / December / 31};
  const auto all = of(request);
  ASSERT_EQ(all.size(), 4u) << "and no schedule without a house is in force";
  EXPECT_TRUE(all[0].no_cost->what.contains("has no file for 2025-12-31"));
  EXPECT_FALSE(all[3].standing);
  EXPECT_EQ(all[3].no_standing->reason, Reason::not_in_force);
}

TEST(Brokers, OldRatesAreRemarkedOn) {
  CompareRequest request = borrowed();
  request.analysis.margin.account.as_of = request.analysis.margin.market.as_of =
      Date{2027y / January / 20};
  ASSERT_EQ(of(request)[1].remarks.size(), 2u);
  EXPECT_TRUE(of(request)[1].remarks[0].contains("61 days before"));
  EXPECT_TRUE(of(request)[1].remarks[1].contains("bases follow the market"))
      << "of the year before, beside today's benchmark";
  request.analysis.policy.schedule.stale_days = 61;
  EXPECT_EQ(of(request)[1].remarks.size(), 1u);
}

TEST(Brokers, WithoutHouseMayBeLeftOut) {
  CompareRequest request = borrowed();
  request.without_house = WithoutHouse::left_out;
  EXPECT_EQ(of(request).size(), 3u);
}

}  // namespace
}  // namespace plimsoll::engine
