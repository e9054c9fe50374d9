#include "methods/reg_t/ledger/cash_payment.hpp"

#include <algorithm>

#include "market/settlement.hpp"
#include "methods/reg_t/ledger/rates.hpp"

namespace plimsoll::reg_t {
namespace {

bool is_purchase(const Trade& trade) { return !trade.quantity.is_negative(); }

bool unpaid(const std::vector<CashDue>& open, const InstrumentId& symbol) {
  return std::ranges::any_of(open, [&](const CashDue& due) {
    return std::ranges::find(due.bought, symbol) != due.bought.end();
  });
}

void pay(std::vector<CashDue>& open, Money paid) {
  for (CashDue& due : open) {
    const Money part = paid < due.unpaid ? paid : due.unpaid;
    due.unpaid = due.unpaid - part;
    paid = paid - part;
  }
  std::erase_if(open, [](const CashDue& due) { return due.unpaid.amount.is_zero(); });
}

}  // namespace

Result<CashPayment> advance(CashPayment state, const DayView& day) {
  PLIMSOLL_TRY(freeze, cash_freeze_days.at(day.day));
  if (state.frozen_until && *state.frozen_until < day.day) state.frozen_until.reset();

  std::vector<InstrumentId> bought;
  for (const Step& step : day.steps) {
    const auto* trade = std::get_if<Trade>(&step.entry->event);
    if (trade == nullptr) continue;
    if (is_purchase(*trade)) bought.push_back(trade->symbol);
    else if (unpaid(state.open, trade->symbol))
      state.frozen_until = day.day + std::chrono::days{freeze.value.value};
  }

  const Money none = zero(day.currency);
  const auto owed = [&](Money cash) { return cash < none ? -cash : none; };
  const Money before = owed(day.cash_open), after = owed(day.cash_close);
  if (after < before) pay(state.open, before - after);
  if (before < after) state.open.push_back({day.day, payment_due(day.day), after - before, bought});
  return state;
}

}  // namespace plimsoll::reg_t
