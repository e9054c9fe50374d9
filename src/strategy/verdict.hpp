#pragma once
// The morning in a few sentences: how near a call is, what it would take, what it costs, what to
// do.

#include <string>
#include <string_view>
#include <vector>

#include "strategy/analysis.hpp"

namespace plimsoll::strategy {

std::string_view name_of(AccountLevel level);

/// By equity over requirement alone; calm where nothing is required. Breach at the policy's breach
/// multiple, and wherever the excess is below zero; of what is fully paid only there, as its
/// multiple is 1 by construction.
AccountLevel level_of(const Room& room, const LevelsPolicy& policy,
                      AccountKind kind = AccountKind::margin);

/// From the members that are answered; nothing where the equity is unknown. Its level is the worst
/// of the multiple's and the debit use's; any call of the method's is a breach.
std::optional<Verdict> verdict(const Analysis& analysis, const Policy& policy);

}  // namespace plimsoll::strategy
