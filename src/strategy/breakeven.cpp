#include "strategy/breakeven.hpp"

#include <algorithm>

namespace plimsoll::strategy {
namespace {

constexpr const char* no_debit = "not applicable: nothing is owed";
constexpr const char* nothing_long = "not applicable: nothing is held long";
constexpr const char* no_charge = "not applicable: the debit is charged nothing";

double size(Money money) { return to_double(money.amount); }
bool above_zero(Money money) { return zero(money.currency) < money; }

Money besides_interest(const CarryCosts& costs) {
  return costs.account_fee + costs.borrow_fees + costs.substitute_payments;
}

Figure over(Money top, Money bottom, const char* otherwise) {
  if (!above_zero(bottom)) return {.missing = otherwise};
  return {.value = size(top) / size(bottom)};
}

Figure yield_where_even(const CarryPosed& posed, const CarryPolicy& policy) {
  if (!above_zero(posed.debit)) return {.missing = no_debit};
  if (!above_zero(posed.long_value)) return {.missing = nothing_long};
  const double kept = to_double(Decimal{1} - policy.tax_rate);
  if (!(kept > 0)) return {.missing = "not applicable: tax takes all income"};
  return {.value = size(posed.costs.interest + besides_interest(posed.costs)) /
                   (size(posed.long_value) * kept)};
}

/// Income less what tax takes of it.
Money kept_of(const CarryPosed& posed, const CarryPolicy& policy) {
  return {multiply(Decimal{1} - policy.tax_rate, posed.income.amount, Round::half_even),
          posed.income.currency};
}

/// Of sums, which are exact, and not of two quotients.
Figure distance_of(const CarryPosed& posed, const CarryPolicy& policy, const Figure& even) {
  if (!even.value) return {.missing = even.missing};
  const Money costs = posed.costs.interest + besides_interest(posed.costs);
  if (!above_zero(costs)) return {.missing = "not applicable: the breakeven yield is not above 0"};
  return {.value = size(kept_of(posed, policy) - costs) / size(costs)};
}

Figure rate_where_even(Money before_interest, Money debit) {
  if (above_zero(debit) && before_interest.amount.is_negative())
    return {.missing = "no rate is low enough: other costs are above the income"};
  return over(before_interest, debit, no_debit);
}

void sustain(Breakevens& made, const CarryPosed& posed, const CarryPolicy& policy,
             std::optional<double> first_rate) {
  const std::optional<double> rate = made.rate.value ? made.rate.value : first_rate;
  if (!rate) {
    made.no_self_sustaining_debit = "the rate a debit would be charged is not known";
    return;
  }
  const double costs = policy.safety_multiple * *rate;
  if (!(costs > 0)) {
    made.no_self_sustaining_debit = no_charge;
    return;
  }
  // Of what cannot be owed in earnest no figure is made.
  const double debit = std::max(size(posed.income), 0.0) / costs;
  constexpr double most = 1e18;
  if (debit < most) made.self_sustaining_debit = Money{decimal_of(debit), posed.income.currency};
  else made.no_self_sustaining_debit = "the rate is too near to 0 to say how much";
}

}  // namespace

std::string_view name_of(CarryAlert alert) {
  switch (alert) {
    case CarryAlert::none:
      return "none";
    case CarryAlert::warn:
      return "warn";
    case CarryAlert::critical:
      return "critical";
    case CarryAlert::breach:
      return "breach";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

CarryAlert alert_at(const CarryPosed& posed, const CarryPolicy& policy) {
  const Money costs = posed.costs.interest + besides_interest(posed.costs);
  const Money over = kept_of(posed, policy) - costs;
  const auto part = [&](double distance) {
    return Money{multiply(decimal_of(distance), costs.amount, Round::half_even), costs.currency};
  };
  if (!(part(policy.breach_distance) < over)) return CarryAlert::breach;
  if (over < part(policy.critical_distance)) return CarryAlert::critical;
  if (over < part(policy.warn_distance)) return CarryAlert::warn;
  return CarryAlert::none;
}

Breakevens breakevens(const CarryPosed& posed, const CarryPolicy& policy,
                      std::optional<double> first_rate) {
  const CarryCosts& costs = posed.costs;
  const Money before_interest = posed.income - posed.tax - besides_interest(costs);
  const Money net = before_interest - costs.interest;
  Breakevens made{.financed = over(posed.debit, posed.long_value, nothing_long),
                  .income_yield = over(posed.income, posed.long_value, nothing_long),
                  .rate = over(costs.interest, posed.debit, no_debit),
                  .breakeven_yield = yield_where_even(posed, policy),
                  .breakeven_rate = rate_where_even(before_interest, posed.debit),
                  .breakeven_return = over(-net, posed.long_value, nothing_long)};
  made.coverage = above_zero(posed.debit) ? over(posed.income, costs.interest, no_charge)
                                          : Figure{.missing = no_debit};
  made.distance = distance_of(posed, policy, made.breakeven_yield);
  if (made.distance.value) made.alert = alert_at(posed, policy);
  sustain(made, posed, policy, first_rate);
  return made;
}

}  // namespace plimsoll::strategy
