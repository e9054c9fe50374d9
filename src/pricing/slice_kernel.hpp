#pragma once
// The boundaries of one expiry as a function of the volatility, and the volatility solved for with
// them, as the vector kernels take them.

#include <array>
#include <cstddef>

#include "pricing/american_blocks.hpp"

namespace plimsoll::pricing {

/// Falls of the boundary at each node of `Fine`, in logarithms of the price, as Chebyshev series in
/// the logarithm of the volatility.
struct SliceBoundary {
  static constexpr std::size_t terms = block_size;
  static constexpr double volatility_least = 0.075, volatility_most = 1.55;
  /// What a price must be over exercise for a boundary in floats to tell a volatility by it.
  static constexpr double over_exercise_least = 1e-6;
  std::array<std::array<float, terms>, Fine::nodes> series;
};

/// Solves for the volatility at which each of a block's puts, which share the slice's time and
/// rates, is worth `prices`, in parts of its strike and above what exercise pays now. The block's
/// own volatility is where the search begins. `found` is 1 where one is found, else 0.
void solve_volatilities(const SliceBoundary& slice, const PutBlock& puts,
                        const Lanes<double>& prices, Lanes<double>& volatilities,
                        Lanes<double>& found);

}  // namespace plimsoll::pricing
