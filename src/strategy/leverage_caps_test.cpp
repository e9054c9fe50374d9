#include "strategy/leverage_caps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace plimsoll::strategy {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string refusal(const Result<double>& answer) {
  return answer ? std::string{"none"} : answer.error().what;
}

/// From `least` to `most`, anywhere.
rc::Gen<double> between(double least, double most) {
  return rc::gen::map(
      rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, 1'000'001)),
      [=](std::int64_t n) { return least + (most - least) * static_cast<double>(n) / 1e6; });
}

struct Fall {
  double rate, decline, leverage;
};

// The falls of 2020 and of 2007 to 2009.
TEST(LeverageCaps, SurviveAShock) {
  constexpr Fall falls[] = {
      {0.25, 0.3392, 1.9825535289452816},
      {0.25, 0.5678, 1.4796182584893098},
      {0.30, 0.3392, 1.8606728192914561},
      {0.30, 0.5678, 1.4337739798698135},
  };
  for (const Fall& row : falls)
    EXPECT_NEAR(*shock_survival_cap({.rate = row.rate}, row.decline), row.leverage, 1e-12);
}

TEST(LeverageCaps, AtTheEndsOfAShock) {
  EXPECT_DOUBLE_EQ(*shock_survival_cap({.rate = 0.25}, 0), 4);
  EXPECT_DOUBLE_EQ(*shock_survival_cap({.rate = 0.25}, 1), 1);
  // Equity of three times a requirement of 40 % is more than the value: some stays in cash.
  EXPECT_DOUBLE_EQ(*shock_survival_cap({0.4, 3}, 0), 1 / 1.2);
  EXPECT_DOUBLE_EQ(*house_cap({0.25, 2}), 2);
  EXPECT_DOUBLE_EQ(*house_cap({.rate = 0.3}), 1 / 0.3);
}

struct TwiceMaintenance {
  double rate, leverage, decline;
};

// Equity at twice the maintenance requirement, and the fall until it is at the requirement itself.
TEST(LeverageCaps, AtTheUsualBuffer) {
  constexpr TwiceMaintenance rows[] = {
      {0.25, 2, 1 / 3.0}, {0.30, 1 / 0.6, 3 / 7.0}, {0.40, 1.25, 2 / 3.0}};
  for (const TwiceMaintenance& row : rows) {
    EXPECT_NEAR(*house_cap({row.rate, 2}), row.leverage, 1e-12);
    EXPECT_NEAR(*shock_survival_cap({.rate = row.rate}, row.decline), row.leverage, 1e-12);
    const double distance = *log_distance_at({.rate = row.rate}, row.leverage);
    EXPECT_NEAR(-std::expm1(-distance), row.decline, 1e-12);
  }
}

RC_GTEST_PROP(LeverageCaps, HoldOneDayAndNotADollarMore, ()) {
  const Requirement requirement{*between(0.05, 0.6), *between(0.5, 2.5)};
  const double decline = *between(0, 0.95);
  const double leverage = *shock_survival_cap(requirement, decline);
  const auto excess = [&](double at_leverage) {
    const double value = at_leverage * (1 - decline);
    const double equity = value - (at_leverage - 1);
    return equity - requirement.buffer_multiple * requirement.rate * value;
  };
  RC_ASSERT(std::abs(excess(leverage)) < 1e-12);
  RC_ASSERT(excess(leverage * 1.001) < 0);
  RC_ASSERT(excess(leverage / 1.001) > 0);
}

RC_GTEST_PROP(LeverageCaps, DistanceAndLeverageUndoEachOther, ()) {
  const Requirement requirement{*between(0.05, 0.5), *between(0.5, 1.9)};
  const double distance = *between(0, 3);
  const double leverage = *probability_cap(requirement, distance);
  RC_ASSERT(leverage > 1);
  RC_ASSERT(std::abs(*log_distance_at(requirement, leverage) - distance) < 1e-10);
  RC_ASSERT(std::abs(*shock_survival_cap(requirement, -std::expm1(-distance)) - leverage) < 1e-12);
}

TEST(LeverageCaps, OfADistance) {
  EXPECT_NEAR(*log_distance_at({.rate = 0.25}, 2), std::log(1.5), 1e-15);
  EXPECT_NEAR(*probability_cap({.rate = 0.25}, std::log(1.5)), 2, 1e-12);
  EXPECT_LT(*log_distance_at({.rate = 0.3}, 4), 0);  // in call today
  EXPECT_DOUBLE_EQ(*probability_cap({.rate = 0.3}, 1e3), 1);
  EXPECT_DOUBLE_EQ(*probability_cap({.rate = 0.3}, INFINITY), 1);  // no fall ever meets it
  // Close to the house's cap nothing is lost in rounding.
  EXPECT_DOUBLE_EQ(*probability_cap({.rate = 1e-9}, 1e-12), 1 / (1.001e-9 - 1e-21));
}

