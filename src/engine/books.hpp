#pragma once
// An account under each method and layer, as strategy/ takes it.

#include "engine/admitted.hpp"
#include "engine/layers.hpp"
#include "strategy/book.hpp"

namespace plimsoll::engine {

/// Positions are in order of symbol. A lending pool's prices and, of futures without one, their
/// clearing house's settlement stand in the book's market, so that whoever moves the market moves
/// them.
strategy::Book book_of(Label method, const Layer& layer, const MarginRequest& request,
                       const Admitted& in);

}  // namespace plimsoll::engine
