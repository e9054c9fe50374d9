#include "methods/span/array_value.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace plimsoll::span {
namespace {

ArrayTerms option(ArrayModel model, Right right = Right::put) {
  return {.model = model,
          .underlying = 100,
          .strike = 100,
          .right = right,
          .years = 1,
          .volatility = 0.2,
          .rate = 0.05};
}

TEST(ArrayValues, AreTheModels) {
  const auto value = [](ArrayModel model, Right right) {
    return *value_at(option(model, right), {100, 0.2, 1});
  };
  EXPECT_NEAR(value(ArrayModel::european_on_spot, Right::call), 10.450584, 1e-6);
  EXPECT_NEAR(value(ArrayModel::european_on_spot, Right::put), 5.573526, 1e-6);
  EXPECT_NEAR(value(ArrayModel::american_on_spot, Right::put), 6.0903, 1e-3);
  EXPECT_NEAR(value(ArrayModel::european_on_future, Right::call), 7.577082, 1e-6);
  EXPECT_GT(value(ArrayModel::american_on_future, Right::call), 7.577082);
}

TEST(ArrayValues, OnceOverAreTheExercise) {
  EXPECT_EQ(*value_at(option(ArrayModel::european_on_spot), {90, 0.2, 0}), 10);
  EXPECT_EQ(*value_at(option(ArrayModel::european_on_spot), {110, 0.2, -0.1}), 0);
  EXPECT_EQ(*delta_at(option(ArrayModel::european_on_spot), {90, 0.2, 0}), -1);
  EXPECT_EQ(*delta_at(option(ArrayModel::european_on_spot), {100, 0.2, 0}), -0.5);
  EXPECT_EQ(*delta_at(option(ArrayModel::european_on_spot, Right::call), {110, 0.2, 0}), 1);
}

TEST(ArrayValues, WithoutVolatilityAreTheExerciseAtExpiry) {
  const ArrayTerms put = option(ArrayModel::european_on_future);
  for (const double volatility : {-0.3, 0.0, 1e-5})
    EXPECT_NEAR(*value_at(put, {90, volatility, 1}), 10 * std::exp(-0.05), 1e-9);
  EXPECT_NEAR(*value_at(option(ArrayModel::american_on_future), {90, 0, 1}), 10, 1e-4);
}

TEST(ArrayValues, BelowZeroAreExercisedAtNothingOrAtTheFuturesPrice) {
  EXPECT_NEAR(*value_at(option(ArrayModel::european_on_spot), {-20, 0.2, 1}), 100 * std::exp(-0.05),
              1e-9);
  EXPECT_NEAR(*value_at(option(ArrayModel::european_on_future), {-20, 0.2, 1}),
              120 * std::exp(-0.05), 1e-9);
  EXPECT_EQ(*value_at(option(ArrayModel::american_on_future), {-20, 0.2, 1}), 120);
  EXPECT_EQ(*value_at(option(ArrayModel::american_on_spot, Right::call), {-20, 0.2, 1}), 0);
  EXPECT_EQ(*delta_at(option(ArrayModel::american_on_spot), {-20, 0.2, 1}), -1);
}

TEST(ArrayTermsChecked, RefuseByName) {
  struct Row {
    const char* named;
    ArrayTerms terms;
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto with = [](auto change) {
    ArrayTerms terms = option(ArrayModel::european_on_spot);
    change(terms);
    return terms;
  };
  const Row rows[]{
      {"underlying is -1", with([](auto& t) { t.underlying = -1; })},
      {"no price at or below zero", with([](auto& t) { t.underlying = 0; })},
      {"strike", with([](auto& t) { t.strike = 0; })},
      {"strike", with([&](auto& t) { t.strike = nan; })},
      {"years", with([](auto& t) { t.years = -0.01; })},
      {"volatility is 0;", with([](auto& t) { t.volatility = 0; })},
      {"volatility", with([&](auto& t) { t.volatility = nan; })},
      {"volatility_scan", with([](auto& t) { t.volatility_scan.size = -1; })},
      {"rate", with([](auto& t) { t.rate = 6.09; })},
      {"dividend_yield", with([](auto& t) { t.dividend_yield = 2; })},
      {"price_scan", with([](auto& t) { t.price_scan.size = -1; })},
      {"price_scan is 11.3", with([](auto& t) { t.price_scan = {11.3, ScanKind::ratio}; })},
      {"lookahead", with([](auto& t) { t.lookahead = 2; })},
      {"extreme_multiple", with([](auto& t) { t.extreme_multiple = -1; })},
      {"extreme_cover", with([](auto& t) { t.extreme_cover = 33; })},
      {"value_factor", with([](auto& t) { t.value_factor = 0; })},
      {"cabinet", with([](auto& t) { t.cabinet = -1; })},
      {"delta points", with([](auto& t) { t.delta_points = {{0, 0, 0}}; })},
      {"delta point's weight", with([](auto& t) { t.delta_points = {{0, 0, -1}}; })},
      {"underlying is 0, of which", with([](auto& t) {
         t.model = ArrayModel::future;
         t.underlying = 0;
         t.price_scan = {0.1, ScanKind::ratio};
       })},
      {"future_price", with([](auto& t) { t.model = ArrayModel::carried_future; })},
  };
  for (const Row& row : rows) {
    const auto checked = check_terms(row.terms);
    ASSERT_FALSE(checked.has_value()) << row.named;
    EXPECT_NE(checked.error().what.find(row.named), std::string::npos) << checked.error().what;
  }
  EXPECT_TRUE(check_terms(option(ArrayModel::european_on_spot)).has_value());
}

}  // namespace
}  // namespace plimsoll::span
