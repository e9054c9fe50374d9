#include "strategy/limits_held.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Analysis analysed(const Book& book) {
  Analysis made{.method = "flat"};
  made.room = room(book).value();
  made.carry = carry(book, {});
  made.buffer = buffer(book, {}, {});
  made.distance = distance(book, {});
  made.time_to_call = time_to_call(**made.distance, {}, {.paths = 0});
  made.size = size(book, {}, {.today = **made.buffer});
  return made;
}

const LimitHeld& of(const std::vector<LimitHeld>& limits, std::string_view key) {
  const auto found = std::ranges::find(limits, key, &LimitHeld::key);
  EXPECT_NE(found, limits.end()) << key;
  return *found;
}

TEST(LimitsHeld, AFigureBesideEveryLimit) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d).quoted("VIX", 16_d);
  const auto limits = limits_held(analysed(book), {});
  EXPECT_EQ(of(limits, "buffer.target_multiple").state, Outcome::violated);
  EXPECT_EQ(of(limits, "buffer.target_multiple").figure, "1.66 times");
  EXPECT_EQ(of(limits, "buffer.target_multiple").bound, "at least 2");
  EXPECT_EQ(of(limits, "levels.breach").state, Outcome::kept);
  EXPECT_EQ(of(limits, "practices.decline_least").state, Outcome::violated);
  EXPECT_EQ(of(limits, "practices.decline_least").figure, "28.5 %");
  EXPECT_EQ(of(limits, "size.single_name_most").figure, "100 %, XYZ");
  EXPECT_EQ(of(limits, "size.single_name_most").state, Outcome::violated);
  EXPECT_EQ(of(limits, "size.leverage_most").state, Outcome::kept) << "exactly two";
}

TEST(LimitsHeld, WhatIsNotKnownIsNeitherKeptNorBreached) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const auto limits = limits_held(analysed(book), {});
  for (const char* key : {"rates.coverage_critical", "practices.call_probability_most",
                          "practices.liquidation_days_most", "size.sector_most"}) {
    EXPECT_EQ(of(limits, key).state, Outcome::unknown) << key;
    EXPECT_FALSE(of(limits, key).missing.empty()) << key;
    EXPECT_TRUE(of(limits, key).figure.empty()) << key;
  }
}

TEST(LimitsHeld, OfAMemberThatIsNotAnsweredNothingIsKnown) {
  Analysis none{.method = "flat"};
  none.distance = std::unexpected{Error{Reason::bad_input, "no price", "XYZ"}};
  const auto limits = limits_held(none, {});
  ASSERT_FALSE(limits.empty());
  for (const LimitHeld& one : limits) EXPECT_EQ(one.state, Outcome::unknown) << one.what;
  EXPECT_EQ(of(limits, "practices.decline_least").missing, "distance: no price");
  EXPECT_EQ(of(limits, "levels.breach").missing, "buffer: was not asked for");
}

TEST(LimitsHeld, WithoutDebtThereIsNothingToCover) {
  BookOf book{30_pct};
  book.shares("XYZ", 100, 100_d).cash(1'000_d);
  const auto limits = limits_held(analysed(book), {});
  EXPECT_EQ(of(limits, "rates.coverage_critical").state, Outcome::kept);
  EXPECT_EQ(of(limits, "rates.coverage_critical").figure, "nothing is owed");
  EXPECT_EQ(of(limits, "carry.breach_distance").state, Outcome::kept);
  EXPECT_EQ(of(limits, "levels.utilisation_critical").figure, "nothing is owed");
  EXPECT_EQ(of(limits, "practices.decline_least").figure, "no fall brings one");
}

}  // namespace
}  // namespace plimsoll::strategy
