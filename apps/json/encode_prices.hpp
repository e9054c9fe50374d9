#pragma once
// What options are worth: `plimsoll.prices/1`, as text.

#include <string>

#include "engine/price.hpp"

namespace plimsoll::json {

/// Every row in its place; a refused one without what it would be worth, and without what it holds
/// where that could not be read.
std::string encode_prices(const engine::PricesReport& report);

}  // namespace plimsoll::json
