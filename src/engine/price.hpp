#pragma once
// What options are worth, and the volatility in their prices: many rows in, as many out.

#include <cstdint>
#include <optional>
#include <vector>

#include "io/options_csv.hpp"
#include "model/option_row.hpp"
#include "pricing/value.hpp"

namespace plimsoll::engine {

/// Dollars for one unit of the underlying, rounded to a millionth; gamma to a millionth of what one
/// dollar is of the spot, as it is the smaller the dearer the underlying.
struct OptionPrices {
  double value = 0;
  pricing::Greeks greeks;
  double implied_volatility = 0;  // a given one as it was given
};

struct PricedRow {
  std::uint32_t line = 0;
  std::optional<OptionRow> option;     // nothing where the row could not be read
  std::optional<OptionPrices> prices;  // nothing where it is refused
};

struct PricesReport {
  std::vector<PricedRow> rows;  // all of them, in the file's order
  std::vector<Error> refused;   // in the file's order, each with its line

  bool partial() const { return !refused.empty(); }
};

/// Where a row has a price, its volatility is implied and `value` is the value there. Refused, row
/// by row: what could not be read, and what src/pricing does not price. The same whatever
/// `threads`, which is at least 1.
PricesReport price(const io::OptionsCsv& options, int threads);

}  // namespace plimsoll::engine
