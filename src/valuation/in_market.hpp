#pragma once
// An option series from what a snapshot quotes.

#include "valuation/series.hpp"

namespace plimsoll::valuation {

/// The symbol an option is written under, before its expiry: "XSP".
InstrumentId root_of(const ListedOption& option);

/// The price of one unit of what the option is on, in its own currency. Of a reduced index (XSP, on
/// SPX over 10) its own quote, where there is one. Refused: no price of it.
Result<Decimal> level_under(const ListedOption& option, const MarketSnapshot& market);

/// Of one unit, in the currency of an option's strike: its own price, and of what it is on.
struct Levels {
  double price = 0, level = 0;
};

/// The option on a day at these levels. Its quote is read for its volatility, that of what it is on
/// for dividends, a yield and a volatility. Refused as by `series_of`.
Result<Series> series_in(const ListedOption& option, Levels at, Date as_of,
                         const MarketSnapshot& market);

}  // namespace plimsoll::valuation
