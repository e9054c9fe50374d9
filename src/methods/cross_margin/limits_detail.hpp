#pragma once
// What the method's own tree says of what an account may still do, and of what would become of it.

#include "margin/answer.hpp"
#include "methods/cross_margin/leaves.hpp"
#include "methods/cross_margin/limits.hpp"

namespace plimsoll::cross_margin {

/// The limit, and where it is nothing at all, why.
Found told(const Limit& limit);

/// Adds `max_borrow`, `max_withdraw` and `liquidation_prices`, and where the account may be
/// liquidated `repay_to_safe` and `liquidator_may_take`. What one bank refuses is said in its
/// place.
void add_reach(Detail& detail, const State& state, bool liquidatable, Date rules);

}  // namespace plimsoll::cross_margin
