#include "market/clearing/risk_file.hpp"

#include <gtest/gtest.h>

namespace plimsoll::clearing {
namespace {

TEST(ScanPoints, AreSixteenInPairs) {
  const auto points = usual_points(3, 0.33);
  ASSERT_EQ(points.size(), RiskArray::size);
  for (std::size_t i = 0; i < 14; ++i) {
    const ScanPoint& other = points[points[i].paired];
    EXPECT_EQ(points[i].price, other.price);
    EXPECT_EQ(points[i].volatility, -other.volatility);
    EXPECT_EQ(points[i].weight, 1);
    EXPECT_EQ(other.paired, i);
  }
  EXPECT_EQ(points[14].price, 3);
  EXPECT_EQ(points[15].price, -3);
  EXPECT_EQ(points[15].weight, 0.33);
  EXPECT_EQ(points[15].paired, 15u);
}

TEST(ScanPoints, DeltaWeightsAreNearlyOne) {
  double sum = 0;
  for (const DeltaPoint& point : usual_delta_points()) sum += point.weight;
  EXPECT_NEAR(sum, 0.998, 1e-12);
}

TEST(RiskArrays, ValuesAreExact) {
  RiskArray array;
  array.digits[2] = -73649;
  array.exponent = -2;
  EXPECT_EQ(value_of(array, 2), -736.49_d);
  array.exponent = 3;
  EXPECT_EQ(value_of(array, 2), -73649000_d);
}

Contract contract(Month month, Decimal strike) {
  return {
      .product = 0, .month = month, .option_month = month, .right = Right::put, .strike = strike};
}

TEST(RiskFiles, AreSortedAndJoined) {
  RiskFile file;
  file.products.push_back({.key = {Code{"XYZ"}, Code{"OZ"}, ProductType::option_on_future}});
  file.commodities.push_back({.code = Code{"ZZ"}, .exchange = Code{"XYZ"}});
  file.commodities[0].products.push_back({file.products[0].key});
  const Month december{2025, 12, {}}, week{2025, 12, DayCode{"W1"}};
  file.contracts = {contract(week, 1_d), contract(december, 3_d), contract(december, 2_d)};
  file.terms = {
      {.product = 0, .future_month = week, .option_month = week},
      {.product = 0, .future_month = december, .option_month = december, .delta_scale = 0.1_d}};
  join(file);
  EXPECT_EQ(file.contracts[0].strike, 2_d);
  EXPECT_EQ(file.contracts[0].terms, 1u);
  EXPECT_EQ(file.contracts[0].delta_scale, 0.1_d);
  EXPECT_EQ(file.contracts[2].terms, 0u);
  EXPECT_EQ(file.contracts[2].delta_scale, 1_d);
  EXPECT_EQ(find_contract(file, contract(december, 3_d)), 1u);
  EXPECT_EQ(find_contract(file, contract(december, 4_d)), std::nullopt);
  EXPECT_EQ(find_product(file, file.products[0].key), 0u);
  EXPECT_EQ(find_product(file, {Code{"XYZ"}, Code{"OZ"}, ProductType::future}), std::nullopt);
  EXPECT_EQ(find_commodity(file, Code{"ZZ"}), 0u);
  EXPECT_EQ(find_commodity(file, Code{"YY"}), std::nullopt);
  EXPECT_EQ(commodity_of(file, file.products[0].key), 0u);
}

TEST(RiskArray, DigitsPastADecimalsLastAreRounded) {
  RiskArray array;
  array.digits[0] = 1'500;
  array.digits[1] = -1'600;
  array.exponent = -12;
  EXPECT_EQ(value_of(array, 0), 0.000000002_d);
  EXPECT_EQ(value_of(array, 1), -0.000000002_d);
  array.exponent = -100;
  EXPECT_EQ(value_of(array, 0), 0_d);
}

}  // namespace
}  // namespace plimsoll::clearing
