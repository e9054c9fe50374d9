#include "methods/span/scan.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

constexpr int powers_held = 38;  // of ten, in 128 bits

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

Decimal half(Decimal value) {
  return Decimal::from_nano(divide(value.nano(), 2, Round::half_even));
}

/// Sums of digits brought to one power of ten; nothing where 128 bits do not hold them.
std::optional<Scenarios> summed_as_integers(std::span<const ScannedPosition> positions) {
  int least = 0, most = 0;
  for (const ScannedPosition& one : positions) {
    least = std::min<int>(least, one.array->exponent);
    most = std::max<int>(most, one.array->exponent);
  }
  if (most - least > powers_held) return std::nullopt;
  std::array<Int128, scenarios_count> nano{};
  for (const ScannedPosition& one : positions) {
    Int128 each{}, product{};
    const Int128 power = power_of_ten(one.array->exponent - least);
    if (__builtin_mul_overflow(one.contracts.nano(), power, &each)) return std::nullopt;
    for (std::size_t i = 0; i < scenarios_count; ++i)
      if (__builtin_mul_overflow(each, Int128{one.array->digits[i]}, &product) ||
          __builtin_add_overflow(nano[i], product, &nano[i]))
        return std::nullopt;
  }
  const Int128 unit = power_of_ten(-least);
  Scenarios losses;
  for (std::size_t i = 0; i < scenarios_count; ++i)
    losses[i] = Decimal::from_nano(unit == 1 ? nano[i] : divide(nano[i], unit, Round::half_even));
  return losses;
}

}  // namespace

Scenarios summed(std::span<const ScannedPosition> positions) {
  if (const auto exact = summed_as_integers(positions)) return *exact;
  Scenarios losses{};
  for (const ScannedPosition& one : positions)
    for (std::size_t i = 0; i < scenarios_count; ++i)
      losses[i] += multiply(value_of(*one.array, i), one.contracts, Round::half_even);
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
  return file.scanned_points.empty() ? clearing::array_points(file) : file.scanned_points;
}

}  // namespace plimsoll::span
