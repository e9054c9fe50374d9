#include "methods/span/ladder.hpp"

#include <gtest/gtest.h>

namespace plimsoll::span {
namespace {

constexpr Month march{2026, 3, {}}, june{2026, 6, {}}, september{2026, 9, {}};
const Month june_week{2026, 6, DayCode{"W1"}};

TEST(Reach, HoldsMonthsOfATier) {
  const clearing::Tier tier{.name = {}, .first = march, .last = june};
  const Reach reach{&tier};
  EXPECT_TRUE(reach.holds(march));
  EXPECT_TRUE(reach.holds(june));
  EXPECT_TRUE(reach.holds(june_week));  // a bound without a day is the whole month
  EXPECT_FALSE(reach.holds(september));
  const clearing::Tier days{
      .name = {}, .first = {2026, 6, DayCode{"10"}}, .last = {2026, 6, DayCode{"20"}}};
  EXPECT_TRUE(Reach{&days}.holds({2026, 6, DayCode{"10"}}));
  EXPECT_FALSE(Reach{&days}.holds({2026, 6, DayCode{"21"}}));
  EXPECT_FALSE(Reach{&days}.holds({2026, 6, DayCode{"09"}}));
  EXPECT_TRUE(Reach{}.holds(march));
  EXPECT_FALSE((Reach{.month = june}.holds(june_week)));
}

TEST(Ladder, KeepsMonthsInOrderAndSums) {
  Ladder ladder;
  ladder.add(june, 5_d);
  ladder.add(march, -2_d);
  ladder.add(june, 1.5_d);
  ASSERT_EQ(ladder.rungs().size(), 2u);
  EXPECT_EQ(ladder.rungs()[0].month, march);
  EXPECT_EQ(ladder.left({}, Sign::bought), 6.5_d);
  EXPECT_EQ(ladder.left({}, Sign::sold), 2_d);
  EXPECT_EQ(ladder.net_first({}), 4.5_d);
  EXPECT_EQ(ladder.net_left({.month = march}), -2_d);
}

TEST(Ladder, TakesFromTheFrontMonthOn) {
  Ladder ladder;
  ladder.add(march, 3_d);
  ladder.add(june, -4_d);
  ladder.add(september, 5_d);
  ladder.take_in_calendar({}, Sign::bought, 4_d);
  EXPECT_EQ(ladder.rungs()[0].left, 0_d);
  EXPECT_EQ(ladder.rungs()[0].in_calendars, 3_d);
  EXPECT_EQ(ladder.rungs()[1].left, -4_d);
  EXPECT_EQ(ladder.rungs()[2].left, 4_d);
  EXPECT_EQ(ladder.rungs()[2].in_calendars, 1_d);
  ladder.take({}, Sign::sold, 10_d);
  EXPECT_EQ(ladder.rungs()[1].left, 0_d);
  EXPECT_EQ(ladder.rungs()[1].in_calendars, 0_d);
  EXPECT_EQ(ladder.rungs()[1].first, -4_d);
}

}  // namespace
}  // namespace plimsoll::span
