#pragma once
// The volatility and the rate a clearing house used, from the array values it printed.

#include <span>

#include "methods/span/arrays.hpp"

namespace plimsoll::span {

/// What was printed of one contract: one scenario's loss for a contract bought, or the worst of
/// the sixteen for one sold.
struct PrintedLoss {
  ArrayTerms terms;                     // its volatility and rate are not read, unless known
  std::optional<std::size_t> scenario;  // from 0; empty: the worst, of one sold
  double loss = 0;
};

enum class FitOf : std::uint8_t { volatility, rate, both };

struct ArrayFit {
  double volatility = 0, rate = 0;
  double largest_error = 0;  // of any of the printed, in their money
  double mean_error = 0;     // of their sizes
};

/// One volatility and one rate for all of them, by least squares; what is not looked for is that of
/// the first one's terms. `bad_input`: fewer values than unknowns; a value that its terms'
/// volatility cannot move (futures for a volatility); no convergence; terms that cannot be.
Result<ArrayFit> fitted(std::span<const PrintedLoss> printed, FitOf what);

}  // namespace plimsoll::span
