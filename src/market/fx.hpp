#pragma once
// Into the account's currency. The only place where one currency becomes another.

#include <set>

#include "market/snapshot.hpp"
#include "money/money.hpp"

namespace plimsoll {

/// How many units of `base` one unit of `from` is worth; refused where the snapshot does not say.
Result<Decimal> exchange_rate(const MarketSnapshot& market, Currency from, Currency base);

/// Says of all of `from`, at least one, that no rate is known, and what to write.
Error without_rate(const std::set<Currency>& from, Currency base);

/// Rounded half to even at the ninth place.
Result<Money> in_currency(Money money, Currency base, const MarketSnapshot& market);
Result<Price> in_currency(Price price, Currency base, const MarketSnapshot& market);

}  // namespace plimsoll
