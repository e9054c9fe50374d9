#pragma once
// When a trade is to be paid for under Regulation T: the standard settlement cycle by trade day,
// and two business days more.
//
// Not here: the day a trade settles. Columbus Day and Veterans Day are no settlement dates, because
// banks close; they do count as business days for payment, and so here.

#include <string_view>

#include "base/date.hpp"

namespace plimsoll {

struct SettlementCycle {
  Date since;               // of trades from this day on
  int business_days;        // after the trade day
  std::string_view source;  // "17 CFR 240.15c6-1(a)"
  std::string_view gist;    // what it says, in our words
};

/// The cycle of a trade of this day. The first on file is older than `exchange_days_first`.
const SettlementCycle& settlement_cycle(Date trade_day);

/// The last day of Regulation T's payment period (12 CFR 220.2): one payment period after the trade
/// day, by which a cash account pays in full (220.8(b)(1)) and a margin call is met (220.4(c)(3)).
/// A trade dated on a day without trading is due as one of the trading day before it.
Date payment_due(Date trade_day);

}  // namespace plimsoll
