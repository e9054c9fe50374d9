#include "pricing/exercise_boundary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plimsoll::pricing {
namespace {

/// At the root of a time, from stretches that double.
double log_boundary(const UnitPut& put, Kept kept, double root_years) {
  ExerciseBoundary boundary{put, kept, ReferenceAccuracy{}};
  for (double to = root_years / 1024; to <= root_years; to *= 2) EXPECT_TRUE(boundary.extend(to));
  return boundary.log_at(root_years);
}

TEST(ExerciseBoundary, BeginsAtTheStrikeOrWhereInterestIsWorthTheYield) {
  const auto start = [](double rate, double yield, Kept kept) {
    return std::exp(ExerciseBoundary{{rate, yield, 0.2}, kept, ReferenceAccuracy{}}.log_at(0));
  };
  EXPECT_DOUBLE_EQ(start(0.05, 0, Kept::above), 1);
  EXPECT_DOUBLE_EQ(start(0.05, 0.05, Kept::above), 1);
  EXPECT_DOUBLE_EQ(start(0.05, -0.01, Kept::above), 1);
  EXPECT_DOUBLE_EQ(start(0.02, 0.08, Kept::above), 0.25);
  EXPECT_DOUBLE_EQ(start(-0.01, -0.02, Kept::above), 1);
  EXPECT_DOUBLE_EQ(start(-0.01, -0.02, Kept::below), 0.5);
}

// Without expiry the boundary is in closed form (Merton 1973). 400 years are as good.
TEST(ExerciseBoundary, EndsWhereThatWithoutExpiryIs) {
  struct Row {
    double rate, yield, volatility;
  };
  for (const auto& [rate, yield, volatility] :
       {Row{0.05, 0, 0.2}, Row{0.05, 0.05, 0.3}, Row{0.04, 0.08, 0.25}, Row{0.08, -0.02, 0.4}}) {
    const double variance = volatility * volatility;
    const double slope = rate - yield - 0.5 * variance;
    const double root = -(slope + std::sqrt(slope * slope + 2 * variance * rate)) / variance;
    EXPECT_NEAR(std::exp(log_boundary({rate, yield, volatility}, Kept::above, 20)),
                root / (root - 1), 1e-5)
        << rate << " " << yield;
  }
}

// Near expiry: Evans, Kuske and Keller (2002).
TEST(ExerciseBoundary, LeavesItsStartAsItShould) {
  constexpr double volatility = 0.25, root = 1e-4;
  const double moved = log_boundary({0.03, 0.06, volatility}, Kept::above, root) - std::log(0.5);
  EXPECT_NEAR(moved / (volatility * root), -0.6388, 2e-4);
  const double rose = log_boundary({-0.03, -0.06, volatility}, Kept::below, root) - std::log(0.5);
  EXPECT_NEAR(rose / (volatility * root), 0.6388, 2e-4);
}

TEST(ExerciseBoundary, OfAPutFalls) {
  ExerciseBoundary boundary{{0.05, 0.02, 0.3}, Kept::above, ReferenceAccuracy{}};
  double before = 0;
  for (double to = 1.0 / 256; to <= 1; to *= 2) {
    ASSERT_TRUE(boundary.extend(to));
    for (double root = 0.55 * to; root <= to; root += 0.05 * to) {
      EXPECT_LT(boundary.log_at(root), before);
      before = boundary.log_at(root);
    }
  }
  boundary.shorten();
  EXPECT_DOUBLE_EQ(boundary.root_years(), 0.5);
}

// Both meet a little after a year; the upper one ends there.
TEST(ExerciseBoundary, SaysWhereItEnds) {
  ExerciseBoundary upper{{-0.005, -0.01, 0.2}, Kept::above, ReferenceAccuracy{}};
  for (double to = 1.0 / 1024; to <= 1; to *= 2) ASSERT_TRUE(upper.extend(to));
  EXPECT_FALSE(upper.extend(2));
  EXPECT_DOUBLE_EQ(upper.root_years(), 1);
}

TEST(Cuts, MeetTheStretchesAndTheScale) {
  const std::vector<double> angles = cuts({0, 0.5, 1}, 1, 0.1);
  EXPECT_EQ(angles.front(), 0);
  EXPECT_EQ(angles.back(), std::numbers::pi / 2);
  EXPECT_TRUE(std::ranges::is_sorted(angles));
  EXPECT_TRUE(std::ranges::any_of(
      angles, [](double angle) { return std::abs(std::cos(angle) - 0.5) < 1e-15; }));
  EXPECT_LE(std::sin(angles[1]), 0.1);
}

}  // namespace
}  // namespace plimsoll::pricing
