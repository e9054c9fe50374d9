#include "methods/span/scan.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using clearing::RiskArray;
using testing::array_of_values;

constexpr std::array<std::int64_t, 16> upwards{1, 2,  3,  4,  5,  6,  7,  8,
                                               9, 10, 11, 12, 13, 14, 15, 16};

std::vector<clearing::ScanPoint> usual() { return clearing::usual_points(2, 0.35); }

/// Losses of which only those named are not zero: scenario, from 1, and loss.
Scenarios losses(std::initializer_list<std::pair<std::size_t, Decimal>> named) {
  Scenarios all{};
  for (const auto& [scenario, loss] : named) all.at(scenario - 1) = loss;
  return all;
}

TEST(Scan, SumsAreExactOverDifferentExponents) {
  RiskArray tens = array_of_values(upwards, {}), cents = array_of_values(upwards, {});
  tens.exponent = 1;
  cents.exponent = -2;
  const std::vector<ScannedPosition> book{{&tens, 3_d}, {&cents, -(7_d)}};
  const Scenarios sums = summed(book);
  EXPECT_EQ(sums[0], 29.93_d);  // 3 x 10 - 7 x 0.01
  EXPECT_EQ(sums[15], 478.88_d);
}

TEST(Scan, FractionsOfALotCount) {
  const RiskArray array = array_of_values(upwards, {});
  const std::vector<ScannedPosition> book{{&array, 0.5_d}, {&array, 0.25_d}};
  EXPECT_EQ(summed(book)[3], 3_d);
  EXPECT_EQ(summed(book)[0], 0.75_d);
}

TEST(Scan, AnOppositePositionLeavesNothing) {
  const RiskArray array = array_of_values(upwards, {});
  const std::vector<ScannedPosition> book{{&array, 12_d}, {&array, -(12_d)}};
  EXPECT_EQ(summed(book), Scenarios{});
}

