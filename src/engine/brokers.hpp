#pragma once
// An account at each broker: what its house rules ask, and what its rates cost.

#include <vector>

#include "engine/admitted.hpp"
#include "engine/compare.hpp"

namespace plimsoll::engine {

/// Each house by name, with each rate schedule that names it, or alone where none does in the
/// account's currency; then schedules of brokers without house rules, over the law alone. `method`
/// is the one house rules belong to. What is missing is said in its place; the least cost and the
/// longest decline are marked.
std::vector<strategy::Broker> brokers(const CompareRequest& request, const Admitted& in,
                                      Label method);

}  // namespace plimsoll::engine
