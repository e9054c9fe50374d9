#pragma once
// The market document `plimsoll.market/1`, which is also what stands under an account's `market`.

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/node.hpp"
#include "base/result.hpp"
#include "market/snapshot.hpp"

namespace plimsoll::json {

/// A market file. Sizes are bounded here; what a price may be for its instrument (above zero, say)
/// is checked where instruments are known (market/resolve.hpp). All mistakes, not the first.
std::expected<MarketSnapshot, std::vector<Error>> decode_market(const Node& document,
                                                                std::string_view name);

struct MergedMarket {
  MarketSnapshot market;              // as of the inline one's day
  std::optional<std::string> caveat;  // where the file is of another day: which, for the reader
};

/// The file wins, member by member: quotes by symbol and then by field, currencies by code, the
/// rate curve and a list of dividends whole.
MergedMarket merge(MarketSnapshot inline_market, const MarketSnapshot& file);

}  // namespace plimsoll::json
