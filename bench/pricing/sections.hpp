#pragma once
// The sections of the table. Each measures all of its rows together, by turns.

#include "bench/pricing/machine.hpp"
#include "bench/pricing/measure.hpp"

namespace plimsoll::bench {

Rows grid_rows(const Machine& machine);    // ten points and one, beside QuantLib's QdFp
Rows random_rows(const Machine& machine);  // errors over anything that might be listed
Rows closed_form_rows(const Machine& machine);
Rows volatility_rows(const Machine& machine);
Rows universe_rows(const Machine& machine);         // every listed series at eleven points
Rows paying_universe_rows(const Machine& machine);  // the same, some with cash dividends
Rows tree_rows(const Machine& machine);      // the tree by itself, beside Leisen and Reimer's
Rows dividend_rows(const Machine& machine);  // cash dividends, beside QuantLib's finite differences

}  // namespace plimsoll::bench
