#pragma once
// How a futures account's performance bond is reckoned, and what somebody else reckoned of it.

#include <array>
#include <string_view>

#include "apps/json/fields.hpp"
#include "model/account.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 3> bond_keys{"class", "gross", "external"};
inline constexpr std::array<std::string_view, 3> external_keys{"source", "commodities", "total"};
inline constexpr std::array<std::string_view, 3> external_amount_keys{"maintenance", "initial",
                                                                      "currency"};

inline constexpr std::array class_words{Word<BondClass>{"speculator", BondClass::speculator},
                                        Word<BondClass>{"hedger", BondClass::hedger},
                                        Word<BondClass>{"member", BondClass::member}};

/// The member `performance_bond`. Amounts that name no currency are in `currency`. What is wrong
/// is noted: amounts below zero, commodities and a total both or neither, no source.
PerformanceBond read_bond(const Node& node, Currency currency, const Place& place, Notes& notes);

}  // namespace plimsoll::json
