#pragma once
// What is said of a policy, as text: `plimsoll.policy_lint/1`, `plimsoll.policy_diff/1`.

#include <span>
#include <string>

#include "strategy/policy_diff.hpp"
#include "strategy/practices.hpp"

namespace plimsoll::json {

std::string encode_policy_lint(std::span<const strategy::PracticeFinding> violated);
std::string encode_policy_diff(std::span<const strategy::PolicyChange> changes);

}  // namespace plimsoll::json
