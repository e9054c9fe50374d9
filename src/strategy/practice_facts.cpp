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

void add(const Distance& far, PracticeFacts& facts) {
  // Called already is no distance at all.
  if (far.called()) facts.decline_to_call = Measure{0.0};
  else if (far.market.down) facts.decline_to_call = Measure{-far.market.down->move};
  else if (!far.market.stopped) facts.decline_to_call = Measure{};
  if (far.market.down && far.market.closed_form)
    facts.calculations_differ_by = std::abs(far.market.down->move - *far.market.closed_form);
}

/// Of the first regime: today's where the market's volatility is known, else not known.
std::optional<double> within_a_year(const TimeToCall& time) {
  if (time.regimes.empty() || time.regimes.front().regime != "today") return std::nullopt;
  const auto& horizons = time.regimes.front().horizons;
  if (horizons.empty() || horizons.back().days < 252) return std::nullopt;
  return horizons.back().probability;
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
  if (sources.time_to_call) facts.call_probability = within_a_year(*sources.time_to_call);
  if (sources.schedule)
    facts.rates_age_days = days_apart(sources.schedule->about.retrieved, sources.as_of);
  return facts;
}

}  // namespace plimsoll::strategy
