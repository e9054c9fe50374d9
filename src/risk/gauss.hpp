#pragma once
// Sums of smooth functions over an interval from -1 to 1, and the normal density.

#include <array>
#include <cmath>
#include <numbers>

namespace plimsoll::risk {

struct GaussPoint {
  double at = 0, weight = 0;
};

/// Gauss and Legendre's eight, ascending: Abramowitz and Stegun, table 25.4.
inline constexpr std::array<GaussPoint, 8> gauss_points{{{-0.9602898564975363, 0.1012285362903763},
                                                         {-0.7966664774136267, 0.2223810344533745},
                                                         {-0.5255324099163290, 0.3137066458778873},
                                                         {-0.1834346424956498, 0.3626837833783620},
                                                         {0.1834346424956498, 0.3626837833783620},
                                                         {0.5255324099163290, 0.3137066458778873},
                                                         {0.7966664774136267, 0.2223810344533745},
                                                         {0.9602898564975363, 0.1012285362903763}}};

inline double normal_density(double z) {
  return std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi);
}

}  // namespace plimsoll::risk
