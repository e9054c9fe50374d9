#pragma once
// Which of the policy's levels each figure of an account has reached, and at which of them the
// account is.

#include <string>
#include <string_view>
#include <vector>

#include "strategy/analysis.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

std::string_view name_of(LevelOf of);

/// Whether a figure says how near a forced sale is, and so at what level the account is: what the
/// leverage earns (coverage, distance to breakeven) asks for a decision and forces no sale.
bool enters(LevelOf of);

/// Those that are worse than calm, in the order of `LevelOf`; of what is fully paid the requirement
/// is the price, and only what it earns is looked at. What is not known is at no level.
std::vector<LevelReached> levels_reached(const Analysis& analysis, const Policy& policy);

/// The worst of `base` and of those that enter.
AccountLevel worst_of(AccountLevel base, const std::vector<LevelReached>& reached);

}  // namespace plimsoll::strategy
