#pragma once
// How far an account in an Aave v3 pool may go, and what would bring it back: exact to a native
// unit, as `aave_after` decides it in 48 bits; of a token of eighteen decimals some thousand units
// are the last of these bits.

#include "methods/cross_margin/aave_transition.hpp"
#include "methods/cross_margin/limits.hpp"

namespace plimsoll::cross_margin {

/// The largest borrow of a bank the protocol lets stand, e-mode as it is once the bank is borrowed,
/// no more than the bank has left where it states its totals. Refused: what bounds it is not the
/// protocol but that no more can be reckoned with.
Result<Limit> aave_most_borrowed(const State& state, const Bank& bank);

/// The largest withdrawal the protocol lets stand: all there is, or as many whole units as pass.
Result<Limit> aave_most_withdrawn(const State& state, const Bank& bank);

/// The price of a bank at which the health factor is one, all others as they are. Nothing where no
/// price above zero does it, nothing is owed, or the bank is not held.
std::optional<Fixed48> aave_price_of_zero_health(const Healths& healths, const Bank& bank);

/// The least of a debt to repay for a health factor of one or more: none where it is. Nothing where
/// all of the debt is not enough. Refused: as a repayment is.
Result<std::optional<Fixed48>> aave_repaid_to_safety(const State& state, const Bank& debt);

/// What a liquidator gets who repays the most of one debt for one collateral: what the close factor
/// and the collateral let him, or, where that would leave dust, the most that leaves none. Refused
/// as `aave_liquidated` says.
Result<AaveLiquidated> aave_most_liquidated(const State& state, const Bank& collateral,
                                            const Bank& debt, Date rules);

}  // namespace plimsoll::cross_margin
