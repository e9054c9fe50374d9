#pragma once
// The ladder a family decides on before it has to be walked: at which fall or rise of the market
// each rung is reached, whichever is nearer, and what is sold there, at the prices of that day.

#include <optional>
#include <vector>

#include "strategy/cure.hpp"
#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {

struct LadderTerms {
  VolatilityRule volatility = {};
  double default_beta = 1;
  double from = -0.95, to = 1.0;  // the furthest fall and rise of the market looked at
};

enum class RungState : std::uint8_t {
  due_now,  // equity over maintenance is below its level today
  ahead,    // it is reached at `move`
  never,    // not between today and the furthest moves looked at
};

struct RungReached {
  Rung rung = {};
  RungState state = RungState::never;
  double move = 0;    // of the whole market, below zero where it falls; today's rungs stand at 0
  bool jump = false;  // the requirement leaps there
  std::optional<double> other_side = {};  // the move the other way that reaches it too, further off
  std::optional<Room> there = {};
  /// What it restores: its own number; of flattening without one, the level of the rung above.
  std::optional<double> restore = {};
  std::optional<Cure> plan = {};      // of the rungs that sell
  std::optional<Error> no_plan = {};  // why a rung that sells has none
};

struct Ladder {
  Room today;
  std::vector<RungReached> rungs = {};     // in the order they act: the highest level first
  double from = 0, to = 0;                 // moves looked at, as far as any rung needed
  std::optional<Error> stopped = {};       // why no further
  std::optional<std::size_t> due() const;  // the lowest rung that is due today, where one is
};

/// Each rung by itself, on the book as it is: a rung's plan does not suppose that those above were
/// acted on. Rungs that sell without gains avoid them; flattening sells whole what has the highest
/// requirement for its value. The broker's own sale has no plan. Refused: as room and MovedMarket
/// refuse; a rung whose level is not above zero; an account that is fully paid, which has no
/// ladder.
Result<Ladder> ladder(const Book& book, const Policy& policy, const LadderTerms& terms);

}  // namespace plimsoll::strategy
