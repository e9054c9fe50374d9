#pragma once
#include <string>

#include "strategy/policy.hpp"

namespace plimsoll::strategy {

inline constexpr std::string_view policy_schema = "plimsoll.policy/1";

/// The whole file, TOML: every key with what it is, its unit, default, bounds, reason and source in
/// a comment above it. Reads back as `policy`.
std::string policy_text(const Policy& policy);

}  // namespace plimsoll::strategy
