#pragma once
// The normal distribution.

#include <cmath>
#include <numbers>

namespace plimsoll::pricing {

inline double normal_below(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }
inline double normal_density(double x) {
  return std::exp(-0.5 * x * x) * (std::numbers::inv_sqrtpi / std::numbers::sqrt2);
}

}  // namespace plimsoll::pricing
