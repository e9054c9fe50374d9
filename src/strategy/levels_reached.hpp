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

/// Whether it is what the account's level, and so an exit status, goes by: the multiple alone. The
/// others are told beside it.
bool enters(LevelOf of);

/// Those that are worse than calm, in the order of `LevelOf`; of what is fully paid the requirement
/// is the price, and only what it earns is looked at. What is not known is at no level.
std::vector<LevelReached> levels_reached(const Analysis& analysis, const Policy& policy);

}  // namespace plimsoll::strategy
