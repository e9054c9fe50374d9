#include "strategy/levels_reached.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "strategy/told_numbers.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::strategy {
namespace {

template <class T>
const T* known(const Part<T>& part) {
  return part && *part ? &**part : nullptr;
}

/// A level and what it begins at.
struct Step {
  AccountLevel level;
  double at;
};

/// The worst that `is_in` says the figure is in; nothing where it is calm. From watch to worse.
template <class F>
const Step* worst_step(const std::vector<Step>& steps, const F& is_in) {
  const Step* found = nullptr;
  for (const Step& step : steps)
    if (is_in(step.at)) found = &step;
  return found;
}

void add_multiple(const Analysis& analysis, const LevelsPolicy& levels,
                  std::vector<LevelReached>& all) {
  if (!analysis.room || is_fully_paid(analysis.kind)) return;
  const auto multiple = multiple_of(*analysis.room);
  const AccountLevel level = level_of(*analysis.room, levels, analysis.kind);
  if (!multiple || level == AccountLevel::calm) return;
  const std::array<double, 4> begins{levels.watch, levels.warn, levels.critical, levels.breach};
  const double at = begins[static_cast<std::size_t>(level) - 1];
  all.push_back({LevelOf::multiple, level, *multiple,
                 "equity covers the requirement " + told_down(*multiple) + " times, " +
                     std::string{name_of(level)} + " begins " +
                     (level == AccountLevel::breach ? "at " : "under ") + told(at)});
}

void add_debit_use(const Analysis& analysis, const LevelsPolicy& levels,
                   std::vector<LevelReached>& all) {
  const Buffer* buffer = known(analysis.buffer);
  if (buffer == nullptr || is_fully_paid(analysis.kind)) return;
  const auto use = buffer->debit_use();
  if (!use) return;
  const std::vector<Step> steps{{AccountLevel::watch, levels.utilisation_watch},
                                {AccountLevel::warn, levels.utilisation_warn},
                                {AccountLevel::critical, levels.utilisation_critical}};
  if (const Step* step = worst_step(steps, [&](double at) { return *use >= at; }))
    all.push_back({LevelOf::debit_use, step->level, *use,
                   told_chance(*use) + " of the most that could be owed is owed, " +
                       std::string{name_of(step->level)} + " begins at " + told_percent(step->at)});
}

void add_coverage(const Carry& carry, const RatesPolicy& rates, std::vector<LevelReached>& all) {
  if (!carry.turns || !carry.turns->coverage.value) return;
  const double coverage = *carry.turns->coverage.value;
  const std::vector<Step> steps{{AccountLevel::watch, rates.coverage_watch},
                                {AccountLevel::warn, rates.coverage_warn},
                                {AccountLevel::critical, rates.coverage_critical}};
  if (const Step* step = worst_step(steps, [&](double at) { return coverage < at; }))
    all.push_back({LevelOf::coverage, step->level, coverage,
                   "income is " + told_down(coverage) + " times the interest, " +
                       std::string{name_of(step->level)} + " begins under " + told(step->at)});
}

void add_breakeven(const Carry& carry, std::vector<LevelReached>& all) {
  if (!carry.turns || !carry.turns->distance.value || !carry.turns->alert) return;
  const CarryPolicy& policy = carry.terms.policy;
  std::optional<Step> step;
  switch (*carry.turns->alert) {
    case CarryAlert::none:
      return;
    case CarryAlert::warn:
      step = {AccountLevel::warn, policy.warn_distance};
      break;
    case CarryAlert::critical:
      step = {AccountLevel::critical, policy.critical_distance};
      break;
    case CarryAlert::breach:
      step = {AccountLevel::breach, policy.breach_distance};
      break;
  }
  const double distance = *carry.turns->distance.value;
  all.push_back({LevelOf::breakeven, step->level, distance,
                 "the yield is " + told_percent(std::abs(distance)) +
                     (distance < 0 ? " below" : " above") +
                     " the one that pays for the leverage, " + std::string{name_of(step->level)} +
                     " begins " + (step->level == AccountLevel::breach ? "at " : "under ") +
                     told_percent(step->at)});
}

}  // namespace

std::string_view name_of(LevelOf of) {
  switch (of) {
    case LevelOf::multiple:
      return "multiple";
    case LevelOf::debit_use:
      return "debit_use";
    case LevelOf::coverage:
      return "coverage";
    case LevelOf::breakeven:
      return "distance_to_breakeven";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

bool enters(LevelOf of) { return of == LevelOf::multiple; }

std::vector<LevelReached> levels_reached(const Analysis& analysis, const Policy& policy) {
  std::vector<LevelReached> all;
  add_multiple(analysis, policy.levels, all);
  add_debit_use(analysis, policy.levels, all);
  if (const Carry* carry = known(analysis.carry)) {
    add_coverage(*carry, policy.rates, all);
    add_breakeven(*carry, all);
  }
  return all;
}

}  // namespace plimsoll::strategy
