#include "pricing/normal_table.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace plimsoll::pricing {
namespace {

/// The polynomial through the tail at the Chebyshev points of a piece, by powers.
template <std::size_t degree>
std::array<long double, degree + 1> fitted(long double from, long double width) {
  constexpr std::size_t size = degree + 1;
  std::array<long double, size> points, divided;
  for (std::size_t i = 0; i < size; ++i) {
    const auto odd = static_cast<long double>(2 * i + 1);
    points[i] = 0.5L * (1 - std::cos(odd * std::numbers::pi_v<long double> / (2 * size)));
    divided[i] = 0.5L * std::erfc((from + width * points[i]) / std::numbers::sqrt2_v<long double>);
  }
  for (std::size_t order = 1; order < size; ++order)
    for (std::size_t i = degree; i >= order; --i)
      divided[i] = (divided[i] - divided[i - 1]) / (points[i] - points[i - order]);
  // Newton's form, multiplied out from the inside.
  std::array<long double, size> powers{divided[degree]};
  for (std::size_t i = degree; i-- > 0;) {
    for (std::size_t power = degree; power >= 1; --power)
      powers[power] = powers[power - 1] - points[i] * powers[power];
    powers[0] = divided[i] - points[i] * powers[0];
  }
  return powers;
}

template <class T>
NormalTable<T> filled() {
  using Table = NormalTable<T>;
  Table table;
  const long double width = 1 / static_cast<long double>(Table::pieces_per_deviation);
  for (std::size_t piece = 0; piece < 16; ++piece) {
    const auto powers = fitted<Table::degree>(static_cast<long double>(piece) * width, width);
    for (std::size_t power = 0; power <= Table::degree; ++power)
      table.coefficients[power][piece] = static_cast<T>(powers[power]);
  }
  return table;
}

}  // namespace

const NormalTable<float>& normal_table(float) {
  static const NormalTable<float> table = filled<float>();
  return table;
}
const NormalTable<double>& normal_table(double) {
  static const NormalTable<double> table = filled<double>();
  return table;
}

}  // namespace plimsoll::pricing
