#include "methods/span/scan.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

Decimal half(Decimal value) {
  return Decimal::from_nano(divide(value.nano(), 2, Round::half_even));
}

}  // namespace

Scenarios summed(std::span<const ScannedPosition> positions) {
  int least = 0;  // the common power of ten the digits are brought to
  for (const ScannedPosition& one : positions) least = std::min<int>(least, one.array->exponent);
  std::array<Int128, scenarios_count> nano{};
  for (const ScannedPosition& one : positions) {
    const Int128 each = one.contracts.nano() * power_of_ten(one.array->exponent - least);
    for (std::size_t i = 0; i < scenarios_count; ++i) nano[i] += each * one.array->digits[i];
  }
  const Int128 unit = power_of_ten(-least);
  Scenarios losses;
  for (std::size_t i = 0; i < scenarios_count; ++i)
    losses[i] = Decimal::from_nano(unit == 1 ? nano[i] : divide(nano[i], unit, Round::half_even));
  return losses;
}

Scan scan(const Scenarios& losses, std::span<const clearing::ScanPoint> points,
          const RoundingProfile& rounding) {
  Scan scan;
  for (std::size_t i = 0; i < scenarios_count; ++i)
    scan.scenarios[i] = rounded(losses[i], rounding.scenario);
  const Scenarios& s = scan.scenarios;
  scan.active = static_cast<std::size_t>(std::ranges::max_element(s) - s.begin());
  const bool loses = Decimal{} < s[scan.active];
  // With nothing to lose there is no price risk to credit, and the first pair tells of volatility.
  const std::size_t told = loses ? scan.active : 0;
  const Decimal difference = s[told] - s[points[told].paired];
  scan.risk = loses ? rounded(s[scan.active], rounding.scan) : Decimal{};
  scan.time_risk = rounded(half(s[0] + s[1]), rounding.scan);
  scan.volatility_risk = rounded(half(difference), rounding.scan);
  if (loses)
    scan.price_risk = std::max(Decimal{}, scan.risk - scan.time_risk - scan.volatility_risk);
  return scan;
}

Scan added(const Scan& a, const Scan& b) {
  Scan sum;
  for (std::size_t i = 0; i < scenarios_count; ++i)
    sum.scenarios[i] = a.scenarios[i] + b.scenarios[i];
  sum.active =
      static_cast<std::size_t>(std::ranges::max_element(sum.scenarios) - sum.scenarios.begin());
  sum.risk = a.risk + b.risk;
  sum.time_risk = a.time_risk + b.time_risk;
  sum.volatility_risk = a.volatility_risk + b.volatility_risk;
  sum.price_risk = std::max(Decimal{}, sum.risk - sum.time_risk - sum.volatility_risk);
  return sum;
}

std::string move_text(const clearing::ScanPoint& point) {
  char text[80];
  std::snprintf(text, sizeof text, "price %+.4g of its range, volatility %+.4g", point.price,
                point.volatility);
  return text;
}

std::vector<clearing::ScanPoint> points_of(const clearing::RiskFile& file) {
  if (file.points.size() == scenarios_count) return file.points;
  for (const clearing::SeriesTerms& terms : file.terms)
    if (terms.extreme_multiplier && terms.extreme_cover)
      return clearing::usual_points(*terms.extreme_multiplier, *terms.extreme_cover);
  return clearing::usual_points(2, 0.35);
}

}  // namespace plimsoll::span
