#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "strategy/policy.hpp"

namespace plimsoll::strategy {

/// Two statements of a policy that cannot both be meant. `section` and `key` are one of the two.
struct Contradiction {
  std::string_view section, key;
  std::string what;
};

/// Every one there is, in the order of the file; none in the default policy.
std::vector<Contradiction> contradictions(const Policy& policy);

}  // namespace plimsoll::strategy
