#include "rules/house_check.hpp"

#include <algorithm>

namespace plimsoll {
namespace {

/// Which modes and units go with what a number is of.
struct Form {
  HouseOf of;
  HouseScope scope;
  std::vector<HouseMode> modes;
  std::vector<HouseUnit> units;
};
const std::vector<Form>& forms() {
  using enum HouseMode;
  using enum HouseUnit;
  using enum HouseOf;
  constexpr auto each = HouseScope::position;
  static const std::vector<Form> all{
      {market_value, each, {floor, add, multiply, replace}, {rate, a_share}},
      {purchase, each, {floor, add, multiply, replace}, {rate}},
      {underlying, each, {floor, add, multiply, replace}, {rate}},
      {underlying_least, each, {floor, add, multiply, replace}, {rate}},
      {option, each, {floor}, {a_share, a_contract}},
      {beside_premium, each, {floor}, {a_share, a_contract}},
      {cost_to_close, HouseScope::group, {floor}, {rate}},
      {spread, HouseScope::group, {add}, {sum}},
  };
  return all;
}

/// Whether a value may stand in a rule of this form.
bool fits(const HouseValue& value, const HouseRule& rule, const Form& form) {
  if (value.unit == HouseUnit::not_said) return true;
  const bool percentages_only = rule.mode == HouseMode::add || rule.mode == HouseMode::multiply;
  if (value.unit == HouseUnit::a_share && percentages_only) return false;
  return std::ranges::find(form.units, value.unit) != form.units.end();
}

bool all_fit(const HouseRule& rule, const Form& form) {
  if (!rule.steps) return fits(rule.value, rule, form);
  return fits(rule.steps->beyond, rule, form) &&
         std::ranges::all_of(rule.steps->steps,
                             [&](const HouseStep& step) { return fits(step.value, rule, form); });
}

bool meet(const HouseRange& a, const HouseRange& b) {
  const auto apart = [](const HouseRange& lower, const HouseRange& upper) {
    if (!lower.high || !upper.low) return false;
    return lower.high->at < upper.low->at ||
           (lower.high->at == upper.low->at && !(lower.high->including && upper.low->including));
  };
  return !apart(a, b) && !apart(b, a);
}

bool same_question(const HouseRule& a, const HouseRule& b) {
  const auto by = [](const HouseRule& rule) {
    return rule.steps ? std::optional{rule.steps->by} : std::nullopt;
  };
  return a.scope == b.scope && a.mode == b.mode && a.of == b.of && by(a) == by(b) &&
         a.value.unit == b.value.unit && a.when.words.size() == b.when.words.size() &&
         a.when.ranges.size() == b.when.ranges.size();
}

/// Whether both are conditioned on the same facts and may hold at once.
bool may_hold_together(const HouseWhen& a, const HouseWhen& b) {
  for (const HouseWords& words : a.words) {
    const auto other = std::ranges::find(b.words, words.fact, &HouseWords::fact);
    if (other == b.words.end() ||
        std::ranges::find_first_of(words.any_of, other->any_of) == words.any_of.end())
      return false;
  }
  return std::ranges::all_of(a.ranges, [&](const HouseRange& range) {
    const auto other = std::ranges::find(b.ranges, range.fact, &HouseRange::fact);
    return other != b.ranges.end() && meet(range, *other);
  });
}

}  // namespace

std::optional<std::string> what_does_not_fit(const HouseRule& rule, Factor factor) {
  if (rule.of == HouseOf::credit) {
    if (rule.scope != HouseScope::group) return std::nullopt;
    return "a group cannot be blocked; write scope = \"position\" or \"account\"";
  }
  const auto form = std::ranges::find(forms(), rule.of, &Form::of);
  const std::string of{name_of(rule.of)}, mode{name_of(rule.mode)};
  if (form->scope != rule.scope)
    return "what is of " + of + " has scope = \"" + std::string{name_of(form->scope)} + "\"";
  if (std::ranges::find(form->modes, rule.mode) == form->modes.end())
    return "a rule of " + of + " cannot " + mode;
  const bool wants_factor = rule.mode == HouseMode::multiply && !rule.steps;
  if (!all_fit(rule, *form) || wants_factor != (factor == Factor::given))
    return "a rule of " + of + " that is to " + mode +
           " cannot be given so; see profiles/house/README.md";
  return std::nullopt;
}

std::optional<HouseOverlap> overlapping(const std::vector<HouseRule>& rules) {
  constexpr int factors_max = 2;
  int factors = 0;
  for (const HouseRule& rule : rules)
    if (rule.mode == HouseMode::multiply && factors_max < ++factors)
      return HouseOverlap{"a third rule that multiplies; write their product as one",
                          rule.where.line};
  for (std::size_t later = 1; later < rules.size(); ++later)
    for (std::size_t first = 0; first < later; ++first)
      if (same_question(rules[first], rules[later]) &&
          may_hold_together(rules[first].when, rules[later].when))
        return HouseOverlap{"\"" + std::string{rules[later].name.text()} + "\" overlaps \"" +
                                std::string{rules[first].name.text()} + "\" at line " +
                                std::to_string(rules[first].where.line) +
                                ": both ask the same of the same facts; narrow one with when, or "
                                "remove it",
                            rules[later].where.line};
  return std::nullopt;
}

}  // namespace plimsoll
