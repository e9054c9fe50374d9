#include "methods/span/work.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

Decimal scaled_by(int exponent, bool to_exponent, Decimal rate) {
  clearing::CombinedCommodity terms;
  terms.risk_exponent = static_cast<std::int8_t>(exponent);
  Policy policy;
  policy.rates_to_risk_exponent = to_exponent;
  return scaled(rate, Work{.terms = &terms}, policy);
}

TEST(Work, RatesStandToTheRiskExponentWhereThePolicySaysSo) {
  EXPECT_EQ(scaled_by(0, true, 250_d), 250_d);
  EXPECT_EQ(scaled_by(2, true, 250_d), 25'000_d);
  EXPECT_EQ(scaled_by(-2, true, 250_d), 2.5_d);
  EXPECT_EQ(scaled_by(-100, true, 250_d), 0_d);
  EXPECT_EQ(scaled_by(2, false, 250_d), 250_d);
}

TEST(Work, TakesTheRateOfTheClassOrTheOnlyOne) {
  EXPECT_EQ(rate_for({{1, 10_d}, {2, 20_d}}, 2), 20_d);
  EXPECT_EQ(rate_for({{1, 10_d}}, 2), 10_d);
  EXPECT_EQ(rate_for({}, 2), std::nullopt);
}

TEST(Work, DividesByWhatDecimalsAloneDoNot) {
  EXPECT_EQ(quotient(1_d, 3_d, Round::toward_zero), 0.333333333_d);
  EXPECT_EQ(quotient(400'000'000'000_d, 200'000'000'000_d, Round::half_even), 2_d);
  EXPECT_EQ(quotient(-(300'000'000'000'000_d), 200'000'000'000_d, Round::half_even), -(1'500_d));
}

TEST(Work, TakesTheArrayOfTheClassOrTheFirst) {
  RiskFile file;
  file.arrays.resize(3);
  file.arrays[1].rate = 4;
  file.arrays[2].rate = 5;
  const clearing::Contract contract{.array = 1, .arrays = 2};
  EXPECT_EQ(&array_of(file, contract, 5), &file.arrays[2]);
  EXPECT_EQ(&array_of(file, contract, 9), &file.arrays[1]);
}

// Options stand in the month of the future they are on; on what has no months, in their own.
TEST(Work, DeltasStandInTheUnderlyingsMonth) {
  using testing::december, testing::october;
  EXPECT_EQ(ladder_month({.month = december, .option_month = october}), december);
  EXPECT_EQ(ladder_month({.month = {}, .option_month = october}), october);
}

TEST(Work, FindsTheScanningTier) {
  clearing::CombinedCommodity terms;
  terms.scan_tiers = testing::two_tiers();
  const Work work{.terms = &terms};
  EXPECT_EQ(scan_tier(work, testing::october), &terms.scan_tiers[0]);
  EXPECT_EQ(scan_tier(work, testing::december), &terms.scan_tiers[1]);
  EXPECT_EQ(scan_tier(work, Month{2026, 6, {}}), nullptr);
}

}  // namespace
}  // namespace plimsoll::span
