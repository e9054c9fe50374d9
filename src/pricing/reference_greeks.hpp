#pragma once
// Derivatives of American options, from the references: slow, and good to about six digits.

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// By the spot from the boundary that the price is from; by time from the equation that the price
/// solves wherever it is not exercised; by the rest from prices either side. Of an option that is
/// exercised at once all but the first are zero.
Greeks american_greeks(const Option& option);

/// The same with dividends, which stay on their days as time passes: all from prices either side.
/// Takes a contract that `check` accepts.
Greeks dividend_greeks(const Contract& contract);

/// European, with dividends or without, in closed form.
Greeks escrowed_greeks(const Contract& contract);

}  // namespace plimsoll::pricing
