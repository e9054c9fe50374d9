#pragma once
// One American contract with cash dividends by the grids of dividend_grid.hpp, with all that is
// asked of it in the lanes of one block.

#include <span>

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// Dollars at each of `spots`, from `fine_grid`. Takes a contract that `check` accepts at each.
void grid_values(const Contract& contract, std::span<const double> spots, std::span<double> values);

/// Its derivatives, to about three digits: from spots of one grid, and from grids either side.
Greeks grid_greeks(const Contract& contract);

}  // namespace plimsoll::pricing
