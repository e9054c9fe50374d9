#include "methods/span/moved.hpp"

#include <algorithm>
#include <cmath>

#include "methods/span/array_interpolation.hpp"
#include "methods/span/option_value.hpp"

namespace plimsoll::span {
namespace {

using clearing::Contract;

/// Money one contract may lose over its range, as the file says of what moves or of the option.
std::optional<double> scan_range(const RiskFile& file, const Contract& contract) {
  if (contract.terms == clearing::nowhere) return std::nullopt;
  return price_scan_of(file, file.terms[contract.terms]);
}

std::vector<clearing::ScanPoint> points_for(const RiskFile& file, const Contract& option) {
  if (!file.points.empty() || option.terms == clearing::nowhere) return file.points;
  const clearing::SeriesTerms& terms = file.terms[option.terms];
  if (!terms.extreme_multiplier || !terms.extreme_cover) return {};
  return clearing::usual_points(*terms.extreme_multiplier, *terms.extreme_cover);
}

std::unexpected<Error> unmoved(const RiskFile& file, const Contract& option, std::string why) {
  return fail(Reason::missing_price, "its price after the move is unknown: " + std::move(why),
              key_text(file, option));
}

}  // namespace

std::optional<Index> underlying_of(const RiskFile& file, const Contract& option) {
  const clearing::Product& product = file.products[option.product];
  for (const clearing::ProductType type :
       {clearing::ProductType::future, clearing::ProductType::physical,
        clearing::ProductType::equity, clearing::ProductType::forward,
        clearing::ProductType::combination}) {
    const auto found = find_product(file, {product.key.exchange, product.underlying, type});
    if (!found) continue;
    if (const auto contract = find_contract(file, {.product = *found, .month = option.month}))
      return contract;
  }
  return std::nullopt;
}

Result<Decimal> option_moved(const RiskFile& file, Index option_at, Index underlying_at,
                             Decimal moved_to) {
  const Contract& option = file.contracts[option_at];
  const Contract& underlying = file.contracts[underlying_at];
  if (!option.price || !underlying.price)
    return unmoved(file, option, "the file has no settlement of it or of what it is on");
  auto range = scan_range(file, underlying);
  if (!range) range = scan_range(file, option);
  const double factor = to_double(value_factor_of(file, underlying));
  const double gained = to_double(moved_to - *underlying.price) * factor;
  if (!range || !(*range > 0)) return unmoved(file, option, "the file has no price scan range");
  const auto points = points_for(file, option);
  const auto lost = interpolated_loss(file.arrays[option.array], {gained / *range, 0}, points);
  // The array's own passage of time is no part of a move.
  const auto still = interpolated_loss(file.arrays[option.array], {0, 0}, points);
  if (!lost || !still) return unmoved(file, option, (lost ? still : lost).error().what);
  const double price =
      to_double(*option.price) - (*lost - *still) / to_double(value_factor_of(file, option));
  return Decimal::from_nano(
      static_cast<Int128>(std::llround(std::max(price, 0.0) * Decimal::scale)));
}

}  // namespace plimsoll::span
