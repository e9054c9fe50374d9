#pragma once
// One open position of Interactive Brokers, whichever of their formats it came in.

#include <cstdint>
#include <string>
#include <string_view>

#include "io/reading.hpp"

namespace plimsoll::io {

/// One open position, as text, by meaning. Empty where the file does not say.
struct IbkrRow {
  std::string category;      // "STK", "Equity and Index Options"
  std::string subcategory;   // "COMMON", "ETF", "Govt"
  std::string symbol, name;  // "AAPL  261120P00150000", "APPLE INC"
  std::string currency, underlying, right, strike, expiry, maturity, multiplier, exchange;
  std::string quantity, price, value, average_cost;
  std::string side = {};  // "Long", "Short"
};

/// What a row holds, in the project's units, described as far as the row says. `base` is the
/// account's currency. Refused: categories no type of the contract covers (contracts for
/// difference, structured products), whatever cannot be read, and a row that contradicts itself: a
/// side against the sign, an option's fields or its description against its symbol, a value that is
/// not quantity times price times multiplier (futures apart, some of which are quoted in cents).
Result<HeldRow> ibkr_held(const IbkrRow& row, std::string_view base);

/// Whether the category is a currency balance, which the cash report has too.
bool is_ibkr_currency(std::string_view category);

}  // namespace plimsoll::io
