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
  EXPECT_NEAR(*call->log_distance, std::log(1.5), 1e-9);
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

/// Three strangles on an index: no call between a fall of 12.4 % and a rise of 7.46 %.
Distance between() {
  Distance far{.room = {.equity = 300'000_usd, .requirement = 175'000_usd, .initial = 0_usd},
               .market = {.exposure = 0_usd, .from = -1, .to = 1}};
  far.market.down = Edge{.move = -0.12410897};
  far.market.up = Edge{.move = 0.07464226};
  far.market.volatility = 0.20;
  return far;
}

TEST(TimeToCall, ARiseIsACallToo) {
  const auto call = time_to_call(between(), {}, {.borrowing_rate = 0, .paths = 40'000});
  ASSERT_TRUE(call) << call.error().what;
  const CallByRegime& today = call->regimes[0];
  // A daily simulation elsewhere: 20.3 %, 61.3 %, 98.4 %.
  EXPECT_NEAR(today.horizons[0].probability, 0.203, 0.01);
  EXPECT_NEAR(today.horizons[1].probability, 0.613, 0.012);
  EXPECT_NEAR(today.horizons[2].probability, 0.984, 0.005);
  for (const CallByHorizon& one : today.horizons) {
    EXPECT_GE(one.probability, std::max(*one.fall, *one.rise));
    EXPECT_LE(one.probability, *one.fall + *one.rise);
  }
  EXPECT_EQ(today.ever, 1);
  EXPECT_LT(*today.median_days, 63);
  ASSERT_TRUE(call->simulated);
  EXPECT_NEAR(call->simulated->probability, today.horizons[2].probability, 0.005);
  EXPECT_EQ(call->simulated->regime, "today");
}

TEST(TimeToCall, OfBothWaysWhatIsOwedDoesNotHideEither) {
  const TimeToCallPolicy policy{.horizon_days = {21, 252}};
  const auto call = time_to_call(between(), policy, {.borrowing_rate = 0.08, .paths = 40'000});
  ASSERT_TRUE(call);
  for (const CallByRegime& regime : call->regimes)
    for (const CallByHorizon& one : regime.horizons)
      EXPECT_GE(one.probability, std::max({*one.fall, *one.rise, one.at_the_end}) - 1e-12);
  EXPECT_LE(call->regimes[0].horizons[1].probability, call->simulated->high) << "told too low";
  EXPECT_NEAR(call->regimes[0].horizons[1].probability, call->simulated->probability, 0.01);
}

// 1,000 short at 100 with 180,000 in cash, a quarter asked: called at 144.
TEST(TimeToCall, OfWhatIsShortItIsTheRiseAlone) {
  BookOf book{25_pct};
  book.shares("XYZ", -1000, 100_d).cash(180'000_d);
  const TimeToCallPolicy policy{.horizon_days = {252},
                                .expected_return = 0.07,
                                .regimes = {{"35 %", 0.35}},
                                .monitoring = Monitoring::continuous};
  const auto call =
      time_to_call(distance(book, {}).value(), policy, {.borrowing_rate = 0, .paths = 0});
  ASSERT_TRUE(call) << call.error().what;
  EXPECT_FALSE(call->decline || call->log_distance);
  EXPECT_NEAR(*call->rise, 0.44, 1e-9);
  const risk::Barrier above{std::log(1.44), 0.35 * 0.35 / 2 - 0.07, 0.35};
  EXPECT_NEAR(call->regimes[0].horizons[0].probability, risk::probability_by(above, 1), 1e-9);
  EXPECT_EQ(call->regimes[0].horizons[0].fall, std::nullopt);
}

TEST(TimeToCall, AYearIsAYearWhateverTheHorizons) {
  const auto of = [](std::vector<int> days) {
    return time_to_call(levered(), {.horizon_days = std::move(days)},
                        {.borrowing_rate = 0.06, .paths = 0})
        ->regimes[0];
  };
  const CallByRegime usual = of({21, 252}), other = of({21, 2520});
  EXPECT_EQ(usual.within_a_year, usual.horizons[1].probability);
  EXPECT_EQ(other.within_a_year, usual.within_a_year);
  EXPECT_GT(usual.within_a_year_twice_as_wild, usual.within_a_year);
}

TEST(TimeToCall, TheLastCloseIsWatchedToo) {
  const auto call =
      time_to_call(levered(), {.horizon_days = {1, 2, 3, 5, 10, 20, 21}, .regimes = {{"wild", 2}}},
                   {.borrowing_rate = 0.06, .paths = 0});
  ASSERT_TRUE(call);
  double before = 0;
  for (const CallByHorizon& one : call->regimes[0].horizons) {
    EXPECT_GE(one.probability, one.at_the_end) << one.days;
    EXPECT_GT(one.probability, before) << one.days;
    before = one.probability;
  }
  EXPECT_NEAR(call->regimes[0].horizons[0].probability, call->regimes[0].horizons[0].at_the_end,
              1e-12);
}

TEST(TimeToCall, ABookOfOneNameMovesAsItsQuoteSays) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-40'000_d);
  book.book().market.quotes[InstrumentId{"XYZ"}].volatility = 0.6;
  const TimeTerms terms{.borrowing_rate = 0.06, .paths = 0};
  const auto alone = time_to_call(distance(book, {}).value(), {}, terms);
  ASSERT_TRUE(alone && alone->today());
  EXPECT_EQ(alone->name, InstrumentId{"XYZ"});
  EXPECT_EQ(alone->today()->volatility, 0.6);
  EXPECT_NEAR(alone->today()->within_a_year, 0.370, 5e-4);
  EXPECT_EQ(alone->today()->market_volatility, 0) << "not known";
  book.quoted("VIX", 20_d);
  const auto known = time_to_call(distance(book, {}).value(), {}, terms);
  EXPECT_EQ(known->today()->within_a_year, alone->today()->within_a_year);
  EXPECT_NEAR(known->regimes[3].volatility, std::hypot(0.401, std::sqrt(0.36 - 0.04)), 1e-12);
}

TEST(TimeToCall, OfSeveralNamesWhatTheirQuotesSayBesideTheMarketCounts) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d).shares("BBB", 1000, 100_d).cash(-80'000_d).quoted("VIX", 20_d);
  const TimeTerms terms{.borrowing_rate = 0.06, .paths = 0};
  EXPECT_EQ(time_to_call(distance(book, {}).value(), {}, terms)->today()->volatility, 0.2);
  book.book().market.quotes[InstrumentId{"AAA"}].volatility = 0.5;
  const auto call = time_to_call(distance(book, {}).value(), {}, terms);
  EXPECT_NEAR(call->volatility_beside, 0.5 * std::sqrt(0.25 - 0.04), 1e-9);
  EXPECT_NEAR(call->today()->volatility, std::hypot(0.2, call->volatility_beside), 1e-12);
  EXPECT_TRUE(call->name.empty());
}

TEST(TimeToCall, WhereOnlyTheNameBringsACallItIsTheNames) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d, 0.5).cash(-20'000_d).quoted("VIX", 20_d);
  const auto call =
      time_to_call(distance(book, {}).value(), {}, {.borrowing_rate = 0.06, .paths = 0});
  ASSERT_TRUE(call) << "the name falls 73 %, the market would have to fall by more than all";
  EXPECT_EQ(call->name, InstrumentId{"XYZ"});
  EXPECT_DOUBLE_EQ(call->today()->volatility, 0.1);
}

TEST(TimeToCall, WithoutAnEdgeThereIsNone) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(10'000_d);
  const auto never = time_to_call(distance(book, {}).value(), {}, {});
  ASSERT_FALSE(never);
  EXPECT_EQ(never.error().what,
            "no fall of the market brings a call, nor does a rise of up to 100 %");
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
