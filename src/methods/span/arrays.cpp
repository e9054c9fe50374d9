#include "methods/span/arrays.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"
#include "methods/span/array_value.hpp"

namespace plimsoll::span {
namespace {

ScanState state_at(const ArrayTerms& terms, double price_moves, double volatility_moves) {
  const ScanSize& price = terms.price_scan;
  const ScanSize& volatility = terms.volatility_scan;
  const double step =
      price.kind == ScanKind::ratio ? price.size * std::abs(terms.underlying) : price.size;
  const double volatility_step =
      volatility.kind == ScanKind::ratio ? volatility.size * terms.volatility : volatility.size;
  return {.underlying = terms.underlying + price_moves * step,
          .volatility = terms.volatility + volatility_moves * volatility_step,
          .years = std::max(terms.years - terms.lookahead, 0.0)};
}

/// Money of one contract.
Result<double> money_at(const ArrayTerms& terms, const ScanState& state) {
  PLIMSOLL_TRY(points, value_at(terms, state));
  const double money = points * terms.value_factor;
  return is_option(terms.model) ? std::max(money, terms.cabinet) : money;
}

Result<double> composite_delta(const ArrayTerms& terms) {
  const auto points =
      terms.delta_points.empty() ? clearing::usual_delta_points() : terms.delta_points;
  double sum = 0, weights = 0;
  for (const clearing::DeltaPoint& point : points) {
    PLIMSOLL_TRY(delta, delta_at(terms, state_at(terms, point.price, point.volatility)));
    sum += point.weight * delta;
    weights += point.weight;
  }
  return sum / weights;
}

std::int8_t exponent_of(ArrayRounding rounding) {
  switch (rounding) {
    case ArrayRounding::exact:
      return -6;
    case ArrayRounding::whole:
      return 0;
    case ArrayRounding::cents:
      return -2;
  }
  PLIMSOLL_CHECK(false);
  return 0;
}

/// Deltas to six decimals: the files have four.
Decimal delta_decimal(double delta) {
  return Decimal::from_nano(static_cast<Int128>(std::llround(delta * 1e6)) * 1000);
}

}  // namespace

Result<GeneratedArray> generated_array(const ArrayTerms& terms) {
  PLIMSOLL_TRY_VOID(check_terms(terms));
  const ScanState today{terms.underlying, terms.volatility, terms.years};
  PLIMSOLL_TRY(value, money_at(terms, today));
  PLIMSOLL_TRY(delta, delta_at(terms, today));
  PLIMSOLL_TRY(composite, composite_delta(terms));
  GeneratedArray made{.array = {.exponent = exponent_of(terms.rounding),
                                .composite_delta = delta_decimal(composite),
                                .generated = true},
                      .value = value,
                      .delta = delta};
  const auto points = terms.points.empty()
                          ? clearing::usual_points(terms.extreme_multiple, terms.extreme_cover)
                          : terms.points;
  const double unit = std::pow(10.0, -made.array.exponent);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const clearing::ScanPoint& point = points[i];
    PLIMSOLL_TRY(there, money_at(terms, state_at(terms, point.price, point.volatility)));
    made.losses[i] = point.weight * (value - there);
    const double digits = made.losses[i] * unit;
    if (!(std::abs(digits) < 9e18))
      return fail(Reason::bad_input,
                  "a value of the array has more than eighteen digits; check "
                  "value_factor and price_scan");
    made.array.digits[i] = std::llround(digits);
  }
  return made;
}

double worst_loss_sold(const GeneratedArray& generated) {
  return std::max(-*std::ranges::min_element(generated.losses), 0.0);
}

}  // namespace plimsoll::span
