#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "strategy/policy_keys.hpp"

namespace plimsoll::strategy {

/// What a change does to what the policy allows. `both`: some of a table's numbers loosen it, some
/// tighten it. `neither`: it is a fact or a way of measuring, or rows came or went.
enum class Effect : std::uint8_t { loosens, tightens, both, neither };

std::string_view word_of(Effect effect);

struct PolicyChange {
  const PolicyKey* key;
  std::string before, after;  // as files have them
  Effect effect;
};

/// Keys whose values differ, in the order of the file.
std::vector<PolicyChange> policy_changes(const Policy& before, const Policy& after);

}  // namespace plimsoll::strategy