TEST(LeverageCaps, OfShortfallAndVolatility) {
  EXPECT_DOUBLE_EQ(*shortfall_cap({.expected_shortfall = 0.04, .loss_most = 0.06}), 1.5);
  EXPECT_DOUBLE_EQ(*volatility_target_leverage({0.12, 0.16, 1.5}), 0.75);
  EXPECT_DOUBLE_EQ(*volatility_target_leverage({0.12, 0.08, 1.5}), 1.5);
  EXPECT_DOUBLE_EQ(*volatility_target_leverage({0.12, 0.06, 1.5}), 1.5);
  EXPECT_DOUBLE_EQ(*volatility_target_leverage({0.12, 0, 1.5}), 1.5);
}

TEST(Kelly, BorrowsAtTheRateItPays) {
  const Growth growth{0.10, 0.16, 0.03, 0.055};
  const double best = *kelly_leverage(growth);
  EXPECT_NEAR(best, 1.7578125, 1e-12);
  EXPECT_NEAR(*half_kelly(growth), 0.87890625, 1e-12);
  // Twice the best grows as the loan does.
  EXPECT_NEAR(*growth_rate(growth, 2 * best), 0.055, 1e-12);
}

TEST(Kelly, ThreeCases) {
  EXPECT_NEAR(*kelly_leverage({0.05, 0.2, 0.03, 0.055}), 0.5, 1e-12);  // lends
  EXPECT_EQ(*kelly_leverage({0.08, 0.2, 0.03, 0.055}), 1);             // neither: 1.25 and 0.625
  EXPECT_NEAR(*kelly_leverage({0.12, 0.2, 0.03, 0.055}), 1.625, 1e-12);
  EXPECT_NEAR(*kelly_leverage({0.01, 0.2, 0.03, 0.055}), -0.5, 1e-12);  // sold short
}

TEST(Kelly, OfAFundsReturnsAboveTheRate) {
  EXPECT_DOUBLE_EQ(*growth_rate({0.1, 0.2, 0.03, 0.05}, 0), 0.03);
  EXPECT_DOUBLE_EQ(*growth_rate({0.1, 0.2, 0.03, 0.05}, 1), 0.1 - 0.02);
  EXPECT_DOUBLE_EQ(*growth_rate({0.1, 0.2, 0.03, 0.05}, 2), 0.05 + 0.1 - 0.08);
}

RC_GTEST_PROP(Kelly, NothingGrowsFaster, ()) {
  Growth growth{*between(-0.1, 0.3), *between(0.05, 0.8), *between(-0.01, 0.06), 0};
  growth.borrowing_rate = growth.lending_rate + *between(0, 0.08);
  const double best = *kelly_leverage(growth);
  const double fastest = *growth_rate(growth, best);
  for (const double other : {-1.0, 0.0, 0.5, 1.0, 2.0, best - 1e-3, best + 1e-3, best / 2})
    RC_ASSERT(*growth_rate(growth, other) <= fastest + 1e-13);
}

TEST(LeverageCaps, RefuseWhatMeansNothing) {
  EXPECT_EQ(refusal(house_cap({.rate = 0})),
            "the maintenance rate is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(house_cap({0.3, nan})),
            "the buffer multiple is nan; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(shock_survival_cap({.rate = 0.3}, 33.9)),
            "the decline is 33.9; write a fall of 30 per cent as 0.3, from 0 to 1");
  EXPECT_EQ(refusal(shock_survival_cap({.rate = 0.3}, -0.339)),
            "the decline is -0.339; write a fall of 30 per cent as 0.3, from 0 to 1");
  EXPECT_EQ(refusal(probability_cap({.rate = 0.3}, -0.1)),
            "the log distance is -0.1; it is ln(value / level), zero or more");
  EXPECT_EQ(refusal(probability_cap({.rate = 0.3}, nan)),
            "the log distance is nan; it is ln(value / level), zero or more");
  EXPECT_EQ(refusal(log_distance_at({.rate = 0.3}, 1)),
            "the leverage is 1; it is value / equity, above 1: without a loan there is no call");
  EXPECT_EQ(refusal(log_distance_at({0.5, 2}, 1.5)),
            "a requirement of 1 of the value is met by no loan, at any value; there is no distance "
            "to it");
  EXPECT_EQ(refusal(shortfall_cap({0, 0.1})),
            "the expected shortfall is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(shortfall_cap({0.1, -0.1})),
            "the most that may be lost is -0.1; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(volatility_target_leverage({0.12, -0.1, 1.5})),
            "the forecast volatility is -0.1; write zero or more, 20 per cent as 0.2");
}

TEST(Kelly, RefusesWhatMeansNothing) {
  EXPECT_EQ(refusal(kelly_leverage({0.1, 0, 0.03, 0.05})),
            "the volatility is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(half_kelly({nan, 0.2, 0.03, 0.05})),
            "the expected return is nan; write a finite number");
  EXPECT_EQ(refusal(growth_rate({0.1, 0.2, 0.06, 0.05}, 1)),
            "the lending rate 0.06 is above the borrowing rate 0.05: whoever earns that need not "
            "own the asset; write what idle cash earns");
  EXPECT_EQ(refusal(growth_rate({0.1, 0.2, 0.03, 0.05}, nan)),
            "the leverage is nan; write a finite number");
}

}  // namespace
}  // namespace plimsoll::strategy
