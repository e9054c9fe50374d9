#include "strategy/deployment.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <limits>

namespace plimsoll::strategy {
namespace {

const DeploymentFacts quiet{.steps_taken = 2,
                            .months = 30,
                            .quiet_days = 63,
                            .days_since_breach = Measure{},
                            .coverage = Measure{1.5},
                            .call_probability = 0.01,
                            .drawdown = 0.10,
                            .vix = 30,
                            .volatility_premium = 0,
                            .backtest = Backtest::not_rejected};

TEST(Deployment, StepsToTheTargetAndNoFurther) {
  const auto schedule = deployment_schedule({});
  ASSERT_EQ(schedule.size(), 8U);
  EXPECT_EQ(schedule.front().leverage, 1.15);
  EXPECT_DOUBLE_EQ(schedule[1].leverage, 1.20);
  EXPECT_EQ(schedule.back().leverage, 1.5);
  DeploymentPolicy coarse;
  coarse.step = 0.3;
  const auto short_one = deployment_schedule(coarse);
  ASSERT_EQ(short_one.size(), 3U);
  EXPECT_EQ(short_one.back().leverage, 1.5);  // 1.15, 1.45, then the lesser of 1.75 and 1.5
}

TEST(Deployment, TheFinanceGuruMilestones) {
  DeploymentPolicy policy;
  policy.plan = DeploymentPlan::milestones;
  policy.target_leverage = 2;
  const auto schedule = deployment_schedule(policy);
  ASSERT_EQ(schedule.size(), 4U);  // months 0 and 6 allow the same
  EXPECT_EQ(schedule[0].month, 0);
  EXPECT_DOUBLE_EQ(schedule[0].leverage, 4.0 / 3);
  EXPECT_EQ(schedule[1].month, 12);
  EXPECT_DOUBLE_EQ(schedule[1].leverage, 1.4);
  EXPECT_DOUBLE_EQ(schedule[2].leverage, 1.5);
  EXPECT_EQ(schedule[3].month, 28);
  EXPECT_DOUBLE_EQ(schedule[3].leverage, 2.5 / 1.5);
  policy.target_leverage = 1.45;
  EXPECT_EQ(deployment_schedule(policy).back().leverage, 1.45);
}

TEST(Deployment, EveryGateIsMetAtItsThreshold) {
  const auto answer = deployment_answer({}, quiet);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->move, DeploymentMove::step_up) << answer->reason;
  EXPECT_DOUBLE_EQ(answer->leverage, 1.30);
  EXPECT_EQ(answer->reason, "every gate is met: up to 1.3");
  EXPECT_EQ(answer->gates.size(), 8U);
}

TEST(Deployment, OneGateIsEnoughToStay) {
  struct Line {
    std::string why;
    std::function<void(DeploymentFacts&)> change;
  };
  const Line lines[] = {
      {"62 days since the last step without a warning, the least is 63",
       [](DeploymentFacts& f) { f.quiet_days = 62; }},
      {"days without a warning is not known", [](DeploymentFacts& f) { f.quiet_days = {}; }},
      {"89 days since a breach, the least is 90",
       [](DeploymentFacts& f) { f.days_since_breach = Measure{89}; }},
      {"days since a breach is not known", [](DeploymentFacts& f) { f.days_since_breach = {}; }},
      {"income is 1.49 times interest, the least is 1.5",
       [](DeploymentFacts& f) { f.coverage = Measure{1.49}; }},
      {"income over interest is not known", [](DeploymentFacts& f) { f.coverage = {}; }},
      {"probability of a call within a year is 1.1 %, the most is 1 %",
       [](DeploymentFacts& f) { f.call_probability = 0.011; }},
      {"fall from the peak is 10.1 %, the most is 10 %",
       [](DeploymentFacts& f) { f.drawdown = 0.101; }},
      {"VIX is 30.1, the most is 30", [](DeploymentFacts& f) { f.vix = 30.1; }},
      {"VIX is not known", [](DeploymentFacts& f) { f.vix = {}; }},
      {"the VIX less realised volatility is -0.5 points, the least is 0",
       [](DeploymentFacts& f) { f.volatility_premium = -0.5; }},
      {"backtest of value at risk is not known", [](DeploymentFacts& f) { f.backtest = {}; }},
      {"the backtest of value at risk is rejected",
       [](DeploymentFacts& f) { f.backtest = Backtest::rejected; }},
  };
  for (const Line& line : lines) {
    DeploymentFacts facts = quiet;
    line.change(facts);
    const auto answer = deployment_answer({}, facts);
    ASSERT_TRUE(answer) << line.why;
    EXPECT_EQ(answer->move, DeploymentMove::hold) << line.why;
    EXPECT_EQ(answer->reason, "stay at 1.25: " + line.why);
    EXPECT_DOUBLE_EQ(answer->leverage, 1.25);
  }
}

TEST(Deployment, NothingKnownIsNothingMet) {
  const auto answer = deployment_answer({}, {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->move, DeploymentMove::hold);
  for (const Gate& gate : answer->gates) EXPECT_EQ(gate.state, GateState::unknown) << gate.name;
}

TEST(Deployment, AMilestoneWaitsForItsMonth) {
  DeploymentPolicy policy;
  policy.plan = DeploymentPlan::milestones;
  DeploymentFacts facts = quiet;
  facts.steps_taken = 0;
  facts.months = 11;
  EXPECT_EQ(deployment_answer(policy, facts)->reason,
            "stay at 1.33: month 11, the step is of month 12");
  facts.months = 12;
  EXPECT_EQ(deployment_answer(policy, facts)->move, DeploymentMove::step_up);
}

TEST(Deployment, ABreachStepsDownAtOnce) {
  DeploymentFacts facts = quiet;
  facts.standing = LevelStanding::breached;
  const auto answer = deployment_answer({}, facts);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->move, DeploymentMove::step_down);
  EXPECT_DOUBLE_EQ(answer->leverage, 1.20);
  facts.steps_taken = 0;
  EXPECT_EQ(deployment_answer({}, facts)->leverage, 1);
  facts.steps_taken = 7;  // at the target too
  EXPECT_EQ(deployment_answer({}, facts)->move, DeploymentMove::step_down);
}

TEST(Deployment, AtTheTargetThereIsNoStep) {
  DeploymentFacts facts = quiet;
  facts.steps_taken = 7;
  const auto answer = deployment_answer({}, facts);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->move, DeploymentMove::at_target);
  EXPECT_FALSE(answer->next);
  EXPECT_TRUE(answer->gates.empty());
}

