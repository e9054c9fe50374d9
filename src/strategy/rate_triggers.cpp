#include "strategy/rate_triggers.hpp"

#include <array>

namespace plimsoll::strategy {
namespace {

constexpr std::array<std::string_view, 5> triggers{"reassess", "breakeven", "coverage_watch",
                                                   "coverage_warn", "coverage_critical"};
constexpr std::array<std::string_view, 3> states{"clear", "reached", "unknown"};

constexpr std::string_view no_income =
    "the income is not known; give yields in the market document";

TriggerState state_of(bool reached) {
  return reached ? TriggerState::reached : TriggerState::clear;
}

RateEvent reassess(const RateTriggersAsked& asked, Decimal rate) {
  RateEvent event{.trigger = RateTrigger::reassess,
                  .threshold = to_double(asked.policy.reassess_rise)};
  if (!asked.rate_at_approval) {
    event.missing = "the rate on the day the policy was approved is not recorded";
    return event;
  }
  const Decimal rise = rate - *asked.rate_at_approval;
  event.value = to_double(rise);
  event.rate_at = *asked.rate_at_approval + asked.policy.reassess_rise;
  event.rise_left = *event.rate_at - rate;
  event.state = state_of(asked.policy.reassess_rise <= rise);
  return event;
}

RateEvent breakeven(const RateTriggersAsked& asked, Decimal rate) {
  RateEvent event{.trigger = RateTrigger::breakeven,
                  .threshold = to_double(asked.policy.breakeven_buffer)};
  if (!asked.income_a_year) {
    event.missing = no_income;
    return event;
  }
  const Money before_interest =
      asked.costs_a_year ? *asked.income_a_year - *asked.costs_a_year : *asked.income_a_year;
  const Decimal left = yearly_rate(before_interest, asked.debit) - rate;
  event.value = to_double(left);
  event.rise_left = left - asked.policy.breakeven_buffer;
  event.rate_at = rate + *event.rise_left;
  event.state = state_of(left <= asked.policy.breakeven_buffer);
  return event;
}

struct CoverageLevel {
  RateTrigger trigger;
  double multiple;
};

RateEvent coverage(const RateTriggersAsked& asked, CoverageLevel level, Decimal rate) {
  RateEvent event{.trigger = level.trigger, .threshold = level.multiple};
  if (!asked.income_a_year) {
    event.missing = no_income;
    return event;
  }
  const double income = to_double(asked.income_a_year->amount);
  if (level.multiple > 0) {
    event.rate_at = decimal_of(income / level.multiple / to_double(asked.debit.amount));
    event.rise_left = *event.rate_at - rate;
  }
  if (asked.interest_a_year.amount.is_zero()) {
    event.state = TriggerState::clear;  // no interest is due: nothing has to be covered
    return event;
  }
  event.value = income / to_double(asked.interest_a_year.amount);
  event.state = state_of(*event.value < level.multiple);
  return event;
}

}  // namespace

std::string_view name_of(RateTrigger trigger) {
  return triggers[static_cast<std::size_t>(trigger)];
}
std::string_view name_of(TriggerState state) { return states[static_cast<std::size_t>(state)]; }

Decimal yearly_rate(Money a_year, Money debit) {
  return Decimal::from_nano(
      divide(a_year.amount.nano() * Decimal::scale, debit.amount.nano(), Round::half_even));
}

std::vector<RateEvent> rate_events(const RateTriggersAsked& asked) {
  const Decimal rate = yearly_rate(asked.interest_a_year, asked.debit);
  return {reassess(asked, rate), breakeven(asked, rate),
          coverage(asked, {RateTrigger::coverage_watch, asked.policy.coverage_watch}, rate),
          coverage(asked, {RateTrigger::coverage_warn, asked.policy.coverage_warn}, rate),
          coverage(asked, {RateTrigger::coverage_critical, asked.policy.coverage_critical}, rate)};
}

}  // namespace plimsoll::strategy
