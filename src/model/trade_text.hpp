#pragma once
// A trade as a person types it: "BUY 100 AAPL", "SELL 2 AAPL 2027-01-15 250 C @ 12.35".

#include <optional>
#include <string_view>

#include "model/instrument.hpp"

namespace plimsoll {

struct TypedTrade {
  InstrumentId symbol;
  Quantity quantity;  // bought > 0, sold < 0
  std::optional<Decimal> price = {};
};

/// BUY or SELL, a quantity, a symbol (of an option also as root, expiry, strike and C or P, or as
/// an OSI symbol in any padding), and "@ price" where it is not the market's. Letters in either
/// case. Refused with what to write instead.
Result<TypedTrade> parse_trade(std::string_view text);

}  // namespace plimsoll
