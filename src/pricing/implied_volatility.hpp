#pragma once
// The volatility in the price of one American contract: sixteen volatilities are priced together,
// and the price is looked for between them.

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// The volatility at which the contract is worth `price`: to 1e-7 of the strike where the boundary
/// methods' errors are known or the reference is asked, with cash dividends to what `fine_grid` is
/// sure of. Takes an American contract that `check_but_volatility` accepts and a price within its
/// bounds. `bad_input` where no volatility from 0.0001 to 20 explains it.
Result<double> american_implied_volatility(const Contract& contract, double price);

}  // namespace plimsoll::pricing
