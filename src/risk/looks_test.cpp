#include "risk/looks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "risk/barrier_simulation.hpp"

namespace plimsoll::risk {
namespace {

constexpr double day = 1.0 / 252;

TEST(Looks, OneLookIsTheEnd) {
  const Corridor near{0.069, {}, -0.07, 0.4};
  EXPECT_DOUBLE_EQ(seen_by(near, {day, 1}), probability_at(near, day));
  // The correction for many looks has not a third of it.
  EXPECT_LT(probability_by(watched_every(day, near), day), 0.35 * probability_at(near, day));
}

/// Two looks: out at the first, or between and out at the second: one integral, by midpoints.
TEST(Looks, TwoLooksAreOneIntegral) {
  for (const Corridor& one : {Corridor{0.03, {}, 0.1, 0.4}, Corridor{0.03, 0.02, -0.2, 0.4}}) {
    const double s = 0.4 * std::sqrt(day), step = 1e-6, top = one.up.value_or(0.4);
    double second = 0;
    for (double y = -0.03 + step / 2; y < top; y += step) {
      const double z = (y - one.drift * day) / s;
      Corridor there = one;
      there.down = 0.03 + y;
      if (there.up) there.up = *one.up - y;
      second += step * std::exp(-0.5 * z * z) / s / std::sqrt(2 * std::acos(-1.0)) *
                probability_at(there, day);
    }
    EXPECT_NEAR(seen_by(one, {day, 2}), probability_at(one, day) + second, 1e-9);
  }
}

TEST(Looks, AgreeWithPathsThatAreLookedAt) {
  const Barrier down{0.09, -0.05, 0.4}, up{0.07, 0.05, 0.4};
  const auto paths =
      simulate({.barrier = down, .opposite = up, .years = 10 * day, .paths = 200'000, .seed = 7});
  ASSERT_TRUE(paths);
  const double counted = seen_by({0.09, 0.07, -0.05, 0.4}, {day, 10});
  const Interval interval = paths->probability_interval();
  EXPECT_LE(interval.least - 0.001, counted);
  EXPECT_LE(counted, interval.most + 0.001);
}

TEST(Looks, OfALevelThatComesUp) {
  // One level that comes up is a drift towards it.
  const Corridor rising{0.03, {}, 0.1, 0.4, 2.5}, drifting{0.03, {}, 0.1 - 2.5, 0.4};
  for (const int count : {1, 2, 7, 20})
    EXPECT_NEAR(seen_by(rising, {day, count}), seen_by(drifting, {day, count}), 1e-10) << count;
  // Levels that meet leave nothing between.
  EXPECT_NEAR(seen_by({0.02, 0.02, 0, 0.2, 1}, {day, 12}), 1, 1e-10);
}

TEST(Looks, FewAndManyMeet) {
  for (const Corridor& one : {Corridor{0.2, {}, -0.01, 0.4}, Corridor{0.1, 0.1, 0, 0.2}}) {
    const double few = seen_by(one, {day, looks_counted});
    const double many = seen_by(one, {day, looks_counted + 1});
    EXPECT_LT(few, many);
    EXPECT_LT(many - few, 0.25 * many);
  }
}

TEST(Looks, WhenTheyHaveSeenHalf) {
  const Corridor near{0.01, {}, 0, 0.4};
  EXPECT_EQ(years_until_seen(near, day, 0.1), day);
  const Corridor far{0.4, 0.4, 0, 0.2};
  EXPECT_EQ(years_until_seen(far, day, 0.5), years_until(watched_every(day, far), 0.5));
  EXPECT_EQ(years_until_seen({0.4, {}, 1, 0.2}, day, 0.5), std::nullopt);
  EXPECT_EQ(years_until_seen({0.0, {}, 1, 0.2}, day, 0.5), 0);
}

TEST(Looks, ReachedAndUnmoving) {
  EXPECT_EQ(seen_by({0.0, {}, 1, 0.2}, {day, 3}), 1);
  EXPECT_EQ(seen_by({0.1, {}, -0.1 * 252 / 2.5, 0}, {day, 2}), 0);
  EXPECT_EQ(seen_by({0.1, {}, -0.1 * 252 / 2.5, 0}, {day, 3}), 1);
}

RC_GTEST_PROP(Looks, AreBetweenTheEndAndAlways, ()) {
  const auto drawn = [](int from, int to) { return *rc::gen::inRange(from, to) / 1000.0; };
  const Corridor one{drawn(1, 400), drawn(1, 400), drawn(-900, 900), drawn(50, 900)};
  const Looks looks{day, *rc::gen::inRange(1, 40)};
  const double seen = seen_by(one, looks), years = looks.count * day;
  RC_ASSERT(seen <= probability_by(one, years) + 1e-10);
  RC_ASSERT(probability_at(one, years) <= seen + 1e-12);
  RC_ASSERT(seen_by(one, {day, looks.count + 1}) >= seen - 1e-4);
}

}  // namespace
}  // namespace plimsoll::risk
