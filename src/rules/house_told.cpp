// A house's rules in words, for lists of them.

#include "rules/house.hpp"

namespace plimsoll {
namespace {

std::string plain(Decimal number) { return to_text(number, 0); }

/// A bound in the unit people say it in.
std::string bound_in_words(HouseNumber by, Decimal bound) {
  switch (by) {
    case HouseNumber::concentration:
    case HouseNumber::ownership:
    case HouseNumber::industry:
    case HouseNumber::largest_position:
    case HouseNumber::margin_rate:
      return to_text(Percent{bound});
    case HouseNumber::price:
    case HouseNumber::leverage:
    case HouseNumber::days_to_liquidate:
    case HouseNumber::debit:
    case HouseNumber::equity:
      return plain(bound);
  }
  return "";
}

std::string steps_in_words(const HouseSteps& table) {
  std::string text;
  for (const HouseStep& step : table.steps)
    text += (text.empty() ? "" : ", ") + to_text(step.value) +
            (step.up_to.including ? " to " : " below ") + bound_in_words(table.by, step.up_to.at);
  if (table.beyond.unit != HouseUnit::not_said) text += ", " + to_text(table.beyond) + " beyond";
  return text + " by " + std::string{name_of(table.by)};
}

std::string_view mode_in_words(HouseMode mode) {
  switch (mode) {
    case HouseMode::floor:
      return "at least ";
    case HouseMode::add:
      return "plus ";
    case HouseMode::multiply:
      return "times ";
    case HouseMode::replace:
      return "";
    case HouseMode::block:
      return "";
  }
  return "";
}

}  // namespace

std::string to_text(const HouseValue& value) {
  switch (value.unit) {
    case HouseUnit::rate:
      return to_text(Percent{value.number});
    case HouseUnit::a_share:
      return to_text(value.number, 2) + " USD a share";
    case HouseUnit::a_contract:
      return to_text(value.number, 2) + " USD a contract";
    case HouseUnit::sum:
      return to_text(value.number, 2) + " USD";
    case HouseUnit::not_said:
      return "not said";
  }
  return "";
}

std::string number_in_words(const HouseRule& rule) {
  std::string text{mode_in_words(rule.mode)};
  if (rule.mode == HouseMode::block)
    return rule.scope == HouseScope::account ? "not permitted" : "no credit";
  if (rule.steps) text += steps_in_words(*rule.steps);
  else if (rule.mode == HouseMode::multiply) text += plain(rule.value.number);
  else text += to_text(rule.value);
  if (rule.times) text += " x " + std::string{name_of(*rule.times)};
  if (rule.at_most) text += ", at most " + to_text(Percent{*rule.at_most});
  return text;
}

}  // namespace plimsoll
