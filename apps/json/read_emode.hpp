#pragma once
// What a bank, borrowed, grants collateral of certain tags.

#include <array>
#include <string_view>
#include <vector>

#include "apps/json/fields.hpp"
#include "market/pool.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 3> emode_keys{"collateral_tag", "asset_weight_init",
                                                            "asset_weight_maint"};

/// At most ten entries, each of another tag. One that is refused keeps its place, with no weights.
std::vector<EmodeEntry> read_emode(const Node& node, const Place& place, Notes& notes);

/// Whether the weights that `bank` grants are below those it is owed at, and by as much as the
/// protocol asks: what is borrowed, deposited and borrowed against again comes to an end, at 15
/// times the equity initially and 20 for maintenance.
void check_emode(const Bank& bank, PoolProtocol protocol, const Place& place, Notes& notes);

}  // namespace plimsoll::json
