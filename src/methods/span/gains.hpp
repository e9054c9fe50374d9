#pragma once
#include "methods/span/option_value.hpp"

namespace plimsoll::span {

/// What a position has gained since it was opened or last settled, in its product's currency:
/// (price - trade_price or average_cost) x value factor x contracts. Nothing for options paid for,
/// for what has no cost stated and is taken as settled already, and without a price.
std::optional<Money> gained(const PlacedPosition& one, const Places& places, const Prices& prices);

/// Whether it has a cost, is settled every day, and there is no price to hold the cost against.
bool gain_unknown(const PlacedPosition& one, const Places& places, const Prices& prices);

}  // namespace plimsoll::span
