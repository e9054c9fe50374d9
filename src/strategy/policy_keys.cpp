#include "strategy/policy_keys.hpp"

#include <algorithm>
#include <vector>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {

std::span<const PolicySection> policy_sections() {
  static const std::vector<PolicySection> all = [] {
    std::vector<PolicySection> joined;
    for (const auto part : {account_sections(), actions_sections(), programme_sections()})
      joined.insert(joined.end(), part.begin(), part.end());
    return joined;
  }();
  return all;
}

const PolicySection* policy_section(std::string_view name) {
  const auto all = policy_sections();
  const auto found = std::ranges::find(all, name, &PolicySection::name);
  return found == all.end() ? nullptr : &*found;
}

const PolicyKey* policy_key(const PolicySection& section, std::string_view name) {
  const auto found = std::ranges::find(section.keys, name, &PolicyKey::name);
  return found == section.keys.end() ? nullptr : &*found;
}

}  // namespace plimsoll::strategy
