#pragma once
// The symbols of listed options: root, yymmdd, C or P, strike in thousandths. 21 characters when
// padded.

#include <string>
#include <string_view>

#include "model/instrument.hpp"

namespace plimsoll {

/// What an option's symbol says, and nothing it does not.
struct OsiSymbol {
  std::string root;  // "AAPL", "SPXW", "BRKB", "AAPL7"
  Date expiry;
  Right right = Right::call;
  Decimal strike;
};

/// Whether text has the shape of an option symbol (a root, then six digits, C or P, and eight
/// digits), or is a typing error or two away from it, so that a malformed one is refused rather
/// than taken for a stock.
bool looks_like_osi(std::string_view text);

/// Reads "AAPL  270115C00250000", "AAPL270115C00250000", or less padding than there should be. Any
/// calendar day may be an expiry; a month 13, a strike of zero or a root of more than six
/// characters is refused.
Result<OsiSymbol> parse_osi(std::string_view text);

/// The padded, 21-character form. The root has at most six characters and the strike at most five
/// digits and three places.
InstrumentId osi_id(const OsiSymbol& symbol);

/// The one spelling of a symbol: option symbols padded, everything else as given with outer blanks
/// removed. Refused: empty, more than 32 characters, anything but printable ASCII, a malformed
/// option symbol.
Result<InstrumentId> instrument_id(std::string_view symbol);

}  // namespace plimsoll
