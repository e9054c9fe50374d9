#include "strategy/policy_check.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace plimsoll::strategy {
namespace {

struct Line {
  std::string place;
  std::string what;
  std::function<void(Policy&)> change;
};

void expect(const std::vector<Line>& lines) {
  for (const auto& [place, what, change] : lines) {
    Policy policy;
    change(policy);
    const auto found = contradictions(policy);
    ASSERT_EQ(found.size(), 1U) << place << ": " << what;
    EXPECT_EQ(std::string{found[0].section} + "." + std::string{found[0].key}, place);
    EXPECT_EQ(found[0].what, what);
  }
}

TEST(PolicyCheck, TheDefaultsHaveNone) { EXPECT_TRUE(contradictions({}).empty()); }

TEST(PolicyCheck, BufferAndLevels) {
  expect({
      {"buffer.target_multiple",
       "target_multiple \"4.0\" is above multiple_most \"3.5\"; exchange or change them",
       [](Policy& p) { p.buffer.target_multiple = 4; }},
      {"buffer.target_multiple",
       "target_multiple \"1.7\" is below levels.watch \"1.75\"; exchange or change them",
       [](Policy& p) { p.buffer.target_multiple = 1.7; }},
      {"buffer.target_multiple",
       "target_multiple \"1.0\" is below levels.breach \"1.1\"; exchange or change them",
       [](Policy& p) {
         p.buffer.target_multiple = 1;
         p.levels.breach = 1.1;
       }},
      {"buffer.regime",
       "VIX \"30.0\" does not come after the row before; write rows in ascending order",
       [](Policy& p) { p.buffer.regime = {{20, 2}, {30, 2.5}, {30, 3}}; }},
      {"buffer.regime", "it asks less, \"2.0\", at a higher VIX; write multiples that do not fall",
       [](Policy& p) { p.buffer.regime = {{20, 2.5}, {30, 2}}; }},
      {"buffer.regime_beyond",
       "regime_beyond \"2.9\" is below the last row of regime \"3.0\"; exchange or change them",
       [](Policy& p) { p.buffer.regime_beyond = 2.9; }},
      {"levels.critical", "critical \"1.6\" is above warn \"1.5\"; exchange or change them",
       [](Policy& p) { p.levels.critical = 1.6; }},
      {"levels.breach", "breach \"1.3\" is above critical \"1.25\"; exchange or change them",
       [](Policy& p) { p.levels.breach = 1.3; }},
      {"levels.utilisation_warn",
       "utilisation_warn \"0.7\" is below utilisation_watch \"0.75\"; exchange or change them",
       [](Policy& p) { p.levels.utilisation_warn = 0.7; }},
      {"carry.critical_distance",
       "critical_distance \"0.3\" is above warn_distance \"0.25\"; exchange or change them",
       [](Policy& p) { p.carry.critical_distance = 0.3; }},
      {"rates.coverage_critical",
       "coverage_critical \"1.6\" is above coverage_warn \"1.5\"; exchange or change them",
       [](Policy& p) { p.rates.coverage_critical = 1.6; }},
  });
}

TEST(PolicyCheck, EqualNumbersAreNone) {
  Policy policy;
  policy.levels.warn = policy.levels.watch;
  policy.buffer.multiple_most = policy.buffer.target_multiple;
  EXPECT_TRUE(contradictions(policy).empty());
}

TEST(PolicyCheck, TheLadder) {
  using enum RungAction;
  const auto rungs = [](std::vector<Rung> list) {
    return [list = std::move(list)](Policy& p) { p.ladder.rungs = list; };
  };
  expect({
      {"ladder.rungs",
       "the rung at \"1.5\" is not below the one before; write levels in descending order",
       rungs({{1.5, stop_adding, {}}, {1.5, sell, 2.0}})},
      {"ladder.rungs",
       "the rung at \"1.5\" restores \"1.5\", which is not above it; write a higher "
       "multiple",
       rungs({{1.5, sell, 1.5}})},
      {"ladder.rungs",
       "the rung at \"1.5\" does not say what its sale restores; write [level, action, multiple]",
       rungs({{1.5, sell_with_gains, {}}})},
      {"ladder.rungs",
       "the rung at \"1.5\" sells to no target, so it restores none; leave \"2.0\" out",
       rungs({{1.5, stop_draws, 2.0}})},
  });
}

TEST(PolicyCheck, TablesAndNames) {
  expect({
      {"distance.volatility_table",
       "move \"0.0\" is not below the row before; write rows from the highest to the lowest",
       [](Policy& p) { p.distance.volatility_table = {{-0.05, 0.3}, {0, 0.2}}; }},
      {"distance.volatility_table",
       "volatility is less, \"0.2\", where the market is lower, \"-0.05\"; it rises as markets "
       "fall: write volatilities that do not fall with the market",
       [](Policy& p) { p.distance.volatility_table = {{0.05, 0.4}, {0, 0.3}, {-0.05, 0.2}}; }},
      {"distance.volatility_table",
       "it is empty, and volatility_move is spot_volatility; write rows",
       [](Policy& p) {
         p.distance.volatility_table = {};
         p.distance.volatility_move = VolatilityMove::spot_volatility;
       }},
      {"distance.follows", "there are two of \"MSOL\"; leave one out",
       [](Policy& p) { p.distance.follows = {{"MSOL", "SOL"}, {"MSOL", "ETH"}}; }},
      {"distance.follows", "\"DAI\" is in steady too; leave it in one of the two",
       [](Policy& p) { p.distance.follows = {{"DAI", "ETH"}}; }},
      {"distance.follows",
       "\"STETH\" is followed and follows another; write what it follows instead of it",
       [](Policy& p) { p.distance.follows = {{"WSTETH", "STETH"}, {"STETH", "ETH"}}; }},
      {"distance.follows", "\"\" is no symbol; write one of 1 to 32 letters",
       [](Policy& p) { p.distance.follows = {{"MSOL", ""}}; }},
      {"distance.steady",
       "\"A TOKEN OF MORE THAN THIRTY TWO LETTERS\" is no symbol; write one of 1 to 32 letters",
       [](Policy& p) { p.distance.steady = {"A TOKEN OF MORE THAN THIRTY TWO LETTERS"}; }},
      {"time_to_call.horizon_days", "it is empty; write one horizon at least",
       [](Policy& p) { p.time_to_call.horizon_days = {}; }},
      {"time_to_call.horizon_days", "21 does not come after the one before; write them in order",
       [](Policy& p) { p.time_to_call.horizon_days = {63, 21}; }},
      {"time_to_call.regimes", "there are two called \"calm\"; leave one out",
       [](Policy& p) { p.time_to_call.regimes = {{"calm", 0.1}, {"calm", 0.2}}; }},
      {"cure.lot_sizes", "there are two of \"T\"; leave one out",
       [](Policy& p) { p.cure.lot_sizes = {{"T", 100_d}, {"T", 10_d}}; }},
      {"cure.keep",
       "\"KO\" is in liquidate_last too, and what is kept is never sold; leave it in one of the "
       "two",
       [](Policy& p) {
         p.cure.keep = {"KO"};
         p.cure.liquidate_last = {"PEP", "KO"};
       }},
      {"size.single_name_most",
       "single_name_most \"0.2\" is above issuer_most \"0.15\"; exchange or change them",
       [](Policy& p) { p.size.single_name_most = 0.2; }},
      {"size.throttle_none",
       "throttle_none \"1.25\" is not above throttle_full \"1.25\"; write a higher multiple",
       [](Policy& p) { p.size.throttle_none = 1.25; }},
      {"reviews.weekly", "weekly \"7.0\" is below daily \"8.0\"; exchange or change them",
       [](Policy& p) { p.reviews.daily = 8; }},
  });
}

TEST(PolicyCheck, Deployment) {
  expect({
      {"deployment.start_leverage",
       "start_leverage \"1.6\" is above target_leverage \"1.5\"; exchange or change them",
       [](Policy& p) { p.deployment.start_leverage = 1.6; }},
      {"deployment.target_leverage",
       "target_leverage \"2.1\" is above size.leverage_most \"2.0\"; exchange or change them",
       [](Policy& p) { p.deployment.target_leverage = 2.1; }},
      {"deployment.milestones", "it has no row of month 0; begin with one",
       [](Policy& p) { p.deployment.milestones = {{1, 4}}; }},
      {"deployment.milestones",
       "month 0 does not come after the row before; write months in ascending order",
       [](Policy& p) { p.deployment.milestones = {{0, 4}, {0, 3}}; }},
      {"deployment.milestones",
       "month 6 allows less debt than the row before; write ratios that do not rise",
       [](Policy& p) { p.deployment.milestones = {{0, 4}, {6, 5}}; }},
  });
}

}  // namespace
}  // namespace plimsoll::strategy