TEST(Deployment, WhatIsRefused) {
  const std::pair<std::string, std::function<void(DeploymentFacts&)>> lines[] = {
      {"step 8 is not in the schedule; write 0 to 7",
       [](DeploymentFacts& f) { f.steps_taken = 8; }},
      {"step -1 is not in the schedule; write 0 to 7",
       [](DeploymentFacts& f) { f.steps_taken = -1; }},
      {"months and days are below zero; write 0 or more",
       [](DeploymentFacts& f) { f.months = -1; }},
      {"the VIX is no number from 0",
       [](DeploymentFacts& f) { f.vix = std::numeric_limits<double>::quiet_NaN(); }},
      {"the probability is no number from 0",
       [](DeploymentFacts& f) { f.call_probability = -0.1; }},
      {"the fall from the peak is no number from 0", [](DeploymentFacts& f) { f.drawdown = -0.1; }},
      {"income over interest is no number from 0",
       [](DeploymentFacts& f) { f.coverage = Measure{-1}; }},
      {"days since a breach are below zero",
       [](DeploymentFacts& f) { f.days_since_breach = Measure{-1}; }},
      {"the volatility premium is no number",
       [](DeploymentFacts& f) { f.volatility_premium = std::numeric_limits<double>::infinity(); }},
  };
  for (const auto& [what, change] : lines) {
    DeploymentFacts facts = quiet;
    change(facts);
    const auto answer = deployment_answer({}, facts);
    ASSERT_FALSE(answer) << what;
    EXPECT_EQ(answer.error().what, what);
  }
  DeploymentPolicy empty;
  empty.plan = DeploymentPlan::milestones;
  empty.milestones = {};
  EXPECT_FALSE(deployment_answer(empty, quiet));
  EXPECT_EQ(word_of(GateState::not_met), "not_met");
  EXPECT_EQ(word_of(DeploymentMove::step_up), "step_up");
}

/// Whatever is known, leverage never rises within the days of a breach.
RC_GTEST_PROP(DeploymentProperties, NothingIsAddedAfterABreach, ()) {
  DeploymentFacts facts = quiet;
  facts.steps_taken = *rc::gen::inRange(0, 8);
  facts.quiet_days = *rc::gen::inRange(0, 500);
  facts.days_since_breach = Measure{static_cast<double>(*rc::gen::inRange(0, 90))};
  facts.vix = static_cast<double>(*rc::gen::inRange(8, 60));
  const auto answer = deployment_answer({}, facts);
  RC_ASSERT(answer.has_value());
  RC_ASSERT(answer->move != DeploymentMove::step_up);
  const auto schedule = deployment_schedule({});
  RC_ASSERT(answer->leverage <= schedule[static_cast<std::size_t>(facts.steps_taken)].leverage);
}

}  // namespace
}  // namespace plimsoll::strategy
