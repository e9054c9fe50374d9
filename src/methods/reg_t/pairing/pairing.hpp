#pragma once
// Which legs offset which. The search knows no rule and no price: it is handed what is held, the
// ways of using it and what each way costs, and returns the cheapest way to use everything exactly
// once. The formulas are elsewhere.

#include <cstdint>
#include <vector>

#include "base/decimal.hpp"
#include "base/short_list.hpp"

namespace plimsoll::reg_t {

/// What one use takes from the excess over maintenance and from the excess over the initial
/// requirement. Lower is better; negative where the way of holding adds equity. Compared in this
/// order.
struct PairingCost {
  Decimal maintenance;
  Decimal initial;
  constexpr auto operator<=>(const PairingCost&) const = default;
};

/// `amount` units of leg `leg` (contracts, shares), positive.
struct Use {
  std::uint32_t leg = 0;
  Decimal amount;
};

/// One way of using legs: naked, straddled, covering, ... It may be used any number of times while
/// its legs last; only a `whole` number of times unless it is about shares alone. An offset with a
/// single use of a leg is that leg's "alone"; every leg has exactly one of these, so a solution
/// always exists.
struct Offset {
  ShortList<Use, 4> uses;
  PairingCost cost;
  bool whole = true;
};

enum class Side : std::uint8_t { bought, sold };
enum class Kind : std::uint8_t { call, put };

/// A leg that may stand in a spread. `multiplier` is the units of underlying per contract.
struct SpreadLeg {
  std::uint32_t leg = 0;
  Side side = Side::bought;
  Kind kind = Kind::call;
  Decimal strike;
  Decimal multiplier;
};

/// What a spread costs: its greatest loss, or what its sold legs cost alone. Bought legs cost
/// nothing.
enum class Charge : std::uint8_t {
  loss,             // in both members of the cost
  loss_to_keep,     // in maintenance; alone in initial
  loss_to_open,     // alone in maintenance; in initial
  sold_legs_alone,  // in both
};

/// Legs that may stand together in one spread: none of the sold ones expires after one of the
/// bought ones.
struct SpreadFamily {
  std::vector<std::uint32_t> legs;  // indexes into PairingProblem::spread_legs
  Charge charge = Charge::loss;
};

/// A spread takes a whole number of contracts of each of its family's legs such that, among calls
/// and among puts, the units bought equal the units sold. A loss is the greatest over the family's
/// strikes.
struct PairingProblem {
  std::vector<Decimal> available;  // of each leg; used up exactly
  std::vector<Offset> offsets;
  std::vector<SpreadLeg> spread_legs;
  std::vector<SpreadFamily> families;
};

struct PairingAnswer {
  std::vector<Decimal> times;  // of each offset
  std::vector<std::vector<std::int64_t>>
      in_spread;              // contracts, by family and by place in the family
  PairingCost cost;           // exact sum of the above
  bool proven = true;         // no cheaper way exists (first two members of the order)
  Decimal better_by_at_most;  // where not proven: how much maintenance the search may have missed
};

/// How long to look: branch-and-bound nodes and simplex pivots. Counted, not timed, so that the
/// answer is the same on any machine.
struct PairingLimits {
  std::int64_t nodes = 20'000;
  std::int64_t pivots = 50'000;
  std::int64_t ways = 150;  // of which all are weighed instead
};

/// The cheapest use of everything held: least maintenance cost, then least initial cost, then
/// fewest groups (offsets and families in use), then the order the problem lists its offsets in.
/// The same for the same problem, always.
PairingAnswer cheapest_pairing(const PairingProblem& problem, const PairingLimits& limits = {});

}  // namespace plimsoll::reg_t
