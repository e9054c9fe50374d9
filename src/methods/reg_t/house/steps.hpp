#pragma once
// How far each position is from the next row of each of the house's tables, and what that row would
// cost.

#include "methods/reg_t/house/attach.hpp"

namespace plimsoll::reg_t {

/// A position and the row after the one it stands in. By price the next row is the one below.
struct HouseNextStep {
  std::uint32_t entry = 0;
  const HouseRule* rule = nullptr;
  Decimal now = {}, next_at = {}, distance = {};  // in the fact's own units
  HouseValue step = {}, next = {};                // what both rows ask
  std::optional<Quantity> shares = {};  // to buy, or to sell short, until the bound: whole ones
  Money value = zero(usd);              // of those shares; by price: what the position loses
  std::optional<Money> cost = {};       // maintenance the next row asks more, of the position then
};

/// In the book's order, then the profile's. Rows that no position can pass are left out.
Result<std::vector<HouseNextStep>> next_steps(const HouseProfile& house, const Book& book,
                                              const HouseMeasures& measures, Day day);

}  // namespace plimsoll::reg_t
