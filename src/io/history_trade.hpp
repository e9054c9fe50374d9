#pragma once
// A purchase or a sale as an American broker's row states it.

#include <cstdint>
#include <optional>

#include "io/held.hpp"
#include "io/history_reading.hpp"
#include "model/osi.hpp"

namespace plimsoll::io {

struct TradeRow {
  NamedHolding named;  // worth: the quantity, sold < 0, and the price; its value is not read
  std::optional<Decimal> amount = {};  // as cash moves
  Decimal amount_rounding = 0.005_d;
  Decimal costs = {};    // commission and fees, paid > 0
  Decimal accrued = {};  // interest a bond's buyer pays beside the price, and its seller gets
  std::optional<Effect> effect = {};
};

/// The trade, with its instrument described as far as the row says. Refused: an amount that is not
/// quantity times price less costs, to within what printed digits leave open; no quantity or price;
/// an option whose contract is not of 100 shares.
Result<Trade> traded(TradeRow row, HistoryReading& reading, std::uint32_t line);

/// A price and fees that move cash by exactly `-gross - costs`. The price is the printed one where
/// it gives `gross` to within `rounding`, and otherwise, as printing has rounded an average, the
/// one that does; what is left of a cent is among the fees.
struct PriceAndFees {
  Decimal price, fees;
};
struct Printed {
  Quantity quantity;             // sold < 0
  Decimal price, factor;         // factor: units of the price in one of the quantity
  std::optional<Decimal> gross;  // what was bought, or below zero sold, without costs
  Decimal costs;
  Decimal rounding = 0.005_d;  // of `gross`
};
PriceAndFees price_and_fees(const Printed& printed);

/// An option of the row's symbol: " -AMAT260424C400", "AAPL 12/20/2024 150.00 C". Refused: one that
/// its description contradicts, or whose contract is not of 100 shares.
Result<OsiSymbol> option_in(std::string_view symbol, std::string_view description);

/// Whether the symbol is spelled as an option.
bool is_option(std::string_view symbol);

}  // namespace plimsoll::io
