#pragma once
// How far an account may go, and what would bring it back: exact to a native unit, as the
// protocol's own checks decide it.

#include "methods/cross_margin/transition.hpp"

namespace plimsoll::cross_margin {

struct Limit {
  const Bank* bank = nullptr;
  Fixed48 amount = {};                // native units
  std::optional<Error> because = {};  // why nothing at all
};

/// The largest borrow of a bank the initial check lets stand, its origination fee reckoned and
/// e-mode as it is once the bank is borrowed; no more than the bank has to lend, where the pool
/// states its totals.
Limit most_borrowed(const State& state, const Bank& bank, Date rules);
/// Of every bank of the pool, by name.
std::vector<Limit> most_borrowed(const State& state, Date rules);

/// The largest withdrawal: all there is, parts of a unit too, or as many whole units as pass. It
/// lifts the discount of a bank over its limit, but by less than it takes away: an account holds
/// (h - x) / (T - x) of what counts, which does not rise with x while h is no more than T.
Limit most_withdrawn(const State& state, const Bank& bank, Date rules);
/// Of every bank deposited in, by name.
std::vector<Limit> most_withdrawn(const State& state, Date rules);

/// The latest price of a bank at which maintenance health is zero, all others as they are and its
/// confidence the same width, to 5 per cent of that price. Nothing where no price above zero does
/// it, or the bank is not held.
Result<std::optional<Fixed48>> price_of_zero_health(const State& state, const Bank& bank,
                                                    Date rules);

/// The least of a debt to repay for maintenance health above zero: none where it is. Nothing where
/// all of the debt is not enough. Refused: a bank nothing is owed in, one that takes no repayments.
Result<std::optional<Fixed48>> repaid_to_safety(const State& state, const Bank& debt, Date rules);
/// The same for an initial health of no less than a `target`; zero lets nothing more be borrowed.
Result<std::optional<Fixed48>> repaid_to_initial(const State& state, const Bank& debt,
                                                 Fixed48 target, Date rules);

}  // namespace plimsoll::cross_margin
