#pragma once
// Which sales, in which order, free enough at the least cost by the method's own requirement.

#include "strategy/walk_back.hpp"

namespace plimsoll::strategy {

enum class SaleOrder : std::uint8_t {
  least_cost,           // for what is freed
  highest_requirement,  // for its value, each position whole
};

/// From `today` on sells what costs least for what it frees, a slice at a time, and asks the method
/// again what the rest would free, because strategies pair anew and concentrations step; never what
/// raises the requirement, and what goes last only when the rest is gone. Once the target is met
/// every sale is walked back as far as it stays met, so that none can be smaller; of whole
/// positions none is. Where none helps alone, several whole ones are sold. Where everything that
/// helps is sold and the target is not met, the gap of the standing is below zero.
SalesFound search_sales(SaleTrial& trial, const std::vector<SaleLine>& lines, const Standing& today,
                        SaleOrder order);

}  // namespace plimsoll::strategy
