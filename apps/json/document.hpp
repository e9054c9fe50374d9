#pragma once
// What every document begins with.

#include <expected>
#include <string_view>

#include "apps/json/notes.hpp"
#include "base/node.hpp"

namespace plimsoll::json {

inline constexpr std::string_view account_schema = "plimsoll.account/1";
inline constexpr std::string_view market_schema = "plimsoll.market/1";
inline constexpr std::string_view pool_schema = "plimsoll.pool/1";
inline constexpr std::string_view activity_schema = "plimsoll.activity/1";

/// Whether `document` may be read as one of `schema`. One note where it is not: what else is wrong
/// with a document of another kind is of no use to anybody. One that does not say what it is gets
/// its note and may be read on, for the other mistakes.
bool is_document(const Node& document, std::string_view schema, const Place& place, Notes& notes);

}  // namespace plimsoll::json
