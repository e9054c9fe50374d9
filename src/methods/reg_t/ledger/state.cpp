#include "methods/reg_t/ledger/state.hpp"

#include "methods/reg_t/ledger/calls.hpp"
#include "methods/reg_t/ledger/rates.hpp"
#include "methods/reg_t/rates.hpp"

namespace plimsoll::reg_t {
namespace {

Money not_below_zero(Money money) {
  return money.amount.is_negative() ? zero(money.currency) : money;
}
Money lesser(Money a, Money b) { return b < a ? b : a; }

Money over(Money money, Percent rate) {
  return {divide(money.amount, rate.fraction, Round::toward_zero), money.currency};
}

bool borrows(AccountKind kind) { return kind == AccountKind::margin; }

Result<std::optional<MaintenanceCall>> advance_house(std::optional<MaintenanceCall> call,
                                                     const DayView& day,
                                                     std::optional<Money> house) {
  if (!house) return std::nullopt;
  DayView asked = day;
  asked.close.maintenance = *house;
  return advance(std::move(call), asked);
}

/// Of marginable stock, held overnight: what the memorandum account opens, and no more than leaves
/// maintenance met.
Result<Money> buying_power(const LedgerState& state, const DayView& day,
                           std::optional<Money> house) {
  if (!borrows(day.kind)) return not_below_zero(day.cash_close);
  PLIMSOLL_TRY(federal, stock_initial.at(day.day));
  PLIMSOLL_TRY(exchange, long_stock_maintenance.at(day.day));
  Money excess = day.close.excess_maintenance();
  if (house) excess = lesser(excess, day.close.equity - *house);
  return lesser(over(state.sma.credit(), federal.value),
                over(not_below_zero(excess), exchange.value));
}

/// For positions closed the same day: four times the excess, under either rule.
Result<std::optional<Money>> intraday_buying_power(const LedgerState& state, const DayView& day,
                                                   IntradayRegime regime) {
  if (!borrows(day.kind)) return std::nullopt;
  if (regime == IntradayRegime::legacy_day_trade && !state.day_trading.pattern) return std::nullopt;
  PLIMSOLL_TRY(exchange, long_stock_maintenance.at(day.day));
  return over(not_below_zero(day.close.excess_maintenance()), exchange.value);
}

Result<void> advance_margin(LedgerState& state, const DayView& day, const LedgerTerms& terms,
                            IntradayRegime regime, LedgerDay& record) {
  state.sma = advance(std::move(state.sma), day);
  PLIMSOLL_TRY(min_equity, advance(std::move(state.min_equity), day));
  state.min_equity = min_equity;
  PLIMSOLL_TRY(maintenance, advance(std::move(state.maintenance), day));
  state.maintenance = maintenance;
  if (regime == IntradayRegime::legacy_day_trade) return {};
  const IntradayDay intraday = intraday_of(day);
  record.intraday_deficit = intraday.deficit;
  record.reducing_transactions = intraday.reducing;
  PLIMSOLL_TRY(next, advance(std::move(state.intraday), day, terms.practice));
  state.intraday = next;
  if (state.intraday.freeze) record.frozen_until = state.intraday.freeze->until;
  return {};
}

}  // namespace

IntradayRegime regime_on(Date day, const LedgerTerms& terms) {
  if (day < intraday_margin.rows.front().since) return IntradayRegime::legacy_day_trade;
  if (legacy_last_day < day) return IntradayRegime::intraday;
  return terms.regime.value_or(IntradayRegime::intraday);
}

Result<Advanced> advance(LedgerState state, const DayView& day, const LedgerTerms& terms,
                         const Overnight& held, std::optional<Money> house) {
  LedgerDay record{.day = day.day,
                   .equity = day.close.equity,
                   .reg_t = day.close.reg_t,
                   .maintenance = day.close.maintenance,
                   .house = house,
                   .sma = zero(day.currency),
                   .buying_power = zero(day.currency),
                   .intraday_deficit = zero(day.currency)};
  const IntradayRegime regime = regime_on(day.day, terms);
  if (borrows(day.kind)) {
    PLIMSOLL_TRY_VOID(advance_margin(state, day, terms, regime, record));
    PLIMSOLL_TRY(asked, advance_house(std::move(state.house), day, house));
    state.house = asked;
    record.restricted = day.close.excess_reg_t().amount.is_negative();
    record.sma = state.sma.credit();
  } else {
    PLIMSOLL_TRY(cash, advance(std::move(state.cash), day));
    state.cash = cash;
    record.frozen_until = state.cash.frozen_until;
  }
  if (day_trade_window.at(day.day)) {
    PLIMSOLL_TRY(trading, advance(std::move(state.day_trading), day, round_trips(day, held)));
    state.day_trading = trading;
    record.day_trades = state.day_trading.day_trades();
  }
  if (regime == IntradayRegime::intraday || !borrows(day.kind)) {
    // Counted all the same, for whoever wants to know; nothing follows from it.
    state.day_trading.pattern = false;
    state.day_trading.call.reset();
    state.day_trading.cash_only_until.reset();
  } else {
    record.pattern_day_trader = state.day_trading.pattern;
    if (state.day_trading.cash_only_until) record.frozen_until = state.day_trading.cash_only_until;
  }
  PLIMSOLL_TRY(power, buying_power(state, day, house));
  record.buying_power = power;
  PLIMSOLL_TRY(within, intraday_buying_power(state, day, regime));
  record.intraday_buying_power = within;
  record.calls = calls_of(state, day);
  return Advanced{std::move(state), std::move(record)};
}

}  // namespace plimsoll::reg_t
