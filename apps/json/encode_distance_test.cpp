#include "apps/json/encode_distance.hpp"

#include <gtest/gtest.h>

#include "apps/json/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::json {
namespace {

using strategy::Distance;
using strategy::Reach;
using strategy::TimeToCall;

std::string written(const Distance& distance, const strategy::Part<TimeToCall>& time = {}) {
  return testing::encoded([&](Writer& out) { write_distance(out, distance, time); });
}

strategy::Room today() { return strategy::testing::levered_buffer().room; }

/// A fall that is found, with a price and a leap; no rise.
Reach falls() {
  return {.name = InstrumentId{"XYZ"},
          .moved = {InstrumentId{"XYZ"}},
          .exposure = 200'000_usd,
          .roots = {-0.5, -0.25},
          .down =
              strategy::Edge{
                  .move = -0.25, .jump = true, .equity = 70'000_usd, .price = Price{75_d, usd}},
          .from = -0.95,
          .to = 1,
          .volatility = 0.5};
}

TEST(EncodeDistance, FallsAreAboveZeroAndRootsKeepTheirSign) {
  const Distance far{.room = today(),
                     .market = {.exposure = 200'000_usd, .from = -0.95, .to = 1},
                     .names = {falls()},
                     .steady = {InstrumentId{"USDC"}}};
  EXPECT_EQ(
      written(far),
      "{\"inputs\":{\"equity\":\"120000.00\",\"requirement\":\"50000.00\",\"initial\":"
      "\"100000.00\",\"excess\":\"70000.00\",\"net_liquidation\":\"120000.00\","
      "\"volatility_move\":\"sticky_strike\",\"assumed_beta\":[],\"steady\":[\"USDC\"]},"
      "\"called\":false,\"market\":{\"decline\":null,\"rise\":null,\"at_decline\":null,"
      "\"at_rise\":null,\"exposure\":\"200000.00\",\"roots\":[],\"closed_form_decline\":null,"
      "\"volatility\":null,\"daily_sigmas\":null,\"searched\":[-0.95,1],\"moved\":[]},"
      "\"names\":[{\"name\":\"XYZ\",\"decline\":0.25,\"rise\":null,\"at_decline\":{\"equity\":"
      "\"70000.00\",\"price\":\"75.00\",\"jump\":true},\"at_rise\":null,\"exposure\":"
      "\"200000.00\",\"roots\":[-0.5,-0.25],\"closed_form_decline\":null,\"volatility\":0.5,"
      "\"daily_sigmas\":7.937253933193771,\"searched\":[-0.95,1],\"moved\":[\"XYZ\"]}],"
      "\"requirement_shocks\":[]}\n");
}

TEST(EncodeDistance, ShocksAreARateOrAMultiple) {
  const Distance far{.room = today(),
                     .market = {.exposure = 0_usd,
                                .stopped = Error{Reason::missing_price, "no price", "ABC"},
                                .closed_form = -0.25},
                     .shocks = {{.shock = {.multiple = 1.35},
                                 .requirement = 67'500_usd,
                                 .excess = 52'500_usd,
                                 .down = -0.2},
                                {.shock = {.multiple = 1, .rate = 40_pct},
                                 .requirement = 80'000_usd,
                                 .excess = 40'000_usd,
                                 .up = 0.5}}};
  const std::string text = written(far);
  testing::expect_parts(
      text,
      {"{\"multiple\":1.35,\"requirement\":\"67500.00\",\"excess\":\"52500.00\",\"decline\":0.2,"
       "\"rise\":null}",
       "{\"rate\":0.4,\"requirement\":\"80000.00\",\"excess\":\"40000.00\",\"decline\":null,"
       "\"rise\":0.5}",
       "\"closed_form_decline\":0.25",
       "\"stopped\":{\"reason\":\"missing_price\",\"what\":\"no price\",\"where\":\"ABC\"}"});
}

TEST(EncodeDistance, WhatIsCalledSaysSo) {
  Distance far{.room = today(), .market = {.exposure = 0_usd}};
  far.room.equity = 49'999.99_usd;
  EXPECT_TRUE(written(far).contains("\"excess\":\"-0.01\""));
  EXPECT_TRUE(written(far).contains("\"called\":true"));
}

TEST(EncodeDistance, HowSoon) {
  const Distance far{.room = today(), .market = {.exposure = 0_usd}};
  const TimeToCall time{
      .decline = 0.25,
      .log_distance = 0.3,
      .expected_return = 0.07,
      .borrowing_rate = 0.05,
      .regimes =
          {{.regime = "calm",
            .volatility = 0.2,
            .horizons = {{.days = 21, .probability = 0.125, .at_the_end = 0.0625, .fall = 0.125}},
            .within_a_year = 0.25,
            .within_a_year_twice_as_wild = 0.5,
            .ever = 0.5}},
      .simulated = strategy::SimulatedCall{.regime = "calm",
                                           .days = 21,
                                           .probability = 0.125,
                                           .low = 0.1,
                                           .high = 0.15,
                                           .paths = 100,
                                           .seed = 1}};
  const std::string text = written(far, Result<TimeToCall>{time});
  EXPECT_TRUE(text.contains(
      "\"time_to_call\":{\"inputs\":{\"name\":null,\"decline\":0.25,\"log_distance\":0.3,"
      "\"rise\":null,\"log_rise\":null,\"volatility_beside\":0,\"expected_return\":"
      "0.07,\"borrowing_rate\":0.05,\"monitoring\":\"daily\"},\"regimes\":[{\"regime\":\"calm\","
      "\"volatility\":0.2,\"market_volatility\":null,\"horizons\":[{\"days\":21,\"probability\":0."
      "125,"
      "\"probability_at_end\":0.0625,\"probability_of_fall\":0.125,\"probability_of_rise\":null}],"
      "\"probability_within_a_year\":0.25,"
      "\"probability_within_a_year_at_twice_the_volatility\":0.5,\"median_days\":null,\"expected_"
      "days\":null,"
      "\"probability_ever\":0.5}],\"simulated\":{\"regime\":\"calm\",\"days\":21,\"probability\":0."
      "125,"
      "\"interval_95\":[0.1,0.15],\"paths\":100,\"seed\":1}}"))
      << text;
  TimeToCall watched = time;
  watched.monitoring = strategy::Monitoring::continuous;
  watched.simulated.reset();
  EXPECT_TRUE(written(far, Result<TimeToCall>{watched}).contains("\"monitoring\":\"continuous\""));
  EXPECT_TRUE(written(far, Result<TimeToCall>{watched}).contains("\"simulated\":null}"));
}

TEST(EncodeDistance, HowSoonIsAbsentWhereNotAskedAndNullWhereNotKnown) {
  const Distance far{.room = today(), .market = {.exposure = 0_usd}};
  EXPECT_FALSE(written(far).contains("time_to_call"));
  const strategy::Part<TimeToCall> unknown{fail(Reason::bad_input, "no")};
  EXPECT_TRUE(written(far, unknown).ends_with(",\"time_to_call\":null}\n"));
}

TEST(EncodeDistance, EveryWayVolatilitiesMoveHasItsWord) {
  Distance far{.room = today(), .market = {.exposure = 0_usd}};
  far.volatility.mode = strategy::VolatilityMove::sticky_delta;
  EXPECT_TRUE(written(far).contains("\"volatility_move\":\"sticky_delta\""));
  far.volatility.mode = strategy::VolatilityMove::spot_volatility;
  EXPECT_TRUE(written(far).contains("\"volatility_move\":\"spot_volatility\""));
}

}  // namespace
}  // namespace plimsoll::json
