#include "methods/reg_t/ledger/minimum_equity.hpp"

#include <algorithm>

#include "market/exchange_days.hpp"
#include "methods/reg_t/ledger/rates.hpp"

namespace plimsoll::reg_t {
namespace {

/// What the day's commitments ask for: nothing where there are none.
struct Commitment {
  bool made = false;
  bool capped_by_cost = true;  // only purchases: never more than their cost
  Money cost;
};

Commitment commitment_of(const DayView& day) {
  Commitment found{.cost = zero(day.currency)};
  for (const Step& step : day.steps) {
    if (is_withdrawal(step)) {
      found.made = true;
      found.capped_by_cost = false;
    }
    const auto* trade = std::get_if<Trade>(&step.entry->event);
    if (trade == nullptr || !(day.currency == step.cost.currency)) continue;
    if (!(step.equity - step.maintenance).amount.is_negative()) continue;  // frees margin
    found.made = true;
    if (trade->quantity.is_negative()) found.capped_by_cost = false;
    else found.cost = found.cost + step.cost;
  }
  return found;
}

Result<Date> last_day(const DayView& day) {
  PLIMSOLL_TRY(days, maintenance_call_days.at(day.day));
  return add_trading_days(day.day, days.value.value);
}

}  // namespace

Result<std::optional<MinimumEquityCall>> advance(std::optional<MinimumEquityCall> call,
                                                 const DayView& day) {
  PLIMSOLL_TRY(minimum, min_equity.at(day.day));
  const Commitment made = commitment_of(day);
  if (made.made && day.close.owes) {
    const bool cheaper = made.capped_by_cost && !call && made.cost < minimum.value;
    const Money required = cheaper ? made.cost : minimum.value;
    if (day.close.equity < required) {
      PLIMSOLL_TRY(due, last_day(day));
      return MinimumEquityCall{call ? call->since : day.day, call ? call->due : due, required,
                               required - day.close.equity};
    }
  }
  if (!call || !day.close.owes || !(day.close.equity < call->required)) return std::nullopt;
  call->unmet = call->required - day.close.equity;
  return call;
}

Result<std::optional<MaintenanceCall>> advance(std::optional<MaintenanceCall> call,
                                               const DayView& day) {
  const Money excess = day.close.excess_maintenance();
  if (!excess.amount.is_negative()) return std::nullopt;
  if (!call) {
    PLIMSOLL_TRY(due, last_day(day));
    call = MaintenanceCall{day.day, due, -excess};
  }
  call->unmet = -excess;
  return call;
}

}  // namespace plimsoll::reg_t
