#include "strategy/practice_facts.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

TEST(PracticeFacts, AreWhatTheAnswersKnow) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d).shares("BBB", 1000, 100_d).cash(-100'000_d);
  const Distance far = distance(book, {}).value();
  const Buffer today = buffer(book, {}, {}).value();
  const PracticeFacts facts = practice_facts({.buffer = &today, .distance = &far, .as_of = day});
  EXPECT_DOUBLE_EQ(*facts.leverage, 2);
  EXPECT_DOUBLE_EQ(*facts.buffer_multiple, 2);
  ASSERT_TRUE(facts.decline_to_call && facts.decline_to_call->value);
  EXPECT_NEAR(*facts.decline_to_call->value, 1.0 / 3, 1e-9);
  EXPECT_FALSE(facts.coverage) << "carry was not answered";
  EXPECT_FALSE(facts.call_probability);
  EXPECT_FALSE(facts.rates_age_days);
}

TEST(PracticeFacts, WhatDoesNotApplyIsNotUnknown) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d).cash(10'000_d);
  const Distance far = distance(book, {}).value();
  const PracticeFacts facts = practice_facts({.distance = &far, .as_of = day});
  ASSERT_TRUE(facts.decline_to_call);
  EXPECT_FALSE(facts.decline_to_call->value) << "no fall brings a call";
  BookOf called{25_pct};
  called.shares("AAA", 1000, 100_d).cash(-90'000_d);
  const Distance near = distance(called, {}).value();
  const PracticeFacts facts_of_called = practice_facts({.distance = &near, .as_of = day});
  EXPECT_EQ(facts_of_called.decline_to_call->value, 0);
  EXPECT_EQ(facts_of_called.call_probability, 1);
}

TEST(PracticeFacts, ARiseIsACallToo) {
  BookOf book{25_pct};
  book.shares("AAA", -1000, 100_d).cash(180'000_d).quoted("VIX", 20_d);
  const Distance far = distance(book, {}).value();
  const TimeToCall time =
      time_to_call(far, {.horizon_days = {2520}}, {.borrowing_rate = 0, .paths = 0}).value();
  const PracticeFacts facts =
      practice_facts({.distance = &far, .time_to_call = &time, .as_of = day});
  ASSERT_TRUE(facts.rise_to_call && facts.rise_to_call->value);
  EXPECT_NEAR(*facts.rise_to_call->value, 0.44, 1e-9);
  EXPECT_FALSE(facts.decline_to_call->value);
  EXPECT_NEAR(*facts.lost_by_rise, 0.125, 1e-12);
  EXPECT_NEAR(*facts.lost_by_fall, -0.125, 1e-12);
  // Of 252 days, though the only horizon is of ten years.
  const TimeToCall year =
      time_to_call(far, {.horizon_days = {252}}, {.borrowing_rate = 0, .paths = 0}).value();
  EXPECT_EQ(facts.call_probability, year.regimes[0].horizons[0].probability);
  EXPECT_LT(*facts.call_probability, *facts.call_probability_wilder);
}

// A method whose equity leaves options out still sees a fall take what they are worth.
TEST(PracticeFacts, WhatIsLostIsOfEverything) {
  const Room today{.equity = 300'000_usd,
                   .requirement = 0_usd,
                   .initial = 0_usd,
                   .net_liquidation = 275'000_usd};
  Distance far{.room = today, .market = {.exposure = 0_usd}};
  far.after.down = today;
  far.after.down->net_liquidation = 220'000_usd;
  const PracticeFacts facts = practice_facts({.distance = &far, .as_of = day});
  EXPECT_DOUBLE_EQ(*facts.lost_by_fall, 0.2);
  EXPECT_FALSE(facts.lost_by_rise) << "not answered";
}

}  // namespace
}  // namespace plimsoll::strategy
