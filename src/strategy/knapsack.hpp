#pragma once
// The least cost of what frees enough, where everything is linear: sold in order of cost for what
// it frees, the last in part. This is the optimum of a linear program with one constraint (Dantzig
// 1957).

#include <vector>

#include "money/money.hpp"

namespace plimsoll::strategy {

/// Something that may be sold in any part, and what one of money of it does.
struct Saleable {
  Money most;    // the value that may be sold
  Decimal cost;  // for each of value; below zero where selling saves, as a loss against tax does
  Decimal paid;  // the part of that cost which is paid out of equity on the day
  Decimal requirement_rate;  // requirement freed for each of value
};

struct PartSold {
  std::size_t index = 0;  // of the list given
  Money value;            // sold
  Money cost;
};

struct KnapsackPlan {
  std::vector<PartSold> sold = {};  // in order of sale
  Money value;
  Money cost;
  Money still_short;  // what everything leaves to be deposited; zero where the deficit is covered
};

/// Frees `deficit` of target x requirement - equity, at `target` times the requirement: each of
/// value sold frees target x requirement_rate - paid. What frees nothing is never sold, and a loss
/// only as far as the deficit goes. All money is of the deficit's currency. A deficit that is not
/// above zero asks for nothing. Refused: a target not above zero; a value or a rate below zero.
Result<KnapsackPlan> least_cost(const std::vector<Saleable>& items, Money deficit, Decimal target);

}  // namespace plimsoll::strategy
