#include "methods/span/array_conventions.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::span {
namespace {

constexpr double days_per_year = 365;
constexpr double nse_multiple = 2, nse_cover = 0.35, nse_lookahead_days = 2;
constexpr int nse_long_months = 9;

ArrayTerms nse(ArrayModel model) {
  return {.model = model,
          .extreme_multiple = nse_multiple,
          .extreme_cover = nse_cover,
          .lookahead = nse_lookahead_days / days_per_year,
          .rounding = ArrayRounding::cents};
}

}  // namespace

ArrayTerms cme_style_future() { return {.model = ArrayModel::future}; }

ArrayTerms cme_style_option() {
  return {.model = ArrayModel::american_on_future,
          .volatility_scan = {.size = 0.25, .kind = ScanKind::ratio}};
}

ArrayTerms nse_future() { return nse(ArrayModel::carried_future); }

ArrayTerms nse_option() {
  ArrayTerms terms = nse(ArrayModel::european_on_spot);
  terms.volatility_scan = {.size = 0.05, .kind = ScanKind::absolute};
  return terms;
}

double nse_years(Date day, Date expiry) {
  return static_cast<double>((expiry - day).count() + 1) / days_per_year;
}

bool nse_long_dated(Date day, Date expiry) { return plus_months(day, nse_long_months) < expiry; }

double nse_volatility_scan(double volatility) {
  constexpr double part = 0.25, least = 0.04;
  return std::round(std::max(part * volatility, least) * 100) / 100;
}

}  // namespace plimsoll::span
