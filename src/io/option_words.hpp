#pragma once
// What a broker's description of an option says, for comparing with its symbol: two spellings of
// one contract in one row.

#include <optional>
#include <string_view>

#include "model/osi.hpp"

namespace plimsoll::io {

/// What could be made out; a description need not say any of it.
struct OptionWords {
  std::optional<Right> right;
  std::optional<Date> expiry;
  std::optional<Decimal> strike, shares;  // shares: of one contract
};

/// Reads "CALL (AMAT) APPLIED MATERIALS INC JAN 15 27 $400 (100 SHS)", "PUT APPLE INC $270 EXP
/// 01/15/27", "TER JAN 21 2028 175 CALL" and "AAPL 15JAN27 270 C".
OptionWords option_words(std::string_view description);

/// Refused, naming both: a description that says another right, strike, expiry or number of shares
/// (where `shares` is known) than the symbol.
Result<void> described_alike(std::string_view description, const OsiSymbol& symbol,
                             std::optional<Decimal> shares);

}  // namespace plimsoll::io
