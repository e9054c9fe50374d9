#include "strategy/crossings.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plimsoll::strategy {
namespace {

TEST(Crossings, OfALineIsWhereItCrosses) {
  int asked = 0;
  const auto found = crossings(
      [&](double x) {
        ++asked;
        return Result<double>{35'000 + 100'000 * x};
      },
      {.slope_most = 200'000});
  ASSERT_EQ(found.all.size(), 1u);
  EXPECT_NEAR(found.all[0].at, -0.35, 1e-10);
  EXPECT_FALSE(found.all[0].jump);
  EXPECT_LT(asked, 60);
  EXPECT_EQ(found.from, -0.95);
  EXPECT_EQ(found.to, 1.0);
}

TEST(Crossings, AllOfThemBothWays) {
  // A strangle: room in the middle, none outside; and at the far end room again.
  const auto curve = [](double x) {
    return Result<double>{-(x + 0.9) * (x + 0.151515) * (x - 0.0909) * 1000};
  };
  const auto found = crossings(curve, {});
  ASSERT_EQ(found.all.size(), 3u);
  EXPECT_NEAR(found.all[0].at, -0.9, 1e-10);
  EXPECT_NEAR(found.all[1].at, -0.151515, 1e-10);
  EXPECT_NEAR(found.all[2].at, 0.0909, 1e-10);
}

TEST(Crossings, NearlyAtTheBottom) {
  for (const double at : {-0.96, -0.97, -0.999, -0.99995}) {
    const auto found =
        crossings([&](double x) { return Result<double>{x - at}; }, {.from = -(1 - 1e-6)});
    ASSERT_EQ(found.all.size(), 1u) << at;
    EXPECT_NEAR(found.all[0].at, at, 1e-10);
    EXPECT_EQ(found.from, -(1 - 1e-6));
  }
}

TEST(Crossings, OfWhatNeverCrossesThereAreNone) {
  EXPECT_TRUE(crossings([](double) { return Result<double>{1.0}; }, {}).all.empty());
  EXPECT_TRUE(crossings([](double) { return Result<double>{0.0}; }, {}).all.empty());
}

TEST(Crossings, ALeapIsFoundAndSaidToBeOne) {
  const auto found =
      crossings([](double x) { return Result<double>{x < -0.3 ? -500.0 : 500 + x}; }, {});
  ASSERT_EQ(found.all.size(), 1u);
  EXPECT_NEAR(found.all[0].at, -0.3, 1e-10);
  EXPECT_TRUE(found.all[0].jump);
}

TEST(Crossings, AKinkMayBeTheWholeInterval) {
  // Below nothing between -0.200 and -0.201 alone: the grid steps over it, its kinks do not.
  const auto curve = [](double x) {
    return Result<double>{std::abs(x + 0.2005) < 0.0005 ? -1.0 : 1.0};
  };
  EXPECT_TRUE(crossings(curve, {}).all.empty());
  const double kinks[] = {-0.2005};
  EXPECT_EQ(crossings(curve, {.kinks = kinks}).all.size(), 2u);
}

TEST(Crossings, WhereThereIsNoValueTheSearchEndsWithItsReason) {
  const auto found = crossings(
      [](double x) -> Result<double> {
        if (x < -0.5) return fail(Reason::bad_input, "no value");
        return 1 + x;
      },
      {});
  EXPECT_TRUE(found.all.empty());
  ASSERT_TRUE(found.stopped_below);
  EXPECT_EQ(found.stopped_below->what, "no value");
  EXPECT_FALSE(found.stopped_above);
  EXPECT_GT(found.from, -0.5);
}

TEST(Crossings, PassingOverWhatCannotBeReachedFindsTheSame) {
  for (const double root : {-0.9, -0.4, -0.01, 0.03, 0.7}) {
    const auto curve = [&](double x) { return Result<double>{root < 0 ? x - root : root - x}; };
    const auto all = crossings(curve, {}), some = crossings(curve, {.slope_most = 1});
    ASSERT_EQ(all.all.size(), 1u);
    ASSERT_EQ(some.all.size(), 1u);
    EXPECT_NEAR(all.all[0].at, root, 1e-10);
    EXPECT_NEAR(some.all[0].at, root, 1e-10);
  }
}

}  // namespace
}  // namespace plimsoll::strategy
