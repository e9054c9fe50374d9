#pragma once
#include "margin/answer.hpp"
#include "methods/cross_margin/healths.hpp"

namespace plimsoll::cross_margin {

/// The method's own tree, of either protocol: the three healths, what each balance counts for,
/// whether it may be liquidated, ratios, and how far the account may go. What is not known is not
/// there: of an account with refused positions nothing of how far it may go, as those may be debts.
/// What one bank refuses is said in its place.
Detail detail_of(const Loaded<State>& state, const Healths& healths, Date rules);

}  // namespace plimsoll::cross_margin
