#pragma once
// How far an account in an Aave v3 pool may go, and what would bring it back: exact to a native
// unit, as the health factor and the loan-to-value decide it in 48 bits; of a token of eighteen
// decimals several units are worth the last of these bits.

#include "methods/cross_margin/aave.hpp"
#include "methods/cross_margin/limits.hpp"

namespace plimsoll::cross_margin {

/// The largest borrow of a bank after which all debt is within the collateral's loan-to-value,
/// e-mode as it is once the bank is borrowed. None, by the protocol's names: ReservePaused,
/// ReserveFrozen, HealthFactorLowerThanLiquidationThreshold, CollateralBalanceIsZero,
/// CollateralCannotCoverNewBorrow. What the bank has to lend is not asked.
Limit aave_most_borrowed(const State& state, const Bank& bank);
/// Of every bank of the pool, by name.
std::vector<Limit> aave_most_borrowed(const State& state);

/// The largest withdrawal after which the health factor is not below one: all there is where
/// nothing is owed. None: ReservePaused, HealthFactorLowerThanLiquidationThreshold.
Limit aave_most_withdrawn(const State& state, const Bank& bank);
/// Of every bank deposited in, by name.
std::vector<Limit> aave_most_withdrawn(const State& state);

/// The price of a bank at which the health factor is one, all others as they are. Nothing where no
/// price above zero does it, nothing is owed, or the bank is not held.
std::optional<Fixed48> aave_price_of_zero_health(const Healths& healths, const Bank& bank);

/// The least of a debt to repay for a health factor of one or more: none where it is. Nothing where
/// all of the debt is not enough. Refused: a bank nothing is owed in, ReservePaused.
Result<std::optional<Fixed48>> aave_repaid_to_safety(const State& state, const Bank& debt);

/// What a liquidator gets who repays the most of one debt for one collateral: what the close factor
/// and the collateral let him, or, where that would leave dust, the most that leaves none. Refused
/// as `aave_liquidated` says.
Result<AaveLiquidated> aave_most_liquidated(const State& state, const Bank& collateral,
                                            const Bank& debt, Date rules);

}  // namespace plimsoll::cross_margin
