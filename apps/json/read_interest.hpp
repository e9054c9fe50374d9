#pragma once
// What stands under a bank's `interest`.

#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "market/pool.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 8> interest_keys{"curve",
                                                               "protocol_fixed_fee",
                                                               "protocol_rate_fee",
                                                               "insurance_fixed_fee",
                                                               "insurance_rate_fee",
                                                               "group_fixed_fee",
                                                               "group_rate_fee",
                                                               "origination_fee"};
inline constexpr std::array<std::string_view, 2> rate_knot_keys{"utilisation", "rate"};

/// The base rate's curve runs from utilisation 0 to 1 over at most seven points and does not fall;
/// fees that are not stated are none.
InterestTerms read_interest(const Node& node, const Place& place, Notes& notes);

}  // namespace plimsoll::json