// 10 billion contracts of nine hundred million billionths: no sum of integers holds two of them.
TEST(Scan, SumsPastTheIntegersAreStillRight) {
  RiskArray array = array_of_values({}, {});
  array.digits[12] = 900'000'000'000'000'000;
  array.exponent = -9;
  const std::vector<ScannedPosition> book(100, {&array, 10'000'000'000_d});
  EXPECT_EQ(summed(book)[12], 900'000'000'000'000'000'000_d);
  RiskArray large = array_of_values({}, {});
  large.digits[12] = 1;
  large.exponent = 9;
  const std::vector<ScannedPosition> far{{&array, 10'000'000'000_d}, {&large, 10'000'000'000_d}};
  EXPECT_EQ(summed(far)[12], 19'000'000'000'000'000'000_d);
}

TEST(Scan, OfEqualLossesTheFirstIsActive) {
  const Scan found = scan(losses({{5, 40_d}, {6, 40_d}, {13, 40_d}}), usual(), {});
  EXPECT_EQ(found.active, 4u);
  EXPECT_EQ(found.risk, 40_d);
}

// Time (10 - 4)/2 = 3; volatility (100 - 60)/2 = 20; price what is left.
TEST(Scan, IsTakenApartWithoutLoss) {
  const Scan found = scan(losses({{1, 10_d}, {2, -(4_d)}, {13, 60_d}, {14, 100_d}}), usual(), {});
  EXPECT_EQ(found.active, 13u);
  EXPECT_EQ(found.risk, 100_d);
  EXPECT_EQ(found.time_risk, 3_d);
  EXPECT_EQ(found.volatility_risk, 20_d);
  EXPECT_EQ(found.price_risk, 77_d);
}

// Extreme moves have no opposite: no volatility risk.
TEST(Scan, ExtremeMovesHaveNoVolatilityRisk) {
  for (const std::size_t extreme : {15u, 16u}) {
    const Scan found = scan(losses({{1, 10_d}, {2, 6_d}, {extreme, 100_d}}), usual(), {});
    EXPECT_EQ(found.active, extreme - 1);
    EXPECT_EQ(found.volatility_risk, 0_d);
    EXPECT_EQ(found.price_risk, 92_d);
  }
}

TEST(Scan, WithNothingToLoseThereIsNoPriceRisk) {
  const Scan found = scan(losses({{1, -(30_d)}, {2, -(10_d)}}), usual(), {});
  EXPECT_EQ(found.risk, 0_d);
  EXPECT_EQ(found.time_risk, -(20_d));
  EXPECT_EQ(found.volatility_risk, -(10_d));
  EXPECT_EQ(found.price_risk, 0_d);
}

TEST(Scan, PriceRiskIsNotBelowNothing) {
  const Scan found = scan(losses({{1, 90_d}, {2, 90_d}, {13, 95_d}, {14, 20_d}}), usual(), {});
  EXPECT_EQ(found.time_risk, 90_d);
  EXPECT_EQ(found.volatility_risk, 37.5_d);
  EXPECT_EQ(found.price_risk, 0_d);
}

TEST(Scan, RoundsEachFigureAndTakesPriceRiskFromThem) {
  const RoundingProfile whole{.scan = {RoundingMode::half_up, 0}};
  const Scan found = scan(losses({{1, 1_d}, {13, 10.4_d}, {14, 20.5_d}}), usual(), whole);
  EXPECT_EQ(found.risk, 21_d);
  EXPECT_EQ(found.time_risk, 1_d);        // 0.5
  EXPECT_EQ(found.volatility_risk, 5_d);  // 5.05
  EXPECT_EQ(found.price_risk, 15_d);
}

TEST(Scan, TiersAddUpTheirRisks) {
  const Scan one = scan(losses({{13, 100_d}, {14, 60_d}}), usual(), {});
  const Scan other = scan(losses({{11, 40_d}, {12, 40_d}, {13, -(40_d)}}), usual(), {});
  const Scan sum = added(one, other);
  EXPECT_EQ(sum.risk, 140_d);
  EXPECT_EQ(sum.volatility_risk, 20_d);
  EXPECT_EQ(sum.price_risk, 120_d);
  EXPECT_EQ(sum.scenarios[12], 60_d);
}

TEST(Scan, PointsAreTheFilesOrTheUsualOnes) {
  clearing::RiskFile file;
  EXPECT_EQ(points_of(file).size(), 16u);
  EXPECT_EQ(points_of(file)[14].paired, 14u);
  file.points = clearing::usual_points(3, 0.33);
  EXPECT_EQ(points_of(file)[14].weight, 0.33);
}

// L. McMillan, Options as a Strategic Investment, the chapter on futures options: three arrays, as
// gains; a file's are losses.
TEST(Scan, McMillansCoveredWrite) {
  const auto losses = [](std::array<std::int64_t, 16> gains) {
    for (std::int64_t& gain : gains) gain = -gain;
    return testing::array_of_values(gains, 1_d);
  };
  const auto future = losses({0, 0, 3330, 3330, -3330, -3330, 6670, 6670, -6670, -6670, 10000,
                              10000, -10000, -10000, 7000, -7000});
  const auto call = losses({460, -610, 2640, 1730, -1270, -2340, 5210, 4540, -2540, -3430, 8060,
                            7640, -3380, -3990, 3130, -1500});
  const auto points = clearing::usual_points(2, 0.35);
  const auto worst = [&](std::vector<ScannedPosition> held) {
    const Scan scanned = scan(summed(held), points, {});
    return std::pair{scanned.risk, scanned.active + 1};
  };
  EXPECT_EQ(worst({{&future, 1_d}}), (std::pair{10'000_d, std::size_t{13}}));
  EXPECT_EQ(worst({{&call, 1_d}}), (std::pair{3'990_d, std::size_t{14}}));
  EXPECT_EQ(worst({{&future, 1_d}, {&call, -(1_d)}}), (std::pair{6'620_d, std::size_t{13}}));
}

}  // namespace
}  // namespace plimsoll::span
