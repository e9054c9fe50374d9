#include "methods/reg_t/ledger/calls.hpp"

#include "methods/reg_t/ledger/rates.hpp"

namespace plimsoll::reg_t {
namespace {

std::string dollars(Money money) {
  return to_text_rounded(money.amount, 2, Round::away_from_zero) + " " +
         std::string{money.currency.code()};
}

/// A call under a law; the line that makes it is the line `plimsoll rules` names.
LedgerCall called(const Citation& law, LedgerCall call,
                  std::source_location place = std::source_location::current()) {
  call.law = &law;
  call.where = detail::line_of(place);
  return call;
}

void add_reg_t(const LedgerState& state, const DayView& day, std::vector<LedgerCall>& calls) {
  const auto small = small_deficiency.at(day.day);
  for (const RegTCall& call : state.sma.calls) {
    const bool waived = small && !(small->value < call.unmet);
    std::string cause = "the transactions of " + to_text(call.since) +
                        " took more than the special memorandum account held";
    if (waived) cause += "; no action need be taken on 1,000 dollars or less";
    if (call.due < day.day) cause += "; past due, and to be met by liquidation";
    calls.push_back(called(reg_t_call_law,
                           {.kind = "reg_t",
                            .amount = call.unmet,
                            .since = call.since,
                            .due = call.due,
                            .cause = std::move(cause),
                            .cure = "deposit " + dollars(call.unmet) +
                                    ", or marginable securities worth twice as much, or sell stock "
                                    "worth twice as much"}));
  }
}

void add_maintenance(const LedgerState& state, std::vector<LedgerCall>& calls) {
  if (const auto& call = state.maintenance)
    calls.push_back(called(
        maintenance_call_law,
        {.kind = "maintenance",
         .amount = call->unmet,
         .since = call->since,
         .due = call->due,
         .cause = "equity is below the maintenance requirement",
         .cure = "deposit " + dollars(call->unmet) + ", or sell or close what frees as much"}));
  if (const auto& call = state.house)
    calls.push_back(
        called(house_call_law, {.kind = "house",
                                .amount = call->unmet,
                                .since = call->since,
                                .due = std::nullopt,
                                .cause = "equity is below what the broker asks for",
                                .cure = "deposit " + dollars(call->unmet) +
                                        ", or sell or close what frees as much; a broker may sell "
                                        "without notice"}));
}

void add_min_equity(const LedgerState& state, std::vector<LedgerCall>& calls) {
  if (const auto& call = state.min_equity)
    calls.push_back(called(min_equity_law, {.kind = "min_equity",
                                            .amount = call->unmet,
                                            .since = call->since,
                                            .due = call->due,
                                            .cause = "the account borrows and has less than " +
                                                     dollars(call->required) + " of equity",
                                            .cure = "deposit " + dollars(call->unmet)}));
}

void add_intraday(const LedgerState& state, const DayView& day, std::vector<LedgerCall>& calls) {
  for (const IntradayDeficit& deficit : state.intraday.open) {
    std::string cause = "on " + to_text(deficit.since) +
                        " transactions took equity below maintenance within the day, by " +
                        dollars(deficit.amount);
    if (deficit.minor) cause += "; too small to count toward a practice";
    if (deficit.prompt_by <= day.day)
      cause += "; not met in five business days, it stands until " + to_text(deficit.ends);
    calls.push_back(called(intraday_law, {.kind = "intraday",
                                          .amount = deficit.unmet,
                                          .since = deficit.since,
                                          .due = deficit.prompt_by,
                                          .cause = std::move(cause),
                                          .cure = "deposit " + dollars(deficit.unmet) +
                                                  ", or close positions that free as much"}));
  }
}

void add_day_trading(const LedgerState& state, const DayView& day, std::vector<LedgerCall>& calls) {
  if (const auto& call = state.day_trading.call)
    calls.push_back(called(day_trading_call_law,
                           {.kind = "day_trade",
                            .amount = call->unmet,
                            .since = call->since,
                            .due = call->due,
                            .cause = "day trades went beyond the day-trading buying power",
                            .cure = "deposit " + dollars(call->unmet)}));
  const auto least = pattern_min_equity.at(day.day);
  if (state.day_trading.pattern && least && day.close.equity < least->value)
    calls.push_back(called(pattern_day_trader_law,
                           {.kind = "day_trade",
                            .amount = least->value - day.close.equity,
                            .since = day.day,
                            .due = std::nullopt,
                            .cause = "a pattern day trader has at least " + dollars(least->value) +
                                     " of equity; no day trades until then",
                            .cure = "deposit " + dollars(least->value - day.close.equity)}));
}

void add_cash_due(const LedgerState& state, std::vector<LedgerCall>& calls) {
  for (const CashDue& due : state.cash.open)
    calls.push_back(called(
        cash_due_law, {.kind = "cash_due",
                       .amount = due.unpaid,
                       .since = due.since,
                       .due = due.due,
                       .cause = "what was bought on " + to_text(due.since) + " is not paid for",
                       .cure = "deposit " + dollars(due.unpaid) +
                               "; selling it first freezes the account for 90 days"}));
}

}  // namespace

std::vector<LedgerCall> calls_of(const LedgerState& state, const DayView& day) {
  std::vector<LedgerCall> calls;
  add_reg_t(state, day, calls);
  add_min_equity(state, calls);
  add_maintenance(state, calls);
  add_intraday(state, day, calls);
  // The designation outlives the rule only where the rule does.
  if (state.day_trading.pattern || state.day_trading.call) add_day_trading(state, day, calls);
  add_cash_due(state, calls);
  return calls;
}

}  // namespace plimsoll::reg_t
