#pragma once
// American options on an underlying that pays cash dividends, by a binomial tree (Cox, Ross and
// Rubinstein 1979) that meets the ex-dates, ends in the European formula (Broadie and Detemple
// 1996) and is read at many spots at once.

#include <span>

#include "pricing/contract.hpp"
#include "pricing/tree_kernel.hpp"

namespace plimsoll::pricing {

/// How finely a tree is built: with `extrapolated`, twice the price of so many steps less that of
/// half as many (Richardson).
struct TreeSteps {
  int steps = 200;
  bool extrapolated = true;
};

/// `values[option × moves + j]`: dollars of an American option at its spot × (1 + moves[j]). All of
/// them have the same time to expiry and the same dividends, as the options on one underlying of
/// one expiry do; each, with the dividends, is a contract that `check` accepts at every such spot.
/// Errors are in BENCHMARKS.md. Results do not depend on which options are priced together.
void tree_prices(std::span<const Option> options, std::span<const CashDividend> dividends,
                 std::span<const double> moves, TreeSteps accuracy, std::span<double> values);

}  // namespace plimsoll::pricing
