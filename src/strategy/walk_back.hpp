#pragma once
// Sales that meet a target, each made as small as it may be.

#include "strategy/sale_moves.hpp"

namespace plimsoll::strategy {

struct SalesFound {
  LotsSold sold = {};
  std::vector<std::size_t> order = {};  // lines sold, as they came
  std::vector<SaleMove> together = {};  // what was sold more than one leg at a time
  Standing standing;                    // after all of them
};

/// Walks every sale back by bisection, what goes last and the dearest first, legs sold together
/// together, until the target would be missed by the next smaller sale of any. Does nothing where
/// the target is not met. What is walked back to nothing leaves the order.
void walk_back(SaleTrial& trial, const std::vector<SaleLine>& lines, SalesFound& found);

}  // namespace plimsoll::strategy
