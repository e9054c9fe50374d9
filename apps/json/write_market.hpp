#pragma once
#include "apps/json/writer.hpp"
#include "market/snapshot.hpp"

namespace plimsoll::json {

/// What stands under `market`, as an object: quotes in symbol order, what is empty left out.
void write_market(Writer& out, const MarketSnapshot& market);

}  // namespace plimsoll::json
