#include "strategy/deployment_facts.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Analysis owing(Decimal debit) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-debit);
  Analysis made{.method = "flat"};
  made.room = room(book).value();
  made.carry = carry(book, {});
  made.buffer = buffer(book, {}, {});
  return made;
}

TEST(DeploymentFacts, TheStepIsTheLastThatIsReached) {
  EXPECT_EQ(deployment_facts(owing(0_d), {}, {})->steps_taken, 0) << "none is reached";
  EXPECT_EQ(deployment_facts(owing(20'000_d), {}, {})->steps_taken, 2) << "1.25 is the third";
  EXPECT_EQ(deployment_facts(owing(50'000_d), {}, {})->steps_taken, 7) << "2 is beyond the last";
}

TEST(DeploymentFacts, WhatOnlyAHistoryKnowsIsUnknown) {
  const auto facts = deployment_facts(owing(20'000_d), {}, 16.5);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->vix, 16.5);
  EXPECT_FALSE(facts->quiet_days || facts->drawdown || facts->backtest || facts->coverage ||
               facts->days_since_breach || facts->volatility_premium || facts->call_probability);
  const auto answer = deployment_answer({}, *facts);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->move, DeploymentMove::hold);
  EXPECT_TRUE(answer->reason.contains("fall from the peak is not known")) << answer->reason;
}

TEST(DeploymentFacts, ABreachIsSeen) {
  EXPECT_EQ(deployment_facts(owing(80'000_d), {}, {})->standing, LevelStanding::breached);
  EXPECT_EQ(deployment_facts(owing(20'000_d), {}, {})->standing, LevelStanding::clear);
}

TEST(DeploymentFacts, WithoutEquityThereIsNoLeverage) {
  EXPECT_FALSE(deployment_facts({.method = "flat"}, {}, {}));
  EXPECT_FALSE(deployment_facts(owing(100'000_d), {}, {}));
}

}  // namespace
}  // namespace plimsoll::strategy
