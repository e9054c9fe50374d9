#include "risk/first_passage.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "pricing/quadrature.hpp"

namespace plimsoll::risk {
namespace {

const double half_again = std::log(1.5);  // borrowing half at a requirement of 25 %
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Market {
  double mean, loan_rate, volatility;
};

Barrier barrier_of(Market market) {
  const double square = market.volatility * market.volatility;
  return {.log_distance = half_again,
          .drift = market.mean - square / 2 - market.loan_rate,
          .volatility = market.volatility};
}

struct Known {
  Market market;
  double years, by, at, ever;
  std::optional<double> expected;
};

// By the textbook's formula in another language.
TEST(FirstPassage, KnownAnswers) {
  const Known known[] = {
      {{0.07, 0.05, 0.16}, 5, 0.22872065162908778, 0.10861403090467553, 0.7960652506564775, {}},
      {{0.07, 0.05, 0.6}, 0.25, 0.2102064123148351, 0.11157075542253614, 1, 2.5341569256760277},
      {{0, 0.06, 0.8},
       0.08333333333333333,
       0.10001051967578284,
       0.052767244775470956,
       1,
       1.067013442389906},
  };
  for (const Known& row : known) {
    const Barrier barrier = barrier_of(row.market);
    EXPECT_NEAR(probability_by(barrier, row.years), row.by, 1e-12);
    EXPECT_NEAR(probability_at(barrier, row.years), row.at, 1e-12);
    EXPECT_NEAR(probability_ever(barrier), row.ever, 1e-12);
    ASSERT_EQ(expected_years(barrier).has_value(), row.expected.has_value());
    EXPECT_NEAR(expected_years(barrier).value_or(0), row.expected.value_or(0), 1e-12);
  }
}

TEST(FirstPassage, ADayApart) {
  const Barrier barrier = barrier_of({0.07, 0.05, 0.35});
  EXPECT_NEAR(probability_by(barrier, 1), 0.2816346324090757, 1e-12);
  EXPECT_NEAR(probability_by(watched_every(1.0 / 252, barrier), 1), 0.26603548713632263, 1e-9);
  EXPECT_EQ(watched_every(0, barrier).log_distance, barrier.log_distance);
  EXPECT_EQ(watched_every(1, {.log_distance = -0.1, .volatility = 0.2}).log_distance, -0.1);
}

struct Exact {
  Barrier barrier;
  double years, by;
};

// The formula in sixty digits, where it overflows or vanishes in doubles.
TEST(FirstPassage, HoldsInTheTails) {
  constexpr Exact exact[] = {
      {{5, -3, 0.05}, 1.6, 0.00080004809351621275},  // exp(12000) times a tail
      {{5, 3, 0.5}, 10, 7.6676480737219996e-53},
      {{0.4, -0.06, 0.01}, 6, 0.054621029260998989},  // exp(480)
      {{2, 0.3, 0.4}, 0.25, 3.3451729142946246e-25},
      {{0.4, 0, 0.2}, 1, 0.045500263896358414},
      {{0.01, -50, 2}, 0.0001, 0.69228895488562409},
      {{10, -0.5, 0.1}, 19, 0.13029108233086909},
  };
  for (const Exact& row : exact)
    EXPECT_NEAR(probability_by(row.barrier, row.years), row.by, 1e-11 * row.by) << row.by;
}

TEST(FirstPassage, AtTheLimitsIsANumber) {
  for (const double distance : {1e-300, 1e-9, 700.0})
    for (const double drift : {-100.0, -1e-300, 0.0, 1e-300, 100.0})
      for (const double volatility : {0.0, 1e-6, 100.0})
        for (const double years : {0.0, 1e-300, 1e-9, 1.0, 1e4}) {
          const Barrier barrier{distance, drift, volatility};
          ASSERT_TRUE(check(barrier));
          const double by = probability_by(barrier, years);
          const double at = probability_at(barrier, years);
          EXPECT_TRUE(0 <= by && by <= 1) << by;
          EXPECT_TRUE(0 <= at && at <= by) << at << " " << by;
          EXPECT_LE(by, probability_ever(barrier) * (1 + 1e-12));
          EXPECT_GE(density_at(barrier, years).value_or(0), 0);
        }
}

TEST(FirstPassage, AlreadyThere) {
  for (const double distance : {0.0, -0.2}) {
    const Barrier barrier{distance, 0.1, 0.3};
    EXPECT_EQ(probability_by(barrier, 0), 1);
    EXPECT_EQ(probability_by(barrier, 1), 1);
    EXPECT_LT(probability_at(barrier, 1), 1);  // it may have left again
    EXPECT_EQ(probability_at(barrier, 0), 1);
    EXPECT_EQ(probability_ever(barrier), 1);
    EXPECT_EQ(expected_years(barrier), 0);
    EXPECT_EQ(median_years(barrier), 0);
    EXPECT_EQ(density_at(barrier, 1), std::nullopt);
  }
}

TEST(FirstPassage, WithoutTime) {
  const Barrier barrier{0.1, -0.1, 0.3};
  EXPECT_EQ(probability_by(barrier, 0), 0);
  EXPECT_EQ(probability_at(barrier, 0), 0);
  EXPECT_EQ(density_at(barrier, 0), 0);
}

TEST(FirstPassage, ByTheDriftAlone) {
  const Barrier towards{0.5, -0.25, 0};
  EXPECT_EQ(probability_by(towards, 1.99), 0);
  EXPECT_EQ(probability_by(towards, 2), 1);
  EXPECT_EQ(probability_at(towards, 1.99), 0);
  EXPECT_EQ(probability_ever(towards), 1);
  EXPECT_EQ(expected_years(towards), 2);
  EXPECT_EQ(years_until(towards, 0.01), 2);
  EXPECT_EQ(density_at(towards, 2), std::nullopt);
  const Barrier away{0.5, 0, 0};
  EXPECT_EQ(probability_by(away, 1e6), 0);
  EXPECT_EQ(probability_ever(away), 0);
  EXPECT_EQ(expected_years(away), std::nullopt);
  EXPECT_EQ(median_years(away), std::nullopt);
}

// Roots in sixty digits.
TEST(FirstPassage, Medians) {
  EXPECT_NEAR(*median_years(barrier_of({0.07, 0.05, 0.6})), 0.70940012044768062, 1e-13);
  EXPECT_NEAR(*median_years(barrier_of({0, 0.06, 0.8})), 0.36364350673383985, 1e-13);
  EXPECT_NEAR(*median_years(barrier_of({0.07, 0.05, 0.16})), 19.327926330258906, 1e-11);
}

TEST(FirstPassage, WhatIsNeverLikelyHasNoMedian) {
  const Barrier barrier{half_again, 0.1, 0.16};  // ever: 4.2 %
  EXPECT_LT(probability_ever(barrier), 0.05);
  EXPECT_EQ(median_years(barrier), std::nullopt);
  EXPECT_EQ(years_until(barrier, probability_ever(barrier)), std::nullopt);
  EXPECT_TRUE(years_until(barrier, 0.04));
}

// Without drift the median is known and the mean is infinite.
TEST(FirstPassage, WithoutDrift) {
  const Barrier barrier{0.4, 0, 0.2};
  EXPECT_EQ(probability_ever(barrier), 1);
  EXPECT_EQ(expected_years(barrier), std::nullopt);
  constexpr double quarter_below = -0.6744897501960817;
  EXPECT_NEAR(*median_years(barrier), 4 / (quarter_below * quarter_below), 1e-12);
  EXPECT_TRUE(years_until(barrier, 1 - 1e-12));
}

TEST(FirstPassage, DensityIsTheProbabilitysSlope) {
  const pricing::GaussRule rule{40};
  for (const Barrier& barrier : {Barrier{0.4, -0.16, 0.6}, {0.4, 0.05, 0.2}, {0.1, 0, 0.4}}) {
    double sum = 0;  // from 0.01 to 2 years
    for (std::size_t i = 0; i < rule.points.size(); ++i) {
      const double log_low = std::log(0.01), log_high = std::log(2.0);
      const double middle = (log_low + log_high) / 2, half = (log_high - log_low) / 2;
      const double years = std::exp(middle + half * rule.points[i]);
      sum += rule.weights[i] * half * years * *density_at(barrier, years);
    }
    EXPECT_NEAR(sum, probability_by(barrier, 2) - probability_by(barrier, 0.01), 1e-11);
  }
}

/// From `least` to `most`, anywhere.
rc::Gen<double> between(double least, double most) {
  return rc::gen::map(
      rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, 1'000'001)),
      [=](std::int64_t n) { return least + (most - least) * static_cast<double>(n) / 1e6; });
}

