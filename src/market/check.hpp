#pragma once
// Whether a market can be reckoned with.

#include <vector>

#include "market/snapshot.hpp"
#include "model/account.hpp"

namespace plimsoll {

/// Which prices something may have besides those above zero.
struct PriceRange {
  bool below_zero = false;
  bool zero = false;
};
PriceRange price_range(const Instrument& instrument);

/// Prices and rates inside their bounds (model/limits.hpp): no price below zero (futures and
/// combinations of them apart), none of zero but an option's, no bid above its ask, no exchange
/// rate at or below zero, no model input that is not a number, no `stale_after` without a day, and
/// no position whose value, or that of what it is on, is above `limits::value_max` in the account's
/// currency. One error for each that is not, quotes in order of symbol and then positions in the
/// account's order.
std::vector<Error> check(const MarketSnapshot& market, const Account& account);

/// The last of these alone, for prices and positions that changed since `check`: the first position
/// whose value is above the bound, by its symbol.
Result<void> values_in_bounds(const MarketSnapshot& market, const Account& account);

}  // namespace plimsoll
