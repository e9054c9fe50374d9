#pragma once
#include <expected>
#include <string>
#include <vector>

#include "base/node.hpp"
#include "base/result.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

/// A parsed `plimsoll.policy/1`. A key that is left out has its default. Every mistake is given,
/// not the first, each with "file:line" and what to write instead: another schema, an unknown table
/// or key, a value that is none or out of bounds; where there is none of these, what contradicts
/// itself.
std::expected<Policy, std::vector<Error>> read_policy(const Node& root, const std::string& file);

}  // namespace plimsoll::strategy