Barrier any_barrier() {
  return {.log_distance = *between(0.01, 2),
          .drift = *between(-0.6, 0.3),
          .volatility = *between(0.05, 1.2)};
}

RC_GTEST_PROP(FirstPassage, QuantilesUndoProbabilities, ()) {
  const Barrier barrier = any_barrier();
  const double probability = *between(0.001, 0.999);
  const auto years = years_until(barrier, probability);
  RC_ASSERT(years.has_value() == (probability < probability_ever(barrier)));
  if (years) RC_ASSERT(std::abs(probability_by(barrier, *years) - probability) < 1e-12);
}

RC_GTEST_PROP(FirstPassage, RisesWithTimeAndFallsWithDistance, ()) {
  const Barrier barrier = any_barrier();
  const double years = *between(0.01, 5);
  const double by = probability_by(barrier, years);
  RC_ASSERT(by <= probability_by(barrier, years * 1.1));
  Barrier further = barrier;
  further.log_distance *= 1.1;
  RC_ASSERT(probability_by(further, years) <= by);
  RC_ASSERT(probability_at(barrier, years) <= by);
  RC_ASSERT(by <= probability_ever(barrier) + 1e-14);
}

RC_GTEST_PROP(FirstPassage, TheDistanceIsTheLeast, ()) {
  const Barrier any = any_barrier();
  const Horizon horizon{any.drift, any.volatility, *between(0.01, 3)};
  const double probability = *between(0.0001, 0.5);
  const double distance = distance_for(probability, horizon);
  const auto from = [&](double start) {
    return probability_by({start, horizon.drift, horizon.volatility}, horizon.years);
  };
  RC_ASSERT(from(distance) <= probability);
  RC_ASSERT(from(distance * (1 - 1e-9)) > probability);
}

