#pragma once
#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "model/draft.hpp"

namespace plimsoll::json {

/// The contract's `instruments` members, in its order.
inline constexpr std::array<std::string_view, 31> description_keys{"type",
                                                                   "currency",
                                                                   "leverage",
                                                                   "reference",
                                                                   "index_class",
                                                                   "underlying",
                                                                   "underlying_scale",
                                                                   "expiry",
                                                                   "right",
                                                                   "strike",
                                                                   "multiplier",
                                                                   "style",
                                                                   "settlement",
                                                                   "marginable",
                                                                   "marginable_from",
                                                                   "maturity",
                                                                   "zero_coupon",
                                                                   "rating",
                                                                   "conversion_ratio",
                                                                   "issuer",
                                                                   "sector",
                                                                   "industry",
                                                                   "shares_outstanding",
                                                                   "expense_ratio",
                                                                   "return_of_capital_ratio",
                                                                   "product",
                                                                   "month",
                                                                   "day",
                                                                   "exchange",
                                                                   "option_month",
                                                                   "option_day"};

/// One member of `instruments`, of the symbol or root `symbol`. Which words and members fit
/// together is market/resolve's to say.
Description read_description(std::string_view symbol, const Node& node, const Place& place,
                             Notes& notes);

/// All of `instruments`. A symbol in two spellings is refused.
std::vector<Description> read_descriptions(const Node& node, const Place& place, Notes& notes);

}  // namespace plimsoll::json
