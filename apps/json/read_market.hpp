#pragma once
// What stands under `market`, and in a market file beside its head.

#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "market/snapshot.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 4> market_keys{"quotes", "currencies",
                                                             "risk_free_rate", "rate_curve"};
inline constexpr std::array<std::string_view, 11> quote_keys{
    "price",     "bid",         "ask", "volatility",  "beta",       "yield",
    "dividends", "borrow_rate", "adv", "margin_rate", "stale_after"};
inline constexpr std::array<std::string_view, 2> dividend_keys{"ex_date", "amount"};
inline constexpr std::array<std::string_view, 2> rate_point_keys{"days", "rate"};

/// Reads the members of `market_keys`; every mistake becomes a note.
MarketSnapshot read_market(const Fields& fields, Date as_of);

Quote read_quote(const Node& node, const Place& place, Notes& notes);

}  // namespace plimsoll::json
