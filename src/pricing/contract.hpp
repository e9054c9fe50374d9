#pragma once
// One option with everything that decides its value: how it may be exercised, and the cash it pays
// away. `value` and the functions beside it take any of them and choose the method that suits.

#include <cstdint>
#include <span>

#include "pricing/european.hpp"
#include "pricing/option.hpp"

namespace plimsoll::pricing {

enum class Exercise : std::uint8_t { european, american };

/// Cash paid on one unit of the underlying, so many years from now.
struct CashDividend {
  double years = 0;
  double amount = 0;
};

/// Dividends are escrowed: the spot is cash that is certain, at its present value, and a rest that
/// moves with the volatility (Hull; what CRR trees with dividends do). They come on top of the
/// option's dividend yield.
struct Contract {
  Option option;
  Exercise exercise = Exercise::european;
  std::span<const CashDividend> dividends = {};  // by time, after now and not after expiry
};

/// Everything `check` of the option refuses, and dividends: not above zero, out of order, paid
/// before now or after expiry, or together worth the spot or more. Each with a message of its own.
Result<void> check(const Contract& contract);
/// The same of everything but the volatility.
Result<void> check_but_volatility(const Contract& contract);

}  // namespace plimsoll::pricing
