#include "methods/span/arrays.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "methods/span/array_conventions.hpp"
#include "tests/span_arrays.hpp"

namespace plimsoll::span {
namespace {

using testing::published_future, testing::published_options;

double between(double least, double most) {
  const auto whole = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 1'000'001));
  return least + (most - least) * *whole / 1e6;
}

ArrayTerms any_option(ArrayModel model) {
  ArrayTerms terms{.model = model};
  terms.right = *rc::gen::element(Right::call, Right::put);
  terms.underlying = 100;
  terms.strike = between(50, 200);
  terms.years = between(0, 2);
  terms.volatility = between(0.05, 0.8);
  terms.rate = between(-0.01, 0.1);
  terms.dividend_yield = is_on_future(model) ? 0 : between(0, 0.05);
  terms.price_scan = {between(0, 60), ScanKind::absolute};
  terms.volatility_scan = {between(0, 0.3), *rc::gen::element(ScanKind::absolute, ScanKind::ratio)};
  terms.lookahead = between(0, 0.01);
  terms.rounding = ArrayRounding::exact;
  return terms;
}

/// Every option of a run: its worst to the paisa, but for a few that stand on half of one.
TEST(GeneratedArrays, ReproduceEveryOptionOfARun) {
  double largest = 0, largest_delta = 0;
  int other_paisa = 0;
  for (const auto& row : published_options()) {
    const auto made = generated_array(row.terms);
    ASSERT_TRUE(made.has_value()) << made.error().what;
    const double worst = worst_loss_sold(*made);
    largest = std::max(largest, std::abs(worst - row.worst_sold));
    largest_delta = std::max(largest_delta, std::abs(made->delta - row.delta));
    if (std::llround(worst * 100) != std::llround(row.worst_sold * 100)) ++other_paisa;
  }
  EXPECT_LT(largest, 0.0051);
  EXPECT_LT(largest_delta, 0.000051);
  EXPECT_LE(other_paisa, 14);
}

TEST(GeneratedArrays, ReproduceAFutureOfACarriedSpot) {
  auto [terms, losses] = published_future();
  terms.rate = 0.0662;
  const auto made = generated_array(terms);
  ASSERT_TRUE(made.has_value());
  for (std::size_t i = 0; i < losses.size(); ++i)
    EXPECT_NEAR(to_double(clearing::value_of(made->array, i)), losses[i], 0.0101) << i;
  EXPECT_TRUE(made->array.generated);
  EXPECT_EQ(made->array.composite_delta, 1_d);
}

TEST(GeneratedArrays, OfFuturesAreThePartsOfTheScanRange) {
  ArrayTerms terms = cme_style_future();
  terms.underlying = 3'700;
  terms.price_scan.size = 160;
  terms.value_factor = 100;
  const auto made = generated_array(terms);
  ASSERT_TRUE(made.has_value());
  const std::array<std::int64_t, 16> expected{0,      0,      -5333,  -5333, 5333,   5333,
                                              -10667, -10667, 10667,  10667, -16000, -16000,
                                              16000,  16000,  -15840, 15840};
  EXPECT_EQ(made->array.digits, expected);
  EXPECT_EQ(made->array.exponent, 0);
  terms.underlying = -37;  // crude oil once was
  EXPECT_EQ(generated_array(terms)->array.digits, expected);
}

/// A textbook's (McMillan, Options as a Strategic Investment), which rounds to tens.
TEST(GeneratedArrays, OfFuturesAreATextbooks) {
  ArrayTerms terms = cme_style_future();
  terms.price_scan.size = 10'000;
  terms.extreme_multiple = 2;
  terms.extreme_cover = 0.35;
  const auto made = generated_array(terms);
  ASSERT_TRUE(made.has_value());
  const std::array<std::int64_t, 16> gains{0,     0,     3330,  3330,  -3330,  -3330,  6670, 6670,
                                           -6670, -6670, 10000, 10000, -10000, -10000, 7000, -7000};
  for (std::size_t i = 0; i < gains.size(); ++i)
    EXPECT_NEAR(static_cast<double>(made->array.digits[i]), static_cast<double>(-gains[i]), 5) << i;
}

TEST(GeneratedArrays, AreRoundedAsTold) {
  ArrayTerms terms = cme_style_future();
  terms.price_scan.size = 1;
  terms.rounding = ArrayRounding::cents;
  EXPECT_EQ(clearing::value_of(generated_array(terms)->array, 2), -0.33_d);
  terms.rounding = ArrayRounding::exact;
  EXPECT_EQ(clearing::value_of(generated_array(terms)->array, 2), -0.333333_d);
  terms.price_scan.size = 1.5;
  terms.rounding = ArrayRounding::whole;
  EXPECT_EQ(clearing::value_of(generated_array(terms)->array, 2), -1_d);   // a half goes away
  EXPECT_EQ(clearing::value_of(generated_array(terms)->array, 10), -2_d);  // from zero
}

