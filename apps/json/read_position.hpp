#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "apps/json/fields.hpp"
#include "model/draft.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 8> position_keys{
    "symbol", "quantity", "holding", "average_cost", "lots", "trade_price", "trade_date", "name"};
inline constexpr std::array<std::string_view, 3> lot_keys{"quantity", "cost", "date"};

inline constexpr std::array holding_words{Word<Holding>{"margin", Holding::margin},
                                          Word<Holding>{"cash", Holding::cash},
                                          Word<Holding>{"short", Holding::short_sale}};

/// One item of `positions`; nothing, and notes, where anything in it is wrong. Whether its symbol
/// and its quantity make sense is market/resolve's to say.
std::optional<DraftPosition> read_position(const Node& node, const Place& place, Notes& notes);

}  // namespace plimsoll::json
