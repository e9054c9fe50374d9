#include "market/zero_rate.hpp"

#include <algorithm>

namespace plimsoll {

Result<double> zero_rate(const MarketSnapshot& market, int days) {
  const std::vector<RatePoint>& curve = market.rate_curve;
  if (curve.empty()) {
    if (market.risk_free_rate) return *market.risk_free_rate;
    return fail(Reason::missing_price,
                "options are valued with an interest rate, and there is none; add "
                "\"risk_free_rate\": 0.04 or a \"rate_curve\" to the market",
                "risk_free_rate");
  }
  const auto after = std::ranges::upper_bound(curve, days, {}, &RatePoint::days);
  if (after == curve.begin()) return curve.front().rate;
  if (after == curve.end()) return curve.back().rate;
  const RatePoint before = *(after - 1);
  const double part =
      static_cast<double>(days - before.days) / static_cast<double>(after->days - before.days);
  const double at_first = before.rate * before.days, at_second = after->rate * after->days;
  const double reached = at_first + (at_second - at_first) * part;
  return days == 0 ? before.rate : reached / days;
}

}  // namespace plimsoll
