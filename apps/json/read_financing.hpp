#pragma once
// The account document's "financing": how its debit is charged.

#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "model/financing.hpp"

namespace plimsoll::json {

/// In the contract's order.
inline constexpr std::array<std::string_view, 6> financing_keys{
    "schedule", "benchmark_rate", "base_rate", "rate", "promotional", "by_currency"};
/// Of a currency in "by_currency".
inline constexpr std::array<std::string_view, 5> currency_financing_keys{
    "schedule", "benchmark_rate", "base_rate", "rate", "promotional"};

/// What of it could be read; a note for each member that is wrong: rates below zero or above 1, a
/// benchmark below -5 %, which no central bank has come near.
Financing read_financing(const Node& node, const Place& place, Notes& notes);

}  // namespace plimsoll::json
