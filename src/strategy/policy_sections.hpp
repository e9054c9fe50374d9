#pragma once
// The parts of the table of keys; policy_keys.hpp has the whole.

#include <span>

#include "strategy/policy_keys.hpp"

namespace plimsoll::strategy {

std::span<const PolicySection> account_sections();
std::span<const PolicySection> actions_sections();
std::span<const PolicySection> programme_sections();

}  // namespace plimsoll::strategy
