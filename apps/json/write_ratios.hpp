#pragma once
// What members of the analysis write alike: ratios, what is not known, rooms, tiers of interest.

#include <optional>
#include <string_view>

#include "apps/json/writer.hpp"
#include "strategy/book.hpp"
#include "strategy/interest.hpp"

namespace plimsoll::json {

/// A number in its shortest form; null where there is none.
void write_ratio(Writer& out, std::string_view key, double ratio);
void write_ratio(Writer& out, std::string_view key, const std::optional<double>& ratio);

/// {"equity", "requirement", "initial", "excess", "net_liquidation"}: members of the open object.
void write_room(Writer& out, const strategy::Room& room);

/// "tiers": what each part of a debit is charged.
void write_tiers(Writer& out, const strategy::Interest& interest);

}  // namespace plimsoll::json
