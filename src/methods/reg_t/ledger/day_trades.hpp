#pragma once
// Day trades and pattern day traders: FINRA Rule 4210(f)(8)(B), deleted on 2026-06-04 and kept by
// choice of a broker until the end of the phase-in.

#include <deque>
#include <map>
#include <optional>

#include "methods/reg_t/ledger/day.hpp"

namespace plimsoll::reg_t {

/// What was held of each security at the close before.
using Overnight = std::map<InstrumentId, Quantity>;

/// Round trips of one day. Trades of one security in one direction without one in the other between
/// them are one; a round trip is a closing of what was opened the same day. What was held overnight
/// and is closed before anything new is opened is none.
struct RoundTrips {
  int day_trades = 0;
  int trades = 0;  // executions
  Money margin;    // special maintenance margin of what was day-traded: at its peak, or together
                   // where the order of the day is not known
};
RoundTrips round_trips(const DayView& day, const Overnight& held);

/// Day trades beyond the buying power, until deposits have met them.
struct DayTradingCall {
  Date since;
  Date due;
  Money unmet;
};

struct DayTrading {
  struct Count {
    Date day;
    int day_trades = 0;
    int trades = 0;
  };
  std::deque<Count> window = {};  // days with trades of the last business days, oldest first
  bool pattern = false;           // designated
  std::optional<DayTradingCall> call = {};
  std::optional<Date> cash_only_until = {};

  int day_trades() const;
  int trades() const;
};

Result<DayTrading> advance(DayTrading state, const DayView& day, const RoundTrips& trips);

}  // namespace plimsoll::reg_t
