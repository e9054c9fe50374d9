#pragma once
// Quotes that say until when they may be believed.

#include <optional>
#include <string_view>
#include <vector>

#include "market/snapshot.hpp"
#include "model/account.hpp"

namespace plimsoll {

/// The day of a `stale_after`: a date, or a time of RFC 3339 in UTC; nothing where it is neither.
std::optional<Date> day_of(std::string_view stale_after);

struct StaleQuote {
  InstrumentId id;
  Date last_day;  // on which it was still fresh
  bool operator==(const StaleQuote&) const = default;
};

/// The quotes of what the account names that were no longer fresh on its day, by symbol. On the day
/// of `stale_after` itself a quote is fresh: an account has a day and no hour.
std::vector<StaleQuote> stale_quotes(const MarketSnapshot& market, const Account& account);

}  // namespace plimsoll
