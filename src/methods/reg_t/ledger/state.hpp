#pragma once
// All an account carries from one day to the next besides its positions, and the step from a day to
// the day after.

#include <optional>

#include "margin/ledger.hpp"
#include "methods/reg_t/ledger/cash_payment.hpp"
#include "methods/reg_t/ledger/day_trades.hpp"
#include "methods/reg_t/ledger/intraday.hpp"
#include "methods/reg_t/ledger/minimum_equity.hpp"
#include "methods/reg_t/ledger/sma.hpp"

namespace plimsoll::reg_t {

struct LedgerState {
  Sma sma;
  IntradayMargin intraday = {};
  DayTrading day_trading = {};
  CashPayment cash = {};
  std::optional<MinimumEquityCall> min_equity = {};
  std::optional<MaintenanceCall> maintenance = {};
  std::optional<MaintenanceCall> house = {};
};

/// Which rule is in force on a day: before 2026-06-04 day trading, after the phase-in intraday
/// margin, in between the broker's choice.
IntradayRegime regime_on(Date day, const LedgerTerms& terms);

struct Advanced {
  LedgerState state;
  LedgerDay record;
};

/// A day later. `house`: the broker's maintenance requirement at the close, where one is asked for.
/// `held`: securities held at the close before, for day trades.
Result<Advanced> advance(LedgerState state, const DayView& day, const LedgerTerms& terms,
                         const Overnight& held, std::optional<Money> house);

}  // namespace plimsoll::reg_t
