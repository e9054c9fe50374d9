#pragma once
// The rate money is lent at without risk, from today to a day.

#include "market/snapshot.hpp"

namespace plimsoll {

/// Continuous, for a year of 365 days, over `days` calendar days from the snapshot's own. Between
/// two points of the curve rate × days is on a straight line; before the first and after the last
/// the nearest one's rate stands. Where there is no curve, `risk_free_rate`. Refused where there is
/// neither.
Result<double> zero_rate(const MarketSnapshot& market, int days);

}  // namespace plimsoll
