#pragma once
// What can be sold in one step: a position, or the legs of a group together, so that no hedge is
// closed before what it hedges.

#include <vector>

#include "strategy/sale_trial.hpp"

namespace plimsoll::strategy {

struct MovePart {
  std::size_t line = 0;
  std::int64_t each = 1;  // lots of it in one unit of the move
  bool operator==(const MovePart&) const = default;
};

struct SaleMove {
  std::vector<MovePart> parts = {};
  bool operator==(const SaleMove&) const = default;
  bool together() const { return 1 < parts.size(); }
  /// Units left where so much is sold already.
  std::int64_t left(const std::vector<SaleLine>& lines, const LotsSold& sold) const;
  /// What is sold after `units` more, tickets no smaller than they may be.
  LotsSold after(const std::vector<SaleLine>& lines, const LotsSold& sold,
                 std::int64_t units) const;
};

/// Every line that may be sold in this turn, then every group of the answer all of whose legs may,
/// then every short option with the shares that cover it, as a method by risk has them in no group
/// of their own. A group's unit is the smallest whole part of it.
std::vector<SaleMove> moves_of(const std::vector<SaleLine>& lines,
                               const std::vector<Group<Money>>& groups, Turn turn);

}  // namespace plimsoll::strategy
