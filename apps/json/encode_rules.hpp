#pragma once
// The rulebook `plimsoll.rules/1`, as text.

#include <span>
#include <string>

#include "engine/evaluate.hpp"

namespace plimsoll::json {

/// Each method's rules in its own order; `number` and `formula` are "file:line", null where there
/// is none.
std::string encode_rules(std::span<const engine::MethodRules> methods);

}  // namespace plimsoll::json
