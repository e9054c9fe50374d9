#pragma once
// How far an underlying is moved, and where it is looked at on the way.

#include <array>
#include <cstddef>

namespace plimsoll::tims {

inline constexpr std::size_t points_count = 10;

/// From the lowest move to the highest, as fractions: -0.08 is eight per cent down.
struct Range {
  double down = 0;  // above zero: how far down
  double up = 0;
  bool operator==(const Range&) const = default;
};

/// Five equal steps down, the lowest first, and five up: FINRA Rule 4210(g)(2)(F).
std::array<double, points_count> points_of(const Range& range);

}  // namespace plimsoll::tims
