#pragma once
// The volatilities in the prices of many American options of one expiry: the boundary is found at
// sixteen volatilities and read at every other.

#include <optional>
#include <span>

#include "pricing/option.hpp"
#include "pricing/slice_kernel.hpp"

namespace plimsoll::pricing {

/// Calls, or puts, of one expiry on one underlying without cash dividends.
class BoundarySlice {
 public:
  /// Whether the errors of `fine` (american.hpp) are known for such an expiry, and exercise before
  /// it ever pays.
  static bool covers(Payoff payoff, double years, double rate, double dividend_yield);

  /// Of an expiry that is covered.
  BoundarySlice(Payoff payoff, double years, double rate, double dividend_yield);

  /// The volatility at which each option is worth its price: to 1e-6 where the price of the option
  /// moves with it, and such that the option is worth its price to `fine_error`. Nothing where none
  /// from 0.08 to 1.5 is.
  void implied_volatilities(double spot, std::span<const double> strikes,
                            std::span<const double> prices,
                            std::span<std::optional<double>> volatilities) const;

 private:
  Option option_;  // without spot, strike and volatility
  SliceBoundary boundary_;
};

}  // namespace plimsoll::pricing
