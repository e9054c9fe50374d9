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

TEST(RiskFiles, CalendarsAreInTheOrderTheyForm) {
  RiskFile file;
  file.commodities.push_back({.code = Code{"ZZ"}});
  file.commodities[0].calendar_spreads = {{.priority = 1, .line = 1},
                                          {.priority = 2, .by_month = true, .line = 2},
                                          {.priority = 1, .by_month = true, .line = 3},
                                          {.priority = 1, .line = 4}};
  join(file);
  std::vector<std::uint32_t> lines;
  for (const CalendarSpread& spread : file.commodities[0].calendar_spreads)
    lines.push_back(spread.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{3, 2, 1, 4}));
}

TEST(RiskFiles, SpreadsAreFoundByWhatMustBeHeld) {
  const InterLeg a{.commodity = Code{"A"}}, b{.commodity = Code{"B"}}, c{.commodity = Code{"C"}};
  RiskFile file;
  file.inter_spreads = {
      {.priority = 2, .legs = {a, b}},
      {.priority = 1, .legs = {b, a}},
      {.priority = 2, .method = InterMethod::scanning, .legs = {a, b}, .target = c}};
  join(file);
  join(file);  // a second time changes nothing
  EXPECT_EQ(file.spreads_by_priority, (std::vector<Index>{1, 0, 2}));
  const std::vector<SpreadNaming> naming{
      {Code{"A"}, 1}, {Code{"A"}, 2}, {Code{"B"}, 0}, {Code{"B"}, 2}, {Code{"C"}, 2}};
  EXPECT_EQ(file.spreads_naming, naming);
}

TEST(RiskFiles, ArraysPointsAreTheFilesOwnOrTheUsual) {
  RiskFile file;
  join(file);
  EXPECT_EQ(file.scanned_points.at(14).price, 2);
  file.terms.push_back({.extreme_multiplier = 3, .extreme_cover = 0.33});
  join(file);
  EXPECT_EQ(file.scanned_points.at(15).price, -3);
  EXPECT_EQ(file.scanned_points.at(15).weight, 0.33);
  file.points = usual_points(4, 0.5);
  join(file);
  EXPECT_EQ(file.scanned_points.at(14).price, 4);
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

TEST(RiskFiles, ACommoditysDeltaScaleStandsWhereContractsHaveNone) {
  RiskFile file;
  file.products.push_back({.key = {Code{"XYZ"}, Code{"MG"}, ProductType::future}});
  file.commodities.push_back({.code = Code{"GC"}, .exchange = Code{"XYZ"}});
  file.commodities[0].products.push_back({file.products[0].key, 0.2_d});
  const Month december{2025, 12, {}}, march{2026, 3, {}};
  file.contracts = {{.product = 0, .month = december}, {.product = 0, .month = march}};
  file.terms = {{.product = 0, .future_month = march, .delta_scale = 0.5_d}};
  join(file);
  EXPECT_EQ(file.contracts[0].delta_scale, 0.2_d);
  EXPECT_EQ(file.contracts[1].delta_scale, 0.5_d);
}

}  // namespace
}  // namespace plimsoll::clearing
