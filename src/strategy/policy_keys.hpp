#pragma once
// The keys of a policy's file as a table. Reading, writing, checking its words and telling two
// policies apart are all read from it, so none of them can forget one.

#include <span>
#include <string>
#include <string_view>

#include "strategy/policy.hpp"
#include "strategy/policy_values.hpp"

namespace plimsoll::strategy {

struct PolicyKey {
  std::string_view section;  // the table it stands in
  std::string_view name;
  std::string_view says;    // what it is
  std::string_view unit;    // "multiple", "fraction", "days", ...
  std::string_view reason;  // why its default is what it is
  std::string_view source;
  Range range = {};                              // of its numbers; a row's columns have their own
  std::string (*text)(const Policy&) = nullptr;  // the value as the file has it
  std::string (*shape)() = nullptr;              // "rows of [...]", "one of ...", or empty
  void (*read)(const Node&, const Range&, const PolicyMistakes&, Policy&) = nullptr;
  void (*weigh)(const Policy&, const Range&, WeighedValue&) = nullptr;

  std::string path() const { return std::string{section} + "." + std::string{name}; }
};

/// Which member of which section a key is.
template <auto section, auto member>
constexpr PolicyKey kept_in(PolicyKey key) {
  key.text = [](const Policy& policy) { return value_text((policy.*section).*member); };
  key.shape = [] {
    const Policy policy;
    return shape_text(&((policy.*section).*member));
  };
  key.read = [](const Node& node, const Range& range, const PolicyMistakes& mistakes,
                Policy& policy) { read_value(node, range, mistakes, (policy.*section).*member); };
  key.weigh = [](const Policy& policy, const Range& range, WeighedValue& into) {
    strategy::weigh((policy.*section).*member, range, into);
  };
  return key;
}

/// A table of the file, and what it decides.
struct PolicySection {
  std::string_view name;
  std::string_view says;
  std::span<const PolicyKey> keys;
};

/// In the order the file is written.
std::span<const PolicySection> policy_sections();

/// Nothing where there is none of that name.
const PolicySection* policy_section(std::string_view name);
const PolicyKey* policy_key(const PolicySection& section, std::string_view name);

}  // namespace plimsoll::strategy