TEST(GeneratedArrays, FloorOptionsAtTheCabinetValue) {
  ArrayTerms terms = cme_style_option();
  terms.underlying = 100;
  terms.strike = 300;
  terms.years = 0.1;
  terms.volatility = 0.1;
  terms.price_scan.size = 5;
  terms.value_factor = 50;
  terms.cabinet = 12.5;
  const auto made = generated_array(terms);
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->value, 12.5);
  for (const double loss : made->losses) EXPECT_EQ(loss, 0);
}

TEST(GeneratedArrays, TakeAFilesOwnPoints) {
  ArrayTerms terms = cme_style_future();
  terms.price_scan.size = 10;
  terms.points = clearing::usual_points(2, 0.35);
  EXPECT_EQ(generated_array(terms)->array.digits[14], -7);
  terms.points.pop_back();
  EXPECT_EQ(generated_array(terms).error().what, "there are 15 scan points; an array has sixteen");
}

TEST(GeneratedArrays, RefuseWhatWouldOverflow) {
  ArrayTerms terms = cme_style_future();
  terms.price_scan.size = 1e12;
  terms.value_factor = 1e9;
  EXPECT_TRUE(generated_array(terms).error().what.contains("eighteen digits"));
}

RC_GTEST_PROP(GeneratedArrays, LoseNoMoreThanTheyAreWorth, ()) {
  const ArrayTerms terms =
      any_option(*rc::gen::element(ArrayModel::european_on_spot, ArrayModel::european_on_future,
                                   ArrayModel::american_on_future, ArrayModel::american_on_spot));
  const auto made = generated_array(terms);
  RC_ASSERT(made.has_value());
  for (const double loss : made->losses) RC_ASSERT(loss <= made->value + 1e-9);
  const double delta = to_double(made->array.composite_delta);
  const double least = terms.right == Right::call ? 0 : -1;
  RC_ASSERT(delta >= least - 1e-5);
  RC_ASSERT(delta <= least + 1 + 1e-5);
}

RC_GTEST_PROP(GeneratedArrays, AreNumbersOrRefused, ()) {
  ArrayTerms terms = any_option(*rc::gen::element(
      ArrayModel::european_on_spot, ArrayModel::european_on_future, ArrayModel::carried_future));
  const auto wild = [] { return *rc::gen::element(0.0, -1.0, 1e-9, 1e-300, 3.0, 1e6, 1e13); };
  terms.underlying = wild();
  terms.future_price = wild();
  terms.strike = wild();
  terms.years = wild();
  terms.volatility = wild();
  terms.price_scan.size = wild();
  terms.volatility_scan.size = wild();
  const auto made = generated_array(terms);
  if (!made) return;
  RC_ASSERT(std::isfinite(made->value) && std::isfinite(made->delta));
  for (const double loss : made->losses) RC_ASSERT(std::isfinite(loss));
}

RC_GTEST_PROP(GeneratedArrays, OfFuturesAreAntisymmetric, ()) {
  ArrayTerms terms = cme_style_future();
  terms.underlying = between(-50, 5000);
  terms.price_scan = {between(0, 1), *rc::gen::element(ScanKind::absolute, ScanKind::ratio)};
  terms.value_factor = between(1, 1000);
  const auto made = generated_array(terms);
  RC_ASSERT(made.has_value());
  for (const std::size_t i : {2u, 3u, 6u, 7u, 10u, 11u})
    RC_ASSERT(made->array.digits[i] == -made->array.digits[i + 2]);
  RC_ASSERT(made->array.digits[14] == -made->array.digits[15]);
  RC_ASSERT(made->array.digits[0] == 0);
}

/// A call less a put is the underlying at its present value less the strike at its own, in each
/// scenario that does not take the spot to nothing.
RC_GTEST_PROP(GeneratedArrays, HoldPutCallParity, ()) {
  ArrayTerms terms = any_option(ArrayModel::european_on_spot);
  terms.price_scan.size = between(0, 30);
  terms.years = between(0.05, 2);
  terms.right = Right::call;
  const auto call = generated_array(terms);
  terms.right = Right::put;
  const auto put = generated_array(terms);
  RC_ASSERT(call.has_value() && put.has_value());
  const auto forward = [&](double spot, double years) {
    return spot * std::exp(-terms.dividend_yield * years) -
           terms.strike * std::exp(-terms.rate * years);
  };
  const auto points = clearing::usual_points(terms.extreme_multiple, terms.extreme_cover);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double there = 100 + points[i].price * terms.price_scan.size;
    const double loss = points[i].weight *
                        (forward(100, terms.years) - forward(there, terms.years - terms.lookahead));
    RC_ASSERT(std::abs(call->losses[i] - put->losses[i] - loss) < 1e-6);
  }
}

}  // namespace
}  // namespace plimsoll::span
