#pragma once
// The pool document `plimsoll.pool/1`: a lending protocol's banks as one moment knows them.

#include <array>
#include <expected>
#include <string_view>
#include <vector>

#include "base/node.hpp"
#include "base/result.hpp"
#include "market/pool.hpp"

namespace plimsoll::json {

inline constexpr std::array<std::string_view, 3> pool_keys{"schema", "protocol", "banks"};

/// Numbers are exact decimals of up to 18 places, then the protocol's own fixed point. All
/// mistakes, not the first.
std::expected<Pool, std::vector<Error>> decode_pool(const Node& document, std::string_view name);

}  // namespace plimsoll::json
