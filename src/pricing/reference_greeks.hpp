#pragma once
// Derivatives of options that are not all in closed form: American from the reference, good to
// about six digits; European on an underlying that pays cash.

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// By the spot from the boundary that the price is from; by time from the equation that the price
/// solves wherever it is not exercised; by the rest from prices either side. Of an option that is
/// exercised at once all but the first are zero.
Greeks american_greeks(const Option& option);

/// What an American contract's value changes by as time passes while it is kept, from the equation
/// it then solves.
double kept_theta(const Contract& contract, double value, double delta, double gamma);

/// European, with dividends or without, in closed form.
Greeks escrowed_greeks(const Contract& contract);

}  // namespace plimsoll::pricing
