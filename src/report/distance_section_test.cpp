#include "report/distance_section.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using strategy::Distance;
using strategy::Edge;
using strategy::Reach;
using strategy::TimeToCall;
using testing::expect_holds;

Distance far() {
  Distance made{.room = {.equity = 120'000_usd, .requirement = 50'000_usd, .initial = 100'000_usd},
                .market = {.exposure = 200'000_usd,
                           .down = Edge{.move = -1 / 3.0, .equity = 40'000_usd},
                           .from = -0.95,
                           .to = 1,
                           .volatility = 0.16}};
  made.names = {
      {.name = InstrumentId{"XYZ"},
       .exposure = 150'000_usd,
       .down = Edge{.move = -0.5, .jump = true, .equity = 1_usd, .price = Price{50_d, usd}},
       .up = Edge{.move = 0.25, .equity = 1_usd, .price = Price{125_d, usd}}},
      {.name = InstrumentId{"ABC"}, .exposure = -50_usd}};
  return made;
}

TEST(DistanceSection, TheMarketFirstThenWhoGetsThere) {
  EXPECT_EQ(distance_section(far(), {}),
            "distance: how far prices may go before a call\n"
            "\n"
            "what moves                   exposure      fall     to   rise  daily sigmas\n"
            "-------------------------  ----------  --------  -----  -----  ------------\n"
            "the whole market, by beta  200,000.00    -33.3%          none          33.0\n"
            "XYZ                        150,000.00  -50.0% *  50.00  25.0%             -\n"
            "  - 1 name brings no call alone\n"
            "  * the requirement leaps there rather than passes\n");
}

TEST(DistanceSection, WhatWasAssumedIsNamed) {
  Distance made = far();
  made.assumed_beta = {InstrumentId{"ABC"}, InstrumentId{"XYZ"}};
  made.steady = {InstrumentId{"DAI"}, InstrumentId{"USDC"}};
  made.market.stopped = Error{Reason::bad_input, "no rate", ""};
  expect_holds(distance_section(made, {}),
               {"  - beta is not stated and taken as the policy's default: ABC, XYZ\n",
                "  - taken to keep their price while the whole market moves, as the policy says: "
                "DAI, USDC\n",
                "  - not looked beyond -95.0% and 100.0%: no rate\n"});
}

TEST(DistanceSection, WhatIsCalledSaysByHowMuch) {
  Distance made = far();
  made.room.equity = 49'000_usd;
  expect_holds(distance_section(made, {}),
               {"  - called already: the excess is -1,000.00; the moves are those at which that "
                "changes\n"});
}

TEST(DistanceSection, IfMoreWereAsked) {
  Distance made = far();
  made.shocks = {
      {.shock = {.multiple = 1.35}, .requirement = 67'500_usd, .excess = 52'500_usd, .down = -0.2},
      {.shock = {.multiple = 1, .rate = 70_pct},
       .requirement = 140'000_usd,
       .excess = -20'000_usd}};
  expect_holds(distance_section(made, {}),
               {"if more were asked                requirement      excess    fall  rise\n",
                "1.35x the requirement               67,500.00   52,500.00  -20.0%  none\n",
                "at least 70% of shares and funds   140,000.00  -20,000.00    none  none\n"});
}

TEST(DistanceSection, NamesBeyondTheScreenAreCounted) {
  Distance made = far();
  made.names.assign(14, made.names[0]);
  expect_holds(distance_section(made, {}), {"  - 2 further names: --json\n"});
  made.names.assign(3, far().names[1]);
  expect_holds(distance_section(made, {}), {"  - 3 names bring no call alone\n"});
}

TimeToCall soon() {
  return {.decline = 0.25,
          .log_distance = 0.2877,
          .expected_return = 0.07,
          .borrowing_rate = 0.05,
          .regimes = {{.regime = "calm",
                       .volatility = 0.112,
                       .horizons = {{.days = 21, .probability = 0.00001},
                                    {.days = 252, .probability = 0.125}},
                       .median_days = 504,
                       .ever = 1},
                      {.regime = "crisis",
                       .volatility = 0.4,
                       .horizons = {{.days = 21, .probability = 0.005},
                                    {.days = 252, .probability = 0.5}},
                       .ever = 0.4}},
          .simulated = strategy::SimulatedCall{.regime = "calm",
                                               .days = 252,
                                               .probability = 0.13,
                                               .low = 0.12,
                                               .high = 0.14,
                                               .paths = 100}};
}

TEST(TimeSection, ChancesByRegimeAndHorizon) {
  EXPECT_EQ(time_section(soon(), {}),
            "chance of a call within trading days, watched at each close\n"
            "\n"
            "volatility  a year  21 days  252 days    ever     median\n"
            "----------  ------  -------  --------  ------  ---------\n"
            "calm         11.2%  < 0.01%     12.5%  100.0%  2.0 years\n"
            "crisis       40.0%    0.50%     50.0%   40.0%       none\n"
            "  - a fall of 25.0% of the market, which is expected to return 7.0% a year while the "
            "debit grows by\n"
            "    5.0%\n"
            "  - how much the market moves today is not known: give the price of VIX under "
            "market.quotes; these\n"
            "    are the policy's regimes\n"
            "  - simulated, calm: 13.0% within 252 days (12.0% to 14.0%, 100 paths)\n");
}

TEST(TimeSection, SaysWhichWayAndOfWhat) {
  TimeToCall both = soon();
  both.rise = 0.0746;
  expect_holds(time_section(both, {}), {"a fall of 25.0% or a rise of 7.4% of the market"});
  both.decline.reset();
  both.name = InstrumentId{"AAA"};
  both.regimes.front().regime = "today";
  both.volatility_beside = 0.3;
  expect_holds(time_section(both, {}), {"  - a rise of 7.4% of AAA, which"});
  EXPECT_FALSE(time_section(both, {}).contains("not known"));
  both.name = {};
  expect_holds(time_section(both, {}), {"with 30.0% that names move besides"});
}

TEST(TimeSection, WatchedAllTheTimeAndWithoutRegimes) {
  TimeToCall watched = soon();
  watched.monitoring = strategy::Monitoring::continuous;
  watched.simulated.reset();
  expect_holds(time_section(watched, {}), {"watched all the time\n"});
  EXPECT_FALSE(time_section(watched, {}).contains("simulated"));
  watched.regimes.clear();
  EXPECT_EQ(time_section(watched, {}), "");
}

}  // namespace
}  // namespace plimsoll::report
