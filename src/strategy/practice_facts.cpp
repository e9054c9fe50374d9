#include "strategy/practice_facts.hpp"

#include <cmath>

#include "strategy/rate_check.hpp"

namespace plimsoll::strategy {
namespace {

void add(const Carry& carry, PracticeFacts& facts) {
  if (carry.debits && carry.debits->debit.amount.is_zero()) facts.coverage = Measure{};
  else if (carry.turns && carry.turns->coverage.value)
    facts.coverage = Measure{carry.turns->coverage.value};
  facts.net_carry = carry.net;
}

/// What everything is worth: a method's own equity may leave out what options are worth.
Money worth(const Room& room) { return room.net_liquidation.value_or(room.equity); }

/// A tenth's move takes so much of it.
std::optional<double> lost(const Room& today, const std::optional<Room>& after) {
  if (!after || !(zero(today.equity.currency) < worth(today))) return std::nullopt;
  return to_double((worth(today) - worth(*after)).amount) / to_double(worth(today).amount);
}

void add(const Distance& far, PracticeFacts& facts) {
  // Called already is no distance at all.
  if (far.called()) facts.decline_to_call = facts.rise_to_call = Measure{0.0};
  else {
    if (far.market.down) facts.decline_to_call = Measure{-far.market.down->move};
    else if (!far.market.stopped && looked_for_any_fall(far.market))
      facts.decline_to_call = Measure{};
    if (far.market.up) facts.rise_to_call = Measure{far.market.up->move};
    else if (!far.market.stopped) facts.rise_to_call = Measure{};
  }
  facts.lost_by_fall = lost(far.room, far.after.down);
  facts.lost_by_rise = lost(far.room, far.after.up);
  if (far.market.down && far.market.closed_form)
    facts.calculations_differ_by = std::abs(far.market.down->move - *far.market.closed_form);
}

/// Today's, where a volatility of today is known, else not known.
void add(const TimeToCall& time, PracticeFacts& facts) {
  const CallByRegime* today = time.today();
  if (today == nullptr) return;
  facts.call_probability = today->within_a_year;
  facts.call_probability_wilder = today->within_a_year_twice_as_wild;
}

void add(const Size& size, PracticeFacts& facts) {
  facts.liquidation_days = size.concentration.days_for_most;
  if (const Weights* names = size.concentration.find(Grouping::name)) {
    facts.effective_names = names->effective();
    for (const Weight& row : names->rows)
      if (row.state == LimitState::within || row.state == LimitState::breach)
        facts.largest_weight = std::max(facts.largest_weight.value_or(0), row.of_gross);
  }
}

}  // namespace

PracticeFacts practice_facts(const PracticeSources& sources) {
  PracticeFacts facts;
  if (sources.carry) add(*sources.carry, facts);
  if (sources.distance) add(*sources.distance, facts);
  if (sources.size) add(*sources.size, facts);
  if (sources.buffer) {
    facts.leverage = sources.buffer->leverage();
    facts.buffer_multiple = sources.buffer->multiple();
    facts.fully_paid = is_fully_paid(sources.buffer->kind);
  }
  if (sources.time_to_call) add(*sources.time_to_call, facts);
  if (sources.distance && sources.distance->called()) facts.call_probability = 1;
  // What is paid for in full cannot be called by a move of prices.
  else if (facts.fully_paid && !facts.call_probability)
    facts.call_probability = facts.call_probability_wilder = 0;
  if (sources.schedule)
    facts.rates_age_days = days_apart(sources.schedule->about.retrieved, sources.as_of);
  return facts;
}

}  // namespace plimsoll::strategy
