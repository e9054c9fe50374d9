#include "strategy/time_to_call.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// L = 2 and m = 25 %: a third down is the edge, ln 1.5 away.
Distance levered() {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  return distance(book, {}).value();
}

TEST(TimeToCall, IsTheFirstPassageToTheEdge) {
  const TimeToCallPolicy policy{.horizon_days = {252},
                                .expected_return = 0.07,
                                .regimes = {{"35 %", 0.35}},
                                .monitoring = Monitoring::continuous};
  const auto call = time_to_call(levered(), policy, {.borrowing_rate = 0.05});
  ASSERT_TRUE(call) << call.error().what;
  EXPECT_NEAR(call->log_distance, std::log(1.5), 1e-9);
  ASSERT_EQ(call->regimes.size(), 1u);
  EXPECT_NEAR(call->regimes[0].horizons[0].probability, 0.2816346324090757, 1e-9);
  EXPECT_LT(call->regimes[0].horizons[0].at_the_end, 0.17) << "about half: the classic mistake";
}

TEST(TimeToCall, WatchedDailyItIsALittleLessAndTheSimulationAgrees) {
  const TimeToCallPolicy policy{
      .horizon_days = {252}, .expected_return = 0.07, .regimes = {{"35 %", 0.35}}};
  const auto call = time_to_call(levered(), policy, {.borrowing_rate = 0.05, .paths = 40'000});
  ASSERT_TRUE(call);
  const double closed = call->regimes[0].horizons[0].probability;
  EXPECT_NEAR(closed, 0.26603548713632263, 1e-9);
  ASSERT_TRUE(call->simulated);
  EXPECT_LT(call->simulated->low, 0.2698);
  EXPECT_GT(call->simulated->high, 0.2620);
  EXPECT_NEAR(call->simulated->probability, closed, 0.01);
}

TEST(TimeToCall, TodaysVolatilityComesFirst) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d).quoted("VIX", 16_d);
  const auto call = time_to_call(distance(book, {}).value(), {}, {.borrowing_rate = 0, .paths = 0});
  ASSERT_TRUE(call);
  ASSERT_EQ(call->regimes.size(), 4u);
  EXPECT_EQ(call->regimes[0].regime, "today");
  EXPECT_DOUBLE_EQ(call->regimes[0].volatility, 0.16);
  EXPECT_FALSE(call->simulated);
  for (const CallByRegime& regime : call->regimes)
    for (std::size_t i = 1; i < regime.horizons.size(); ++i)
      EXPECT_GE(regime.horizons[i].probability, regime.horizons[i - 1].probability);
}

TEST(TimeToCall, WithoutAnEdgeThereIsNone) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(10'000_d);
  const auto never = time_to_call(distance(book, {}).value(), {}, {});
  ASSERT_FALSE(never);
  EXPECT_EQ(never.error().what, "no fall of the market brings a call");
  BookOf called{25_pct};
  called.shares("XYZ", 2000, 100_d).cash(-190'000_d);
  EXPECT_FALSE(time_to_call(distance(called, {}).value(), {}, {}));
}

TEST(TimeToCall, ADebitThatGrowsNobodySaysHowFastIsRefused) {
  const auto unknown = time_to_call(levered(), {}, {.paths = 0});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().what,
            "what the debit grows by is not known; give financing, or market.risk_free_rate");
}

}  // namespace
}  // namespace plimsoll::strategy
