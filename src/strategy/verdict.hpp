#pragma once
// The morning in a few sentences: how near a call is, what it would take, what it costs, what to
// do.

#include <string>
#include <string_view>
#include <vector>

#include "strategy/analysis.hpp"

namespace plimsoll::strategy {

std::string_view name_of(AccountLevel level);

/// By equity over requirement; calm where nothing is required. Breach at the policy's breach
/// multiple, and wherever the excess is below zero.
AccountLevel level_of(const Room& room, const LevelsPolicy& policy);

/// From the members that are answered; nothing where the equity is unknown.
std::optional<Verdict> verdict(const Analysis& analysis, const Policy& policy);

}  // namespace plimsoll::strategy
