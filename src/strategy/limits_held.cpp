#include "strategy/limits_held.hpp"

#include <algorithm>

#include "strategy/practice_facts.hpp"
#include "strategy/told_numbers.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::strategy {
namespace {

using Limits = std::vector<LimitHeld>;

template <class T>
const T* known(const Part<T>& part) {
  return part && *part ? &**part : nullptr;
}

template <class T>
std::string why_not(std::string_view member, const Part<T>& part) {
  return std::string{member} + ": " + (part ? part->error().what : "was not asked for");
}

std::string at_least(double number) { return "at least " + told(number); }
std::string at_most(double number) { return "at most " + told(number); }

Outcome outcome(bool kept) { return kept ? Outcome::kept : Outcome::violated; }

/// A limit of which the figure may be known, may not apply, or is missing.
struct Told {
  std::string what;
  std::string_view key;
  std::string bound;
};

LimitHeld unknown(Told told, std::string missing) {
  return {.what = std::move(told.what),
          .key = told.key,
          .bound = std::move(told.bound),
          .missing = std::move(missing)};
}
LimitHeld found(Told told, Outcome state, std::string figure) {
  return {.what = std::move(told.what),
          .key = told.key,
          .bound = std::move(told.bound),
          .state = state,
          .figure = std::move(figure)};
}

void add_buffer(const Analysis& analysis, const Policy& policy, Limits& limits) {
  const Buffer* buffer = known(analysis.buffer);
  const double target = buffer ? buffer->target : policy.buffer.target_multiple;
  const Told over_target{"equity over requirement, the target", "buffer.target_multiple",
                         at_least(target)};
  const Told breach{"equity over requirement, the breach level", "levels.breach",
                    "above " + told(policy.levels.breach)};
  const Told use{"debit over the most that could be borrowed", "levels.utilisation_critical",
                 "below " + told_percent(policy.levels.utilisation_critical)};
  const Told stressed{"equity over requirement in the hardest crisis",
                      "buffer.stress_multiple_least",
                      at_least(policy.buffer.stress_multiple_least)};
  if (buffer == nullptr) {
    for (const Told& one : {over_target, breach, use, stressed})
      limits.push_back(unknown(one, why_not("buffer", analysis.buffer)));
    return;
  }
  if (const auto multiple = buffer->multiple()) {
    limits.push_back(found(over_target, outcome(!buffer->over_target().amount.is_negative()),
                           told_down(*multiple) + " times"));
    limits.push_back(
        found(breach,
              outcome(level_of(buffer->room, policy.levels, analysis.kind) != AccountLevel::breach),
              told_down(*multiple) + " times"));
  } else {
    const Outcome state = outcome(!buffer->room.excess().amount.is_negative());
    limits.push_back(found(over_target, state, "nothing is required"));
    limits.push_back(found(breach, state, "nothing is required"));
  }
  if (const auto part = buffer->debit_use())
    limits.push_back(
        found(use, outcome(*part < policy.levels.utilisation_critical), told_percent(*part)));
  else if (buffer->debit.amount.is_zero())
    limits.push_back(found(use, Outcome::kept, "nothing is owed"));
  else if (!buffer->cash)
    limits.push_back(unknown(use, "a lending pool's weights say how much more could be borrowed"));
  else limits.push_back(found(use, Outcome::violated, "more is owed than could be"));
  const StressedBuffer* hardest = buffer->hardest();
  if (hardest == nullptr) {
    limits.push_back(unknown(stressed, "no crisis could be reckoned"));
    return;
  }
  const auto least = hardest->multiple();
  limits.push_back(found(stressed, outcome(!least || buffer->stress_least <= *least),
                         (least ? told_down(*least) + " times" : "nothing is required") +
                             std::string{" in "} + hardest->name));
}

void add_carry(const Analysis& analysis, const Policy& policy, const PracticeFacts& facts,
               Limits& limits) {
  const Carry* carry = known(analysis.carry);
  const Told cover{"income over interest", "rates.coverage_critical",
                   at_least(policy.rates.coverage_critical)};
  const Told turn{"yield above the one that pays for the leverage", "carry.breach_distance",
                  "above " + told_percent(policy.carry.breach_distance)};
  const std::string missing = carry ? carry->no_turns : why_not("carry", analysis.carry);
  if (!facts.coverage) limits.push_back(unknown(cover, missing));
  else if (!facts.coverage->value) limits.push_back(found(cover, Outcome::kept, "nothing is owed"));
  else
    limits.push_back(found(cover, outcome(policy.rates.coverage_critical <= *facts.coverage->value),
                           told_down(*facts.coverage->value) + " times"));
  if (facts.coverage && !facts.coverage->value)
    limits.push_back(found(turn, Outcome::kept, "nothing is owed"));
  else if (!carry || !carry->turns || !carry->turns->distance.value || !carry->turns->alert)
    limits.push_back(unknown(turn, missing.empty() ? "the breakeven is not known" : missing));
  else
    limits.push_back(found(turn, outcome(*carry->turns->alert != CarryAlert::breach),
                           told_percent(*carry->turns->distance.value)));
}

void add_distance(const Analysis& analysis, const Policy& policy, const PracticeFacts& facts,
                  Limits& limits) {
  const Told fall{"fall of the market that brings a call", "practices.decline_least",
                  "at least " + told_percent(policy.practices.decline_least)};
  if (!facts.decline_to_call)
    limits.push_back(unknown(fall, known(analysis.distance)
                                       ? "the search stopped before it was found"
                                       : why_not("distance", analysis.distance)));
  else if (!facts.decline_to_call->value)
    limits.push_back(found(
        fall, Outcome::kept,
        facts.rise_to_call && facts.rise_to_call->value
            ? "no fall brings one; a rise of " + told_far(*facts.rise_to_call->value) + " does"
            : "no fall brings one"));
  else
    limits.push_back(found(fall,
                           outcome(policy.practices.decline_least <= *facts.decline_to_call->value),
                           told_far(*facts.decline_to_call->value)));
  const Told odds{"probability of a call within a year", "practices.call_probability_most",
                  "at most " + told_percent(policy.practices.call_probability_most)};
  if (!facts.call_probability)
    limits.push_back(unknown(odds, known(analysis.time_to_call)
                                       ? "the market's volatility of today is not known"
                                       : why_not("time to call", analysis.time_to_call)));
  else
    limits.push_back(
        found(odds, outcome(*facts.call_probability <= policy.practices.call_probability_most),
              told_chance(*facts.call_probability)));
}

std::string_view key_of(CapRule rule) {
  switch (rule) {
    case CapRule::policy:
      return "size.leverage_most";
    case CapRule::requirement:
      return "buffer.target_multiple";
    case CapRule::shock_survival:
      return "size.shock_decline";
    case CapRule::call_probability:
      return "buffer.probability";
    case CapRule::expected_shortfall:
      return "size.expected_shortfall_most";
    case CapRule::volatility_target:
      return "size.volatility_target";
    case CapRule::kelly:
    case CapRule::fraction_kelly:
      return "size.kelly_fraction";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

void add_caps(const SizeCaps& caps, Limits& limits) {
  for (const Cap& cap : caps.caps) {
    // Kelly is an estimate, and no limit.
    if (cap.rule == CapRule::kelly || cap.rule == CapRule::fraction_kelly) continue;
    const std::string what = "leverage, by " + std::string{word_of(cap.rule)};
    if (!cap.leverage)
      limits.push_back(unknown({what, key_of(cap.rule), "not known"}, cap.missing));
    else if (!caps.leverage)
      limits.push_back(unknown({what, key_of(cap.rule), at_most(*cap.leverage)},
                               "there is no equity for it to be a multiple of"));
    else
      limits.push_back(found({what, key_of(cap.rule), at_most(*cap.leverage)},
                             outcome(!cap.room || !cap.room->amount.is_negative()),
                             told(*caps.leverage)));
  }
}

std::string_view key_of(Grouping by) {
  switch (by) {
    case Grouping::name:
      return "size.single_name_most";
    case Grouping::issuer:
      return "size.issuer_most";
    case Grouping::sector:
    case Grouping::industry:
      return "size.sector_most";
    case Grouping::cluster:
      return "size.cluster_most";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

/// The greatest that is within, every one that is not, and whether some belong nowhere.
void add_weights(const Weights& weights, Limits& limits) {
  if (!weights.limit) return;
  const std::string what = "weight of one " + std::string{word_of(weights.by)};
  const Told told{what, key_of(weights.by), "at most " + told_percent(*weights.limit)};
  bool any = false;
  for (const Weight& row : weights.rows) {
    if (row.state == LimitState::breach || (row.state == LimitState::within && !any))
      limits.push_back(found(told, outcome(row.state == LimitState::within),
                             told_percent(row.of_gross) + ", " + row.of));
    any = any || row.state == LimitState::within || row.state == LimitState::breach;
  }
  for (const Weight& row : weights.rows)
    if (row.state == LimitState::not_stated)
      limits.push_back(unknown(told, "the " + std::string{word_of(weights.by)} + " of " +
                                         told_percent(row.of_gross) +
                                         " of the book is not stated"));
}

void add_size(const Analysis& analysis, const Policy& policy, Limits& limits) {
  const Size* size = known(analysis.size);
  const Told days{"days to sell 95 % of the book", "practices.liquidation_days_most",
                  at_most(policy.practices.liquidation_days_most)};
  if (size == nullptr) {
    const std::string missing = why_not("size", analysis.size);
    limits.push_back(
        unknown({"leverage", "size.leverage_most", at_most(policy.size.leverage_most)}, missing));
    limits.push_back(unknown({"weight of one name", "size.single_name_most",
                              "at most " + told_percent(policy.size.single_name_most)},
                             missing));
    limits.push_back(unknown(days, missing));
    return;
  }
  add_caps(size->caps, limits);
  for (const Weights& weights : size->concentration.by) add_weights(weights, limits);
  const auto& most = size->concentration.days_for_most;
  limits.push_back(most ? found(days, outcome(*most <= policy.practices.liquidation_days_most),
                                told(*most) + " days")
                        : unknown(days, "the daily volume of some positions is not known"));
}

}  // namespace

std::vector<LimitHeld> limits_held(const Analysis& analysis, const Policy& policy) {
  const PracticeFacts facts = practice_facts({.carry = known(analysis.carry),
                                              .distance = known(analysis.distance),
                                              .time_to_call = known(analysis.time_to_call)});
  Limits limits;
  add_buffer(analysis, policy, limits);
  add_carry(analysis, policy, facts, limits);
  add_distance(analysis, policy, facts, limits);
  add_size(analysis, policy, limits);
  return limits;
}

}  // namespace plimsoll::strategy