TEST(FirstPassage, DistancesAtTheEdges) {
  EXPECT_EQ(distance_for(1, {-0.1, 0.2, 1}), 0);
  EXPECT_EQ(distance_for(0.01, {-0.1, 0.2, 0}), 0);
  EXPECT_EQ(distance_for(0.01, {-0.1, 0, 2}), 0.2);
  EXPECT_EQ(distance_for(0.01, {0.1, 0, 2}), 0);
  EXPECT_GT(distance_for(1e-300, {-0.1, 0.2, 1}), 7);
}

struct Refused {
  Barrier barrier;
  const char* what;
};

TEST(FirstPassage, RefusesWhatIsNoBarrier) {
  const Refused refused[] = {
      {{nan, 0, 0.2}, "the log distance is nan; it is ln(value / level), from -700 to 700"},
      {{701, 0, 0.2}, "the log distance is 701; it is ln(value / level), from -700 to 700"},
      {{0.4, 101, 0.2}, "the drift is 101 a year; write five per cent as 0.05, from -100 to 100"},
      {{0.4, -INFINITY, 0.2},
       "the drift is -inf a year; write five per cent as 0.05, from -100 to 100"},
      {{0.4, 0, -0.2},
       "the volatility is -0.2; write 20 per cent as 0.2, zero or from 0.000001 to 100"},
      {{0.4, 0, 1e-7},
       "the volatility is 1e-07; write 20 per cent as 0.2, zero or from 0.000001 to 100"},
      {{0.4, 0, nan},
       "the volatility is nan; write 20 per cent as 0.2, zero or from 0.000001 to 100"},
  };
  for (const Refused& row : refused) {
    const auto answer = check(row.barrier);
    ASSERT_FALSE(answer) << row.what;
    EXPECT_EQ(answer.error(), (Error{Reason::bad_input, row.what, ""}));
  }
  EXPECT_TRUE(check({0.4, 0, 0}));
  EXPECT_DEATH(probability_by({0.4, 0, 0.2}, -1), "years");
  EXPECT_DEATH(years_until({0.4, 0, 0.2}, 1), "probability");
}

}  // namespace
}  // namespace plimsoll::risk
