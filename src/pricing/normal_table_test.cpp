#include "pricing/normal_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace plimsoll::pricing {
namespace {

/// The upper tail as the kernels read it.
template <class T>
T tail(T deviations) {
  const NormalTable<T>& table = normal_table(T{});
  const T pieces = std::min(deviations * static_cast<T>(NormalTable<T>::pieces_per_deviation),
                            static_cast<T>(NormalTable<T>::last));
  const auto piece = static_cast<std::size_t>(pieces);
  const T within = pieces - static_cast<T>(piece);
  T sum = 0;
  for (int power = NormalTable<T>::degree; power >= 0; --power)
    sum = std::fma(sum, within, table.coefficients[power][piece]);
  return sum;
}

template <class T>
double largest_error() {
  double most = 0;
  for (int i = 0; i <= 80'000; ++i) {
    const auto deviations = static_cast<T>(i * 1e-4);
    const double exact = 0.5 * std::erfc(static_cast<double>(deviations) / std::numbers::sqrt2);
    most = std::max(most, std::abs(static_cast<double>(tail(deviations)) - exact));
  }
  return most;
}

TEST(NormalTable, OfFloatsIsWithinItsError) { EXPECT_LE(largest_error<float>(), 5e-8); }
TEST(NormalTable, OfDoublesIsWithinItsError) { EXPECT_LE(largest_error<double>(), 8e-11); }

TEST(NormalTable, IsAHalfInTheMiddleAndNothingFarOut) {
  EXPECT_NEAR(tail(0.0F), 0.5F, 5e-8);
  EXPECT_NEAR(tail(0.0), 0.5, 8e-11);
  EXPECT_NEAR(tail(1e6F), 0.0F, 5e-8);
  EXPECT_NEAR(tail(1e6), 0.0, 8e-11);
}

// So that a price does not jump where one polynomial ends and the next begins.
TEST(NormalTable, PiecesMeet) {
  for (std::size_t piece = 1; piece < 16; ++piece) {
    const double at = static_cast<double>(piece) / NormalTable<double>::pieces_per_deviation;
    EXPECT_NEAR(tail(at - 1e-12), tail(at + 1e-12), 1.2e-10) << piece;
  }
}

}  // namespace
}  // namespace plimsoll::pricing
