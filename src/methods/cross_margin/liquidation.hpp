#pragma once
// What a liquidator may take, and what becomes of the account.

#include "methods/cross_margin/transition.hpp"

namespace plimsoll::cross_margin {

/// So much of one bank's collateral, for so much of another's debt.
struct Liquidation {
  const Bank* collateral = nullptr;
  const Bank* debt = nullptr;
  Fixed48 collateral_taken = {};  // native units
};

struct Liquidated {
  State account = {};
  Fixed48 debt_taken = {};                        // by the liquidator
  Fixed48 debt_repaid = {};                       // of the account's
  Fixed48 insurance = {};                         // what is between them
  Fixed48 liquidator_part = {};                   // of value: collateral less the debt he takes
  Fixed48 health_before = {}, health_after = {};  // maintenance
};

/// Refused by the protocol's names: ZeroLiquidationAmount, SameAssetAndLiabilityBanks,
/// BankPaused, BankKilledByBankruptcy, HealthyAccount, NoLiabilitiesInLiabilityBank,
/// AssetsInLiabilityBank, OverliquidationAttempt, ZeroAssetPrice, ZeroLiabilityPrice before;
/// ExhaustedLiability (less than a native unit left), TooSeverePayoff, TooSevereLiquidation,
/// WorseHealthPostLiquidation after.
Result<Liquidated> liquidated(const State& state, const Liquidation& asked, Date rules);

/// The most collateral, in whole native units, whose taking leaves maintenance health at zero or
/// below, no more than is held and with a native unit of the debt left; nothing where the account
/// is healthy or a liquidation of the two cannot help.
Result<std::optional<Fixed48>> most_taken(const State& state, const Bank& collateral,
                                          const Bank& debt, Date rules);

}  // namespace plimsoll::cross_margin
