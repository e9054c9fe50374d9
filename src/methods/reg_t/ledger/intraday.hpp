#pragma once
// Intraday margin: FINRA Rule 4210(a)(17)-(19) and (d)(2), from 2026-06-04.

#include <optional>
#include <vector>

#include "methods/reg_t/ledger/day.hpp"

namespace plimsoll::reg_t {

/// One day's intraday margin deficit, until it is satisfied or fifteen business days old.
struct IntradayDeficit {
  Date since;
  Money amount;
  Money level_at_close;  // of that day: satisfaction is a rise above it
  Money unmet;
  Date prompt_by;      // fifth business day
  Date ends;           // fifteenth
  bool minor = false;  // too small to make a practice of
};

/// No new shorts or debits until a day, or until the deficit behind it is satisfied, expired or
/// not.
struct IntradayFreeze {
  Date until;
  IntradayDeficit cause;
};

struct IntradayMargin {
  std::vector<IntradayDeficit> open = {};
  std::optional<IntradayFreeze> freeze = {};
};

/// What a day's transactions did to the intraday margin level.
struct IntradayDay {
  Money deficit;     // how far it stood below zero after a transaction that reduced it
  int reducing = 0;  // such transactions
};

/// Where the order of the day is not known, that of the order which makes the deficit highest.
IntradayDay intraday_of(const DayView& day);

/// A day later. `practice`: whether this customer makes a practice of not satisfying deficits
/// promptly.
Result<IntradayMargin> advance(IntradayMargin state, const DayView& day, bool practice);

}  // namespace plimsoll::reg_t
