#pragma once
// How tokens move: a policy says which keep their price while the market moves, and which go with
// another. Nothing is guessed from a price near one or from a name that looks like another's.

#include <vector>

#include "strategy/book.hpp"
#include "strategy/holdings.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

bool is_steady(const InstrumentId& id, const DistancePolicy& policy);

/// Tokens of the policy's `steady` have a beta of nothing in the book's market, but for those whose
/// quote says another.
void keep_steady(Book& book, const DistancePolicy& policy);

/// Those held that keep their price while the whole market moves, by symbol.
std::vector<InstrumentId> steady_in(const Book& book, const DistancePolicy& policy);

/// Tokens of the policy's `follows` move by the name they follow, where that is held too or
/// several follow it.
void let_follow(const DistancePolicy& policy, const Account& account, std::vector<Held>& held,
                std::vector<Mover>& movers);

}  // namespace plimsoll::strategy
