#include "methods/span/scanning_spread.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

using clearing::InterLeg;
using clearing::InterSpread;

/// What is held of a leg, and whether all that must be is.
struct Legs {
  std::vector<std::pair<Work*, const InterLeg*>> held = {};
  bool complete = true;
};

Legs legs_held(const InterSpread& spread, House& house) {
  Legs legs;
  for (const InterLeg& leg : spread.legs) {
    Work* work = house.find(leg.commodity);
    const bool held = work != nullptr && !work->held.empty() && work->merged_into == nullptr;
    if (held) legs.held.emplace_back(work, &leg);
    else legs.complete = legs.complete && !leg.required;
  }
  return legs;
}

/// The target's own place among the works; made where none of it is held.
Work* target_of(const InterSpread& spread, const Legs& legs, House& house) {
  if (!spread.target) return nullptr;
  Work* known_work = house.find(spread.target->commodity);
  const bool held = known_work != nullptr && !known_work->held.empty();
  if (spread.target->required && !held) return nullptr;
  if (known_work != nullptr) return known_work->merged_into == nullptr ? known_work : nullptr;
  const auto known = find_commodity(*house.file, spread.target->commodity);
  if (!known || legs.held.empty()) return nullptr;
  house.works.push_back({.file = house.file, .terms = &house.file->commodities[*known]});
  return &house.works.back();
}

/// Losses count in full, gains by the part that is credited.
void add(Scenarios& sum, const Scenarios& losses, Decimal rate) {
  for (std::size_t i = 0; i < scenarios_count; ++i)
    sum[i] += losses[i].is_negative() ? multiply(losses[i], rate, Round::half_even) : losses[i];
}

void remark_left_out(const InterSpread& spread, const Legs& legs, const std::string& why) {
  if (!legs.held.empty())
    legs.held.front().first->remarks.push_back(
        "a scanning spread (line " + std::to_string(spread.line) + ") " + why + ": it is left out");
}

/// Whether what is held can be added to the target at all: deltas by ratio, money as it is.
bool fits(const InterSpread& spread, const Legs& legs, const Work& target) {
  for (const auto& [work, leg] : legs.held) {
    if (work->terms->currency != target.terms->currency) {
      remark_left_out(spread, legs,
                      "is of several currencies, and how they are joined is not public");
      return false;
    }
    if (!(Decimal{} < leg->ratio) || !(Decimal{} < spread.target->ratio)) {
      remark_left_out(spread, legs, "has a leg without deltas");
      return false;
    }
  }
  return true;
}

/// Deltas before any spread go with those left of them: what was credited once stays paid for.
void hand_over(Work& leg, Decimal ratio, Work& target) {
  const auto times = [&](Decimal delta) { return multiply(delta, ratio, Round::half_even); };
  for (const Rung& rung : leg.ladder.rungs())
    target.ladder.add(rung.month, times(rung.first), times(rung.left));
  target.calendar_charge += leg.calendar_charge;
  target.spot_charge += leg.spot_charge;
  target.handed_charges += leg.calendar_charge + leg.spot_charge;
  target.handed_credits += leg.inter_credit;
  target.short_options.minimum += leg.short_options.minimum;
  target.long_value += leg.long_value;
  target.short_value += leg.short_value;
  target.inter_credit += leg.inter_credit;
  leg.long_value = leg.short_value = {};
  leg.merged_into = &target;
}

}  // namespace

bool scan_together(const InterSpread& spread, House& house) {
  if (spread.eligible != clearing::Eligible::all && house.customer) return false;
  const Legs legs = legs_held(spread, house);
  if (!legs.complete || legs.held.size() < static_cast<std::size_t>(spread.legs_least))
    return false;
  Work* target = target_of(spread, legs, house);
  if (target == nullptr && !spread.target)
    remark_left_out(spread, legs, "names no commodity its legs are scanned in");
  if (target == nullptr || !fits(spread, legs, *target)) return false;
  const Decimal rate = rate_for(spread.rate, house.rate_class).value_or(Decimal{});
  Scenarios together{};
  Merged merged{.spread = &spread};
  const bool target_is_a_leg =
      std::ranges::any_of(legs.held, [&](const auto& leg) { return leg.first == target; });
  if (!target_is_a_leg) add(together, target->scan.scenarios, rate);
  for (const auto& [work, leg] : legs.held) {
    const auto own = rate_for(leg->rate, house.rate_class);
    add(together, work->scan.scenarios, own.value_or(rate));
    if (work == target) continue;
    hand_over(*work, quotient(spread.target->ratio, leg->ratio, Round::half_even), *target);
    merged.legs.push_back(work->terms);
  }
  target->scan = scan(together, points_of(*house.file), house.policy->rounding);
  target->delta = target->ladder.net_first({});
  target->tiers = {{.scan = target->scan, .delta = target->delta}};
  target->merged.push_back(std::move(merged));
  if (spread.apply_fx_risk || spread.apportion_risk)
    target->remarks.push_back("the scanning spread into " +
                              std::string{target->terms->code.view()} +
                              " asks for currency risk or apportionment, whose rules are not "
                              "public: neither is applied");
  return true;
}

}  // namespace plimsoll::span
