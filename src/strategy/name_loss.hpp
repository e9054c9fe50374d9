#pragma once
// What one name can take from an account.

#include "strategy/concentration.hpp"

namespace plimsoll::strategy {

/// Writes `wiping` and which positions it could not count. Equity is the net liquidation value,
/// options in it, where the method says it. Names on which options are held are valued again along
/// the move; one whose options cannot be is told in `not_applied`.
Result<void> add_name_losses(Concentration& made, const std::vector<Held>& held, const Book& book,
                             const Policy& policy, const Room& room);

}  // namespace plimsoll::strategy
