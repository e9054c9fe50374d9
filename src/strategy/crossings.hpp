#pragma once
// Where a curve crosses nothing: all of its roots, by sign alone, because requirements jump.

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace plimsoll::strategy {

struct Crossing {
  double at = 0;      // to 1e-10
  bool jump = false;  // the curve does not pass through nothing there but leaps over it
};

struct Crossings {
  std::vector<Crossing> all = {};                               // ascending
  double from = 0, to = 0;                                      // looked for between these
  std::optional<Error> stopped_below = {}, stopped_above = {};  // why no further
};

/// How far to look, and how closely.
struct Search {
  double from = -0.95, to = 1.0;       // above -1
  std::span<const double> kinks = {};  // ascending: ends of intervals besides the grid's own
  double step = 0.05;                  // of ln(1 + move)
  /// The most the curve changes by for a move of 1. What it cannot reach before the next ends of
  /// intervals is not looked at.
  double slope_most = 0;
};

/// Every change of sign of `curve` over the grid of the search (beyond a fall of 95 % by halves of
/// what is left), outward from 0, each narrowed to
/// 1e-10. Two crossings between neighbours of the grid are not seen; what is exactly nothing counts
/// as not below. The search ends in a direction where the curve has no value.
Crossings crossings(const std::function<Result<double>(double)>& curve, const Search& search);

}  // namespace plimsoll::strategy
