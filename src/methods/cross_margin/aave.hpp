#pragma once
// Aave v3's health factor on the same pool: initial weights are loan-to-values, maintenance weights
// liquidation thresholds, debts count in full, prices have no confidence and are the latest.

#include "methods/cross_margin/transition.hpp"

namespace plimsoll::cross_margin {

/// In the pool's unit of account.
struct AaveAccount {
  Fixed48 collateral = {}, debt = {};
  Fixed48 borrow_limit = {};                  // collateral x loan-to-value
  Fixed48 liquidation_limit = {};             // collateral x liquidation threshold
  std::optional<Fixed48> health_factor = {};  // nothing is owed: nothing
  std::optional<std::uint16_t> emode = {};    // the category all debts are in
  bool liquidatable() const { return health_factor && *health_factor < Fixed48::of(1); }
  Fixed48 borrow_power() const;  // what is left of the limit, never below zero
};

/// E-mode is on where all debts are of one category: collateral in it counts at the category's
/// weights, whether they are more or less than its own. Refused: StaleOracle, values that do not
/// fit.
Result<AaveAccount> aave_account(const State& state);

/// What a bank's collateral counts at: loan-to-value and liquidation threshold, its own or those of
/// e-mode.
EmodeWeights aave_weights(const State& state, const Bank& bank);

/// So much of one bank's debt, for another's collateral.
struct AaveCall {
  const Bank* collateral = nullptr;
  const Bank* debt = nullptr;
  Fixed48 debt_repaid = {};  // native units; more than may be is cut down to it
};

struct AaveLiquidated {
  State account = {};
  Fixed48 most_repaid = {};       // by the close factor, native units
  Fixed48 debt_repaid = {};       // cut to that and to what the collateral pays for
  Fixed48 collateral_taken = {};  // the bonus in it
  AaveAccount before = {}, after = {};
};

/// Refused by the protocol's names: HealthFactorNotBelowThreshold,
/// SpecifiedCurrencyNotBorrowedByUser, CollateralCannotBeLiquidated, InvalidAmount and
/// MustNotLeaveDust.
Result<AaveLiquidated> aave_liquidated(const State& state, const AaveCall& call, Date rules);

}  // namespace plimsoll::cross_margin
