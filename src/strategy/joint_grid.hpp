#pragma once
// Rates, prices and dividends moved together, at once: what carry and excess become.

#include <functional>
#include <optional>
#include <vector>

#include "strategy/interest.hpp"

namespace plimsoll::strategy {

/// What the account has above its maintenance requirement after prices moved by a fraction of
/// themselves (-0.2: 20 % down), in the debit's currency, below zero for a deficit; nothing where
/// it cannot be told.
using ExcessAfter = std::function<std::optional<Money>(double price_move)>;

struct JointAsked {
  Money debit = {};  // does not move with prices
  Decimal base = {};
  std::optional<Money> income_a_year = {};  // nothing: unknown, and so is all it goes into
  std::optional<Money> costs_a_year = {};   // all but interest, zero or above; nothing: none
  std::vector<Decimal> rate_shifts = {};    // added to the base; below zero it counts as zero
  std::vector<double> price_moves = {};     // -1 or above
  std::vector<Percent> dividend_cuts = {};  // of the income, 0 to 1
  ExcessAfter excess = {};                  // may be empty: then no excess is told
};

struct JointCell {
  Decimal rate_shift = {};
  double price_move = 0;
  Percent dividend_cut = {};
  Money interest_a_year = {};
  std::optional<Money> income_a_year = {};
  std::optional<Money> carry_a_year = {};  // income less costs and interest
  std::optional<double> coverage = {};     // income over interest; nothing where none is due
  std::optional<Money> excess = {};        // at once
  /// A year on, the prices staying where they went: the excess and a year's carry.
  std::optional<Money> excess_in_a_year = {};
};

/// Every combination: by rate shift, then price move, then cut, each in the order asked. Excess is
/// asked once a price move. Refused: a cut or a move that cannot be, and as `interest` refuses.
Result<std::vector<JointCell>> joint_grid(const RateSchedule& schedule, const JointAsked& asked);

}  // namespace plimsoll::strategy
