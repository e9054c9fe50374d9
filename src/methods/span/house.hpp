#pragma once
// One clearing house's part of a book, reckoned from netted positions to commodities'
// requirements, in the order in which one step takes what another left.

#include "methods/span/inter.hpp"
#include "methods/span/option_value.hpp"

namespace plimsoll::span {

/// How an account stands towards a clearing house.
struct Terms {
  BondClass account_class = BondClass::speculator;
  bool customer = true;
};

/// Every house that holds one of the positions, each with the policy it is read by. Netted by
/// contract.
std::deque<House> houses_of(std::span<const PlacedPosition> positions, const Places& places,
                            const std::vector<PolicyRef>& policies, const Terms& terms,
                            const Prices& prices);

/// Everything from scanning to requirements, in place.
void reckon(std::deque<House>& houses);

/// The policy a file is read by: the one of its clearing house, otherwise the first.
const Policy& policy_for(const RiskFile& file, const std::vector<PolicyRef>& policies);

}  // namespace plimsoll::span
