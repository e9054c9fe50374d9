#pragma once
// The value of any one option, its derivatives, and the volatility in its price. For many options
// at once, see the functions over spans in american.hpp, american_volatility.hpp and
// dividend_grid.hpp, which this stands on in part.

#include <span>

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// Dollars for one unit of the underlying, to 1e-4 of a dollar or better up to strikes of 10,000;
/// American with cash dividends per 100 of strike to 5e-4 (`fine_grid`).
/// Errors: what `check` refuses.
Result<double> value(const Contract& contract);

/// The values at each of `spots`, everything else as it is; `values` is as long as `spots`. The
/// contract's own spot is not read. American without cash dividends: to `precise_error` of the
/// strike or the spot (american.hpp), many times sooner than `value`. Errors: what `check` refuses,
/// at any of the spots.
Result<void> values_at(const Contract& contract, std::span<const double> spots,
                       std::span<double> values);

/// Derivatives of `value`, in the units of `Greeks`.
Result<Greeks> greeks(const Contract& contract);

/// Between which a price must lie for any volatility to explain it. American: no less than what
/// exercise brings now, no more than the strike of a put and the spot of a call.
Result<Bounds> bounds(const Contract& contract);

/// The volatility at which the contract is worth `price`; its own is not read. `bad_input` naming
/// the bounds where there is none, or none from 0.0001 to 20.
Result<double> implied_volatility(const Contract& contract, double price);

}  // namespace plimsoll::pricing
