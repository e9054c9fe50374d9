#include "strategy/policy_diff.hpp"

#include <utility>

namespace plimsoll::strategy {
namespace {

Effect effect_of(const PolicyKey& key, const Policy& before, const Policy& after) {
  WeighedValue old_value, new_value;
  key.weigh(before, key.range, old_value);
  key.weigh(after, key.range, new_value);
  // Words that changed, or rows that came or went: the numbers are of different things.
  if (old_value.words != new_value.words || old_value.numbers.size() != new_value.numbers.size())
    return Effect::neither;
  bool loosens = false, tightens = false;
  for (std::size_t i = 0; i < old_value.numbers.size(); ++i) {
    const auto& [was, direction] = old_value.numbers[i];
    const double is = new_value.numbers[i].value;
    if (was == is) continue;
    switch (direction) {
      case Loosens::higher:
        (was < is ? loosens : tightens) = true;
        break;
      case Loosens::lower:
        (is < was ? loosens : tightens) = true;
        break;
      case Loosens::neither:
        return Effect::neither;
    }
  }
  if (loosens && tightens) return Effect::both;
  return loosens ? Effect::loosens : tightens ? Effect::tightens : Effect::neither;
}

}  // namespace

std::string_view word_of(Effect effect) {
  switch (effect) {
    case Effect::loosens:
      return "loosens";
    case Effect::tightens:
      return "tightens";
    case Effect::both:
      return "both";
    case Effect::neither:
      return "neither";
  }
  std::unreachable();
}

std::vector<PolicyChange> policy_changes(const Policy& before, const Policy& after) {
  std::vector<PolicyChange> changes;
  for (const PolicySection& section : policy_sections())
    for (const PolicyKey& key : section.keys) {
      std::string was = key.text(before), is = key.text(after);
      if (was == is) continue;
      changes.push_back({&key, std::move(was), std::move(is), effect_of(key, before, after)});
    }
  return changes;
}

}  // namespace plimsoll::strategy
