#pragma once
// What about rates asks for a new decision, and how far each of them is.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "money/money.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

enum class RateTrigger : std::uint8_t {
  reassess,           // the rate paid has risen since the policy was approved
  breakeven,          // it is near the rate at which the income is all interest
  coverage_watch,     // income over interest is low
  coverage_warn,      // lower
  coverage_critical,  // too low
};
std::string_view name_of(RateTrigger trigger);

enum class TriggerState : std::uint8_t { clear, reached, unknown };
std::string_view name_of(TriggerState state);

/// Rates are a year's cost over the debit, fractions.
struct RateEvent {
  RateTrigger trigger = RateTrigger::reassess;
  TriggerState state = TriggerState::unknown;
  /// What `value` is held against: a rise, a distance of two rates, or a multiple.
  double threshold = 0;
  std::optional<double> value = {};
  std::optional<Decimal> rate_at = {};    // where it is reached
  std::optional<Decimal> rise_left = {};  // from the rate paid to there; below zero: past it
  std::string_view missing = {};          // why it is unknown, and what tells it
};

struct RateTriggersAsked {
  RatesPolicy policy = {};
  Money debit = {};  // above zero
  Money interest_a_year = {};
  std::optional<Money> income_a_year = {};
  std::optional<Money> costs_a_year = {};  // all but interest, zero or above; nothing: none
  std::optional<Decimal> rate_at_approval = {};
};

/// One of each, in their order. The breakeven is held against the debit's own rate, income
/// less other costs over debit: against a yield on the whole book the rate of a debit that is a
/// part of it says nothing.
std::vector<RateEvent> rate_events(const RateTriggersAsked& asked);

/// A year's cost of a debit above zero, as a fraction of it.
Decimal yearly_rate(Money a_year, Money debit);

}  // namespace plimsoll::strategy
