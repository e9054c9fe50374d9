#pragma once
// What the method's own tree says of an account in an Aave v3 pool beside what both protocols say.

#include "margin/answer.hpp"
#include "methods/cross_margin/aave.hpp"

namespace plimsoll::cross_margin {

/// Adds `health_factor` (where something is owed), `emode` (where it is on), `borrow_power`, and
/// how far the account may go, by the same names as for marginfi.
void add_aave(Detail& detail, const State& state, const Healths& healths);
void add_aave_reach(Detail& detail, const State& state, const Healths& healths, Date rules);

}  // namespace plimsoll::cross_margin
