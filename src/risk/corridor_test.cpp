#include "risk/corridor.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

#include "risk/barrier_simulation.hpp"

namespace plimsoll::risk {
namespace {

/// By the oscillations alone, so many that any time will do: another calculation of the same.
double by_modes(const Corridor& c, double years) {
  const double width = *c.down + *c.up, tilt = c.drift / c.volatility / c.volatility;
  double stayed = 0;
  for (int n = 1; n < 4000; ++n) {
    const double wave = n * std::numbers::pi / width, square = tilt * tilt + wave * wave;
    const double fading = std::exp(-0.5 * square * c.volatility * c.volatility * years);
    stayed += 2 / width * std::sin(wave * *c.down) * wave / square * fading *
              (std::exp(-tilt * *c.down) - (n % 2 == 0 ? 1 : -1) * std::exp(tilt * *c.up));
  }
  return 1 - stayed;
}

/// Three strangles on an index: called 12.4 % down and 7.46 % up.
Corridor strangle() { return {-std::log1p(-0.124), std::log1p(0.0746), 0.07 - 0.02, 0.20}; }

TEST(Corridor, BothSeriesAreTheSameAtAnyTime) {
  for (const Corridor& one : {strangle(), Corridor{0.4, 0.1, -1.5, 0.3}, Corridor{0.1, 3, 0.9, 0.5},
                              Corridor{0.02, 0.02, 0, 0.16}})
    for (const double years : {0.01, 1.0 / 12, 0.25, 0.5, 1.0, 2.0, 10.0})
      EXPECT_NEAR(probability_by(one, years), by_modes(one, years), 1e-11)
          << *one.down << " " << *one.up << " in " << years;
}

TEST(Corridor, NeitherSeriesLeapsWhereOneTakesOver) {
  for (const double drift : {-4.0, -0.1, 0.0, 0.3, 6.0}) {
    const Corridor one{0.13, 0.07, drift, 0.2};
    const double years = std::pow(0.2 / 0.2, 2);  // variance is the square of the width
    EXPECT_NEAR(probability_by(one, years * (1 - 1e-13)), probability_by(one, years * (1 + 1e-13)),
                1e-12);
  }
}

TEST(Corridor, OfALevelOutOfReachItIsTheOther) {
  const Barrier down{0.2, 0.03, 0.2}, up{0.2, -0.03, 0.2};
  for (const double years : {0.05, 0.5, 1.0}) {
    EXPECT_NEAR(probability_by({0.2, 9, 0.03, 0.2}, years), probability_by(down, years), 1e-15);
    EXPECT_NEAR(probability_by({9, 0.2, 0.03, 0.2}, years), probability_by(up, years), 1e-15);
    EXPECT_EQ(probability_by({0.2, {}, 0.03, 0.2}, years), probability_by(down, years));
    EXPECT_EQ(probability_by({{}, 0.2, 0.03, 0.2}, years), probability_by(up, years));
    EXPECT_EQ(probability_at({{}, 0.2, 0.03, 0.2}, years), probability_at(up, years));
  }
  EXPECT_EQ(median_years(down), years_until({0.2, {}, 0.03, 0.2}, 0.5));
  EXPECT_EQ(expected_years({{}, 0.2, 0.03, 0.2}), 0.2 / 0.03);
  EXPECT_EQ(expected_years({0.2, {}, 0.03, 0.2}), std::nullopt);
  EXPECT_LT(probability_ever({0.2, {}, 0.03, 0.2}), 1);
}

TEST(Corridor, FarLevelsKeepTheirDigits) {
  const Corridor far{0.5, 0.6, 0.0, 0.2};
  const double both = probability_by(*below(far), 0.1) + probability_by(*above(far), 0.1);
  EXPECT_LT(both, 1e-10);
  EXPECT_NEAR(probability_by(far, 0.1) / both, 1, 1e-12);
}

TEST(Corridor, MeanAndMedian) {
  // Without a drift the mean is a b / volatility².
  EXPECT_DOUBLE_EQ(*expected_years({0.3, 0.1, 0, 0.2}), 0.3 * 0.1 / 0.04);
  // From the middle with a drift: width tanh(drift width / volatility² / 2) / (2 drift).
  for (const double drift : {-0.8, 1e-7, 0.02, 5.0})
    EXPECT_NEAR(
        *expected_years({0.1, 0.1, drift, 0.2}) / (0.1 * std::tanh(drift * 0.1 / 0.04) / drift), 1,
        1e-9)
        << drift;
  // The mean is the integral of the chance to have stayed.
  double integral = 0;
  for (int i = 0; i < 40'000; ++i)
    integral += 1e-4 * (1 - probability_by(strangle(), (i + 0.5) * 1e-4));
  EXPECT_NEAR(*expected_years(strangle()), integral, 1e-8);
  const auto median = years_until(strangle(), 0.5);
  ASSERT_TRUE(median);
  EXPECT_NEAR(probability_by(strangle(), *median), 0.5, 1e-14);
  EXPECT_EQ(probability_ever(strangle()), 1);
}

TEST(Corridor, ReachedAndUnmoving) {
  EXPECT_EQ(probability_by({0.0, 0.1, 0, 0.2}, 0), 1);
  EXPECT_EQ(probability_by({0.1, -0.1, 0, 0.2}, 0), 1);
  EXPECT_EQ(probability_by({0.1, 0.2, 0.1, 0.2}, 0), 0);
  EXPECT_EQ(probability_by({0.1, 0.2, 0.1, 0}, 1.9), 0);
  EXPECT_EQ(probability_by({0.1, 0.2, 0.1, 0}, 2.1), 1);
  EXPECT_EQ(probability_by({0.1, 0.2, -0.1, 0}, 1.1), 1);
  EXPECT_EQ(expected_years({0.1, 0.2, 0.1, 0}), 2);
  EXPECT_EQ(watched_every(1, {0.1, {}, 0, 0.2}).up, std::nullopt);
  EXPECT_GT(watched_every(1, {0.1, 0.1, 0, 0.2}).up, 0.1);
}

TEST(Corridor, LevelsThatNearEachOther) {
  // As slow as nothing it is the corridor whose levels stay.
  Corridor slow = strangle();
  slow.rising = 1e-12;
  for (const double years : {0.05, 0.25, 1.0})
    EXPECT_NEAR(probability_by(slow, years), probability_by(strangle(), years), 1e-10) << years;
  EXPECT_NEAR(*expected_years(slow) / *expected_years(strangle()), 1, 1e-6);
  // Of a level out of reach it is the barrier that moves.
  EXPECT_NEAR(probability_by({0.3, 9, 0.05, 0.2, 0.08}, 1),
              probability_by(Barrier{0.3, 0.05 - 0.08, 0.2}, 1), 1e-12);
  EXPECT_NEAR(probability_by({9, 0.3, 0.05, 0.2, 0.08}, 1),
              probability_by(Barrier{0.3, -0.05, 0.2}, 1), 1e-12);
  // Between corridors that stay as it is now and as it is then.
  const Corridor wedge{0.1325, 0.072, 0.05, 0.2, 0.08};
  const double by = probability_by(wedge, 1);
  EXPECT_GT(by, probability_by({0.1325, 0.072, 0.05, 0.2}, 1));
  EXPECT_LT(by, probability_by({0.0525, 0.072, 0.05, 0.2}, 1));
  EXPECT_EQ(probability_by(wedge, 2.6), 1) << "the levels have met";
  EXPECT_LE(probability_by(wedge, 2.55), 1);
  EXPECT_LT(*expected_years(wedge), *expected_years({0.1325, 0.072, 0.05, 0.2}));
  EXPECT_FALSE(check(Corridor{0.1, 0.1, 0, 0.2, -0.01}));
}

/// Watched so often that the correction is small, and with it: paths know of no formula.
TEST(Corridor, PathsBetweenLinesAgree) {
  const Corridor wedge{0.1325, 0.072, 0.05, 0.2, 0.25};
  const auto paths = simulate({.barrier = *below(wedge),
                               .opposite = above(wedge),
                               .years = 0.3,
                               .steps_a_year = 2520,
                               .paths = 40'000,
                               .seed = 3});
  ASSERT_TRUE(paths);
  const double closed = probability_by(watched_every(paths->interval_years, wedge), 0.3);
  EXPECT_LE(paths->probability_interval().least - 0.001, closed);
  EXPECT_LE(closed, paths->probability_interval().most + 0.001);
}

TEST(Corridor, RefusesWhatIsNone) {
  EXPECT_EQ(check(Corridor{}).error().what, "there is no level to reach; give one below or above");
  EXPECT_FALSE(check(Corridor{0.1, 701, 0, 0.2}));
  EXPECT_FALSE(check(Corridor{std::nan(""), {}, 0, 0.2}));
  EXPECT_TRUE(check(strangle()));
}

RC_GTEST_PROP(Corridor, IsNoLessThanEitherAndNoMoreThanBoth, ()) {
  const auto drawn = [](int from, int to) { return *rc::gen::inRange(from, to) / 1000.0; };
  const Corridor one{drawn(1, 1500), drawn(1, 1500), drawn(-900, 900), drawn(20, 1200)};
  const double years = drawn(1, 12'000);
  const double down = probability_by(*below(one), years), up = probability_by(*above(one), years);
  const double either = probability_by(one, years);
  RC_ASSERT(either >= std::max(down, up) - 1e-12);
  RC_ASSERT(either <= down + up + 1e-12);
  RC_ASSERT(either >= probability_at(one, years) - 1e-12);
  RC_ASSERT(either >= probability_by(one, years * 0.99) - 1e-12);
}

}  // namespace
}  // namespace plimsoll::risk
