#pragma once
// Into the account's currency. The only place where one currency becomes another.

#include "market/snapshot.hpp"
#include "money/money.hpp"

namespace plimsoll {

/// How many units of `base` one unit of `from` is worth; refused where the snapshot does not say.
Result<Decimal> exchange_rate(const MarketSnapshot& market, Currency from, Currency base);

/// Rounded half to even at the ninth place.
Result<Money> in_currency(Money money, Currency base, const MarketSnapshot& market);
Result<Price> in_currency(Price price, Currency base, const MarketSnapshot& market);

}  // namespace plimsoll
