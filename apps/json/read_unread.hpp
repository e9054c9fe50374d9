#pragma once
// Members of the account document that are written again as they were read: those nothing here
// computes with yet, checked for shape, and "financing", which read_financing.hpp reads.

#include <array>
#include <string_view>
#include <vector>

#include "apps/json/fields.hpp"

namespace plimsoll::json {

/// In the contract's order.
inline constexpr std::array<std::string_view, 4> unread_keys{"sma", "prior_close_equity", "margin",
                                                             "financing"};

/// Those of `unread_keys` that are there, as written; a note for each whose shape is wrong.
std::vector<Member> read_unread(const Fields& fields);

}  // namespace plimsoll::json
