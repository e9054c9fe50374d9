#pragma once
// What the analysis writes besides amounts: ratios, and what is not known.

#include <optional>
#include <string_view>

#include "apps/json/writer.hpp"
#include "strategy/book.hpp"

namespace plimsoll::json {

/// A number in its shortest form; null where there is none.
void write_ratio(Writer& out, std::string_view key, double ratio);
void write_ratio(Writer& out, std::string_view key, const std::optional<double>& ratio);

/// {"equity", "requirement", "initial", "excess", "net_liquidation"}: members of the open object.
void write_room(Writer& out, const strategy::Room& room);

}  // namespace plimsoll::json
