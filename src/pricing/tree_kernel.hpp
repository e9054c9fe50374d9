#pragma once
// A binomial tree as the vector kernel takes it: eight options of one expiry with the same cash
// dividends, a lane an option.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "pricing/american_blocks.hpp"

namespace plimsoll::pricing {

inline constexpr std::size_t tree_lanes = 8;
using TreeLanes = Aligned<double, tree_lanes>;

/// A way back in time, from an ex-date or expiry to the ex-date before it or to now: `steps` of the
/// tree's own length and, where time is left, a shorter one. At its end the dividend is not yet
/// paid.
struct TreeLeg {
  int steps = 0;
  double rest = 0;      // years; zero: none
  double dividend = 0;  // paid where the leg ends, on one unit
};

/// What all lanes share.
struct TreePlan {
  double step = 0;             // years
  double last = 0;             // years before expiry at which the tree begins, in closed form
  double dividend_at_end = 0;  // paid on the day of expiry
  std::vector<TreeLeg> legs;   // backwards; the first without the time of the closed form
  int spread = 0;              // nodes on either side of the spot that are read
};

/// Of each option: the spot without its dividends, how it may go and what it earns.
struct TreeOptions {
  TreeLanes spot, strike, years, rate, yield, volatility;
  TreeLanes direction;  // 1 of a call, -1 of a put
  TreeLanes jump;       // of the logarithm of the spot in a step, either way
};

/// Values now at the spots × e^(2 × jump × i), i from -spread to spread: `values[i + spread]`.
/// `scratch` keeps its memory between calls.
struct TreeScratch {
  std::vector<TreeLanes> values, even, odd;
};
void climb_tree(const TreePlan& plan, const TreeOptions& options, TreeScratch& scratch,
                std::span<TreeLanes> values);

}  // namespace plimsoll::pricing
