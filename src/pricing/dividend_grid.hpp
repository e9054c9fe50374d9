#pragma once
// American options on an underlying that pays cash dividends, many at once: the method of
// dividend_reference.hpp on small grids, a lane an option.

#include <span>

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// How finely options are priced, by the finer of two grids.
struct GridSteps {
  int spots = 200;
  int times = 40;           // over a time without dividends; with them, more
  double deviations = 4.5;  // until expiry, that a grid reaches beyond strike and spots
};

/// For a few options. Per 100 of strike mostly within 5e-5, and within 5e-4 but for one in a
/// thousand; 2e-3 where a put is about to be exercised on the day that first pays.
inline constexpr GridSteps fine_grid{800, 120, 5};

/// `values[option × moves + j]`: dollars of an American option at its spot × (1 + moves[j]). All of
/// them have the same time to expiry and the same dividends, as the options on one underlying of
/// one expiry do; each, with the dividends, is a contract that `check` accepts at every such spot.
/// Results do not depend on which options are priced together.
void grid_prices(std::span<const Option> options, std::span<const CashDividend> dividends,
                 std::span<const double> moves, GridSteps accuracy, std::span<double> values);

}  // namespace plimsoll::pricing
