#include "strategy/policy_diff.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace plimsoll::strategy {
namespace {

TEST(PolicyDiff, TheSameHasNoChanges) { EXPECT_TRUE(policy_changes({}, {}).empty()); }

TEST(PolicyDiff, WhatAChangeDoes) {
  struct Line {
    std::string key;
    Effect effect;
    std::function<void(Policy&)> change;
  };
  using enum Effect;
  const Line lines[] = {
      {"buffer.target_multiple", loosens, [](Policy& p) { p.buffer.target_multiple = 1.9; }},
      {"buffer.target_multiple", tightens, [](Policy& p) { p.buffer.target_multiple = 2.1; }},
      {"buffer.mode", neither, [](Policy& p) { p.buffer.mode = BufferMode::regime; }},
      {"buffer.regime", tightens, [](Policy& p) { p.buffer.regime[0].multiple = 2.2; }},
      {"buffer.regime", both,
       [](Policy& p) {
         p.buffer.regime[0].multiple = 2.2;
         p.buffer.regime[1].multiple = 2.3;
       }},
      {"buffer.regime", neither, [](Policy& p) { p.buffer.regime.pop_back(); }},
      {"ladder.rungs", loosens, [](Policy& p) { p.ladder.rungs[2].level = 1.3; }},
      {"ladder.rungs", loosens, [](Policy& p) { p.ladder.rungs[2].restore = 1.9; }},
      {"ladder.rungs", neither, [](Policy& p) { p.ladder.rungs[2].action = RungAction::flatten; }},
      {"size.leverage_most", loosens, [](Policy& p) { p.size.leverage_most = 3; }},
      {"cure.tax_rate_long_term", neither, [](Policy& p) { p.cure.tax_rate_long_term = 0_d; }},
      {"cure.keep", neither, [](Policy& p) { p.cure.keep = {"KO"}; }},
      {"deployment.milestones", loosens, [](Policy& p) { p.deployment.milestones[1].month = 3; }},
      {"reviews.annual", loosens, [](Policy& p) { p.reviews.annual = 700; }},
      {"distance.requirement_rates", tightens,
       [](Policy& p) { p.distance.requirement_rates = {0.5_d}; }},
  };
  for (const Line& line : lines) {
    Policy own;
    line.change(own);
    const auto changes = policy_changes({}, own);
    ASSERT_EQ(changes.size(), 1U) << line.key;
    EXPECT_EQ(changes[0].key->path(), line.key);
    EXPECT_EQ(changes[0].effect, line.effect) << line.key;
    EXPECT_NE(changes[0].before, changes[0].after);
    // Taken back, it does the opposite.
    const Effect back = policy_changes(own, {}).at(0).effect;
    const Effect opposite = line.effect == loosens    ? tightens
                            : line.effect == tightens ? loosens
                                                      : line.effect;
    EXPECT_EQ(back, opposite) << line.key;
  }
}

TEST(PolicyDiff, ChangesComeInTheOrderOfTheFile) {
  Policy own;
  own.reviews.annual = 300;
  own.schedule.stale_days = 30;
  own.size.band = 0.1;
  std::vector<std::string> keys;
  for (const PolicyChange& one : policy_changes({}, own)) keys.push_back(one.key->path());
  EXPECT_EQ(keys, (std::vector<std::string>{"schedule.stale_days", "size.band", "reviews.annual"}));
  EXPECT_EQ(word_of(Effect::both), "both");
  EXPECT_EQ(word_of(Effect::neither), "neither");
}

}  // namespace
}  // namespace plimsoll::strategy
