#include "rules/house.hpp"

#include <algorithm>

#include "rules/house_words.hpp"

namespace plimsoll {
namespace {

bool is_in(const HouseRange& range, Decimal number) {
  if (range.low && (number < range.low->at || (number == range.low->at && !range.low->including)))
    return false;
  return !range.high ||
         !(range.high->at < number || (number == range.high->at && !range.high->including));
}

/// Whether the conditions hold; where they turn on a missing number, its input's name.
struct Held {
  bool holds = true;
  Label lacks = "";
};
Held held(const HouseWhen& when, const HouseFacts& facts) {
  for (const HouseWords& words : when.words)
    if (std::ranges::find(words.any_of, facts[words.fact]) == words.any_of.end()) return {false};
  Held outcome;
  for (const HouseRange& range : when.ranges) {
    const HouseFigure& figure = facts[range.fact];
    if (!figure.value && figure.input.empty()) return {false};
    if (!figure.value) outcome.lacks = figure.input;
    else if (!is_in(range, *figure.value)) return {false};
  }
  return outcome;
}

}  // namespace

std::size_t HouseSteps::place_of(Decimal number) const {
  std::size_t place = 0;
  while (place < steps.size() &&
         (steps[place].up_to.at < number ||
          (steps[place].up_to.at == number && !steps[place].up_to.including)))
    ++place;
  return place;
}

HouseSaid said(const HouseRule& rule, const HouseFacts& facts) {
  const Held conditions = held(rule.when, facts);
  if (!conditions.holds) return {};
  if (!conditions.lacks.empty()) return {HouseSaid::Kind::lacks, {}, conditions.lacks};
  HouseValue value = rule.value;
  if (rule.steps) {
    const HouseFigure& figure = facts[rule.steps->by];
    if (!figure.value && figure.input.empty()) return {};
    if (!figure.value) return {HouseSaid::Kind::lacks, {}, figure.input};
    value = rule.steps->value_at(rule.steps->place_of(*figure.value));
    if (value.unit == HouseUnit::not_said)
      return {HouseSaid::Kind::lacks, {}, "the number, which the source does not give"};
  }
  if (rule.times) {
    const HouseFigure& figure = facts[*rule.times];
    if (!figure.value) return {};
    value.number = multiply(value.number, *figure.value, Round::away_from_zero);
  }
  if (rule.at_most) value.number = std::min(value.number, *rule.at_most);
  return {HouseSaid::Kind::value, value, ""};
}

Result<void> HouseList::add(House profile) {
  auto& series = by_name_[profile->name];
  const auto [at, added] = series.emplace(profile->effective_from, profile);
  if (added) return {};
  return fail(Reason::bad_input,
              "house \"" + profile->name + "\" is already described from " +
                  to_text(profile->effective_from) + " by " + at->second->file +
                  "; give one of the two another effective_from",
              profile->file);
}

Result<House> HouseList::find(std::string_view name, Date day) const {
  const auto series = by_name_.find(name);
  if (series == by_name_.end())
    return fail(Reason::bad_input, "there is no house \"" + std::string{name.substr(0, 40)} +
                                       "\"; write one of: " + house::listed(names()) +
                                       ", or the path of a profile");
  const auto after = series->second.upper_bound(day);
  if (after == series->second.begin())
    return fail(Reason::not_in_force,
                "house \"" + std::string{name} + "\" has no profile for " + to_text(day) +
                    "; the first is of " + to_text(after->first) +
                    "; ask with --rules for that day or later",
                after->second->file);
  return std::prev(after)->second;
}

std::vector<std::string> HouseList::names() const {
  std::vector<std::string> all;
  for (const auto& [name, series] : by_name_) all.push_back(name);
  return all;
}

std::vector<House> HouseList::all() const {
  std::vector<House> all;
  for (const auto& [name, series] : by_name_)
    for (const auto& [day, profile] : series) all.push_back(profile);
  return all;
}

}  // namespace plimsoll
