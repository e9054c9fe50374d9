// When rates ask for a decision: on the threshold and one step beside it.

#include "strategy/rate_triggers.hpp"

#include <gtest/gtest.h>

namespace plimsoll::strategy {
namespace {

/// 100,000 at 6 % against an income of 9,000: covered one and a half times.
RateTriggersAsked asked() {
  return {.debit = 100000_usd, .interest_a_year = 6000_usd, .income_a_year = 9000_usd};
}

RateEvent event_of(const RateTriggersAsked& from, RateTrigger trigger) {
  for (const RateEvent& one : rate_events(from))
    if (one.trigger == trigger) return one;
  ADD_FAILURE() << name_of(trigger);
  return {};
}

TEST(RateTriggers, OneOfEachInOrder) {
  std::vector<std::string_view> names;
  for (const RateEvent& one : rate_events(asked())) names.push_back(name_of(one.trigger));
  EXPECT_EQ(names, (std::vector<std::string_view>{"reassess", "breakeven", "coverage_watch",
                                                  "coverage_warn", "coverage_critical"}));
}

TEST(RateTriggers, CoverageBelowItsLevels) {
  const RateEvent watch = event_of(asked(), RateTrigger::coverage_watch);
  EXPECT_EQ(watch.state, TriggerState::reached);
  EXPECT_DOUBLE_EQ(watch.threshold, 2);
  EXPECT_DOUBLE_EQ(*watch.value, 1.5);
  EXPECT_EQ(watch.rate_at, 0.045_d);
  EXPECT_EQ(watch.rise_left, -0.015_d);
  // At the level it is not below it; a cent less is.
  EXPECT_EQ(event_of(asked(), RateTrigger::coverage_warn).state, TriggerState::clear);
  RateTriggersAsked less = asked();
  less.income_a_year = 8999.99_usd;
  EXPECT_EQ(event_of(less, RateTrigger::coverage_warn).state, TriggerState::reached);
  const RateEvent critical = event_of(asked(), RateTrigger::coverage_critical);
  EXPECT_EQ(critical.state, TriggerState::clear);
  EXPECT_EQ(critical.rise_left, 0.03_d);
}

TEST(RateTriggers, BreakevenWithinTheBuffer) {
  RateTriggersAsked near = asked();
  near.income_a_year = 6500_usd;  // 6.5 % on the debit, half a point above
  const RateEvent at = event_of(near, RateTrigger::breakeven);
  EXPECT_EQ(at.state, TriggerState::reached);
  EXPECT_DOUBLE_EQ(*at.value, 0.005);
  EXPECT_EQ(at.rate_at, 0.06_d);
  EXPECT_EQ(at.rise_left, 0_d);
  near.income_a_year = 6500.01_usd;
  EXPECT_EQ(event_of(near, RateTrigger::breakeven).state, TriggerState::clear);
}

TEST(RateTriggers, ReassessOnceRisenSoFar) {
  RateTriggersAsked risen = asked();
  EXPECT_EQ(event_of(risen, RateTrigger::reassess).state, TriggerState::unknown);
  EXPECT_TRUE(event_of(risen, RateTrigger::reassess).missing.contains("approved"));
  risen.rate_at_approval = 0.05_d;
  const RateEvent at = event_of(risen, RateTrigger::reassess);
  EXPECT_EQ(at.state, TriggerState::reached);
  EXPECT_DOUBLE_EQ(*at.value, 0.01);
  EXPECT_EQ(at.rate_at, 0.06_d);
  risen.rate_at_approval = 0.0501_d;
  EXPECT_EQ(event_of(risen, RateTrigger::reassess).state, TriggerState::clear);
  EXPECT_EQ(event_of(risen, RateTrigger::reassess).rise_left, 0.0001_d);
}

TEST(RateTriggers, UnknownIncomeIsNotNoIncome) {
  RateTriggersAsked unknown = asked();
  unknown.income_a_year = {};
  for (const RateEvent& one : rate_events(unknown)) {
    EXPECT_EQ(one.state, TriggerState::unknown) << name_of(one.trigger);
    EXPECT_FALSE(one.value);
    EXPECT_FALSE(one.rise_left);
    EXPECT_FALSE(one.missing.empty());
  }
  unknown.income_a_year = 0_usd;
  EXPECT_EQ(event_of(unknown, RateTrigger::coverage_critical).state, TriggerState::reached);
}

TEST(RateTriggers, WithoutInterestNothingHasToBeCovered) {
  RateTriggersAsked free = asked();
  free.interest_a_year = 0_usd;
  const RateEvent event = event_of(free, RateTrigger::coverage_critical);
  EXPECT_EQ(event.state, TriggerState::clear);
  EXPECT_FALSE(event.value);
}

TEST(RateTriggers, RateOfAYear) {
  EXPECT_EQ(yearly_rate(4950_usd, 60000_usd), 0.0825_d);
  EXPECT_EQ(name_of(TriggerState::clear), "clear");
}

TEST(RateTriggers, OtherCostsMoveTheBreakevenAndNotTheCoverage) {
  RateTriggersAsked with = asked();
  with.costs_a_year = 3000_usd;
  const auto events = rate_events(with), without = rate_events(asked());
  EXPECT_EQ(events[1].rate_at, *without[1].rate_at - 0.03_d) << "3,000 on 100,000";
  for (std::size_t i = 2; i < events.size(); ++i) EXPECT_EQ(events[i].value, without[i].value);
}

}  // namespace
}  // namespace plimsoll::strategy
