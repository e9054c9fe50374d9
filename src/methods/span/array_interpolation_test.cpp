#include "methods/span/array_interpolation.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "methods/span/array_conventions.hpp"

namespace plimsoll::span {
namespace {

double between(double least, double most) {
  const auto whole = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 1'000'001));
  return least + (most - least) * *whole / 1e6;
}

clearing::RiskArray any_array() {
  clearing::RiskArray array;
  array.exponent = -2;
  for (std::int64_t& digit : array.digits) digit = std::llround(between(-1e6, 1e6));
  return array;
}

RC_GTEST_PROP(InterpolatedLosses, AreTheArrayAtItsPoints, ()) {
  const clearing::RiskArray array = any_array();
  const auto points = clearing::usual_points(2, 0.35);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto loss = interpolated_loss(array, {points[i].price, points[i].volatility}, points);
    RC_ASSERT(loss.has_value());
    RC_ASSERT(std::abs(*loss * points[i].weight - to_double(clearing::value_of(array, i))) < 1e-6);
  }
}

RC_GTEST_PROP(InterpolatedLosses, OfFuturesAreStraight, ()) {
  ArrayTerms terms = cme_style_future();
  terms.price_scan.size = between(1, 1000);
  terms.value_factor = 50;
  terms.rounding = ArrayRounding::exact;
  const auto made = generated_array(terms);
  RC_ASSERT(made.has_value());
  const ScanMove move{between(-3, 3), between(-1, 1)};
  const auto loss = interpolated_loss(made->array, move, {});
  RC_ASSERT(loss.has_value());
  RC_ASSERT(std::abs(*loss + move.price * terms.price_scan.size * 50) < 1e-4);
}

RC_GTEST_PROP(InterpolatedLosses, OfTheMirroredMoveAreThoseOfTheMirroredArray, ()) {
  const clearing::RiskArray array = any_array();
  clearing::RiskArray mirrored = array;
  for (const std::size_t i : {2u, 3u, 6u, 7u, 10u, 11u})
    std::swap(mirrored.digits[i], mirrored.digits[i + 2]);
  std::swap(mirrored.digits[14], mirrored.digits[15]);
  const ScanMove move{between(-3, 3), between(-1, 1)};
  const auto one = interpolated_loss(array, move, {});
  const auto other = interpolated_loss(mirrored, {-move.price, move.volatility}, {});
  RC_ASSERT(one.has_value() && other.has_value());
  RC_ASSERT(std::abs(*one - *other) < 1e-6);
}

TEST(InterpolatedLosses, AreMeansBetweenNeighbours) {
  clearing::RiskArray array;
  array.digits = {10, -10, 40, 20, 0, 0, 0, 0, 0, 0, 100, 60, 0, 0, 66, 0};
  EXPECT_EQ(*interpolated_loss(array, {0, 0}, {}), 0);
  EXPECT_EQ(*interpolated_loss(array, {0, 0.5}, {}), 5);
  EXPECT_NEAR(*interpolated_loss(array, {1.0 / 6, 1}, {}), 25, 1e-9);
  EXPECT_NEAR(*interpolated_loss(array, {1.0 / 6, 0}, {}), 15, 1e-9);
  EXPECT_NEAR(*interpolated_loss(array, {2, 1}, {}), 150, 1e-9);  // 66 / 0.33 at 3
  EXPECT_NEAR(*interpolated_loss(array, {3, -1}, {}), 200, 1e-9);
}

TEST(InterpolatedLosses, PastTheFileAreRefused) {
  const clearing::RiskArray array;
  EXPECT_EQ(interpolated_loss(array, {-3.5, 0}, {}).error().what,
            "the market is moved by -3.5 price scan ranges; the file says nothing past -3");
  EXPECT_EQ(interpolated_loss(array, {0, 1.5}, {}).error().what,
            "volatility is moved by 1.5 of its scan range; the file says nothing past 1");
  EXPECT_FALSE(interpolated_loss(array, {0, std::nan("")}, {}).has_value());
  auto points = clearing::usual_points(3, 0);
  EXPECT_EQ(interpolated_loss(array, {1.5, 0}, points).error().what,
            "the market is moved by 1.5 price scan ranges; the file says nothing past 1");
  points.pop_back();
  EXPECT_EQ(interpolated_loss(array, {0, 0}, points).error().what,
            "there are 15 scan points; an array has sixteen");
  points.assign(16, {0, 0, 1, 0});
  EXPECT_EQ(interpolated_loss(array, {0, 0}, points).error().what,
            "the scan points have no two sides of the volatility");
}

}  // namespace
}  // namespace plimsoll::span
