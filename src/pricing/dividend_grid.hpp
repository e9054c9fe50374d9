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

/// For a few options. Per 100 of strike calls within 1e-4 and puts within 5e-4, 99 in 100 of those
/// within 2e-4.
inline constexpr GridSteps fine_grid{800, 120, 5};

/// The coarsest grid on which no option of the sort up to that strike was seen to be off by more
/// than so many dollars, among 1,475 calls and as many puts of a listed universe (inputs.hpp of
/// bench/pricing); the finest, to 1.2e-6 of a put's strike, where none is. Puts take more: there is
/// a time to wait for every dividend.
GridSteps grid_within(double dollars, Payoff payoff, double strike);

/// `values[option × moves + j]`: dollars of an American option at its spot × (1 + moves[j]). All of
/// them have the same time to expiry and the same dividends, as the options on one underlying of
/// one expiry do; each, with the dividends, is a contract that `check` accepts at every such spot.
/// Results do not depend on which options are priced together.
void grid_prices(std::span<const Option> options, std::span<const CashDividend> dividends,
                 std::span<const double> moves, GridSteps accuracy, std::span<double> values);

/// The same on the grids of `grid_within`: blocks of one payoff, by strike, each on that of its
/// largest. Results depend on what is priced together by less than `dollars`.
void grid_prices_within(double dollars, std::span<const Option> options,
                        std::span<const CashDividend> dividends, std::span<const double> moves,
                        std::span<double> values);

}  // namespace plimsoll::pricing
