#pragma once
// What an account may do in a pool of Aave v3: each step with the protocol's conditions, and its
// refusals by the protocol's names.

#include "methods/cross_margin/aave.hpp"

namespace plimsoll::cross_margin {

/// The state after one step of so many native units; of a repayment no more than is owed. Refused:
/// InvalidAmount, ReservePaused, ReserveFrozen, NotEnoughAvailableUserBalance,
/// NoDebtOfSelectedType; a bank on the side the step is not of, which this account holds once only;
/// more than the pool has left, where it states its totals. A borrow: CollateralBalanceIsZero,
/// HealthFactorLowerThanLiquidationThreshold where it is not above one before,
/// CollateralCannotCoverNewBorrow where all debt would be beyond the loan-to-value. A withdrawal of
/// collateral while something is owed: HealthFactorLowerThanLiquidationThreshold where it would be
/// below one, and LtvValidationFailed where other collateral has no loan-to-value and would have
/// to leave first.
Result<State> aave_after(const State& state, Step step, const Bank& bank, Fixed48 amount);

}  // namespace plimsoll::cross_margin
