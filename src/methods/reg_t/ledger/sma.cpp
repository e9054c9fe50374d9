#include "methods/reg_t/ledger/sma.hpp"

#include <algorithm>

#include "market/settlement.hpp"
#include "methods/reg_t/ledger/laws.hpp"
#include "rules/amount.hpp"

namespace plimsoll::reg_t {
namespace {

/// What an entry adds to the account or takes from it. Interest and fees charged take nothing: none
/// of the entries of 220.5(b) is a charge.
Money credit_of(const Step& step) {
  if (const auto* move = std::get_if<CashMove>(&step.entry->event)) {
    const bool charge = move->kind == CashKind::interest || move->kind == CashKind::fee;
    return charge && step.equity.amount.is_negative() ? zero(step.equity.currency) : step.equity;
  }
  return step.equity - step.reg_t;
}

/// What came in meets the oldest call first.
void meet(std::vector<RegTCall>& calls, Money paid) {
  for (RegTCall& call : calls) {
    const Money part = paid < call.unmet ? paid : call.unmet;
    call.unmet = call.unmet - part;
    paid = paid - part;
  }
  std::erase_if(calls, [](const RegTCall& call) { return call.unmet.amount.is_zero(); });
}

}  // namespace

Sma opening_sma(const Level& level, std::optional<Decimal> stated) {
  const Money none = zero(level.equity.currency);
  if (stated) return {{*stated, none.currency}};
  return {std::max(none, level.excess_reg_t(), [](Money a, Money b) { return a < b; })};
}

Sma advance(Sma sma, const DayView& day) {
  Money entries = sma.balance;
  for (const Step& step : day.steps) entries = plus(entries, credit_of(step));
  const Money reached =
      under(sma_law, "special memorandum account", greater_of(entries, day.close.excess_reg_t()));

  const Money none = zero(reached.currency);
  const Money unmet_before = sma.balance < none ? -sma.balance : none;
  const Money unmet = reached < none ? -reached : none;
  if (unmet < unmet_before) meet(sma.calls, unmet_before - unmet);
  if (unmet_before < unmet)
    sma.calls.push_back({day.day, payment_due(day.day), unmet - unmet_before});
  sma.balance = reached;
  return sma;
}

}  // namespace plimsoll::reg_t
