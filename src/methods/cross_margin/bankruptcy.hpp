#pragma once
// Debt nobody will pay: the insurance fund covers what it can, depositors bear the rest.

#include "methods/cross_margin/transition.hpp"

namespace plimsoll::cross_margin {

struct Bankruptcy {
  State account = {};           // without the debt; the protocol disables it
  Bank bank = {};               // as it stands afterwards
  Fixed48 debt = {};            // native units, written off
  Fixed48 covered = {};         // of them by the insurance fund
  Fixed48 insurance_paid = {};  // rounded up to a whole unit
  Fixed48 loss = {};            // borne by depositors
  bool killed = false;          // the loss took all deposits: BankKilledByBankruptcy
};

/// Debt, less than ten cents of assets and less than what is owed, unweighted.
Result<bool> is_bankrupt(const State& state, Date rules);

/// A bank whose deposits bear a loss by the share: nothing is left of a share, and the bank is
/// killed, where the loss is no less than all of them. Refused: deposits that are not stated.
Result<Bank> socialised(const Bank& bank, Fixed48 loss);

/// Refused by the protocol's names: AccountNotBankrupt, LendingAccountBalanceNotFound,
/// BalanceNotBadDebt (a ten-thousandth of a native unit or less), BankKilledByBankruptcy; and an
/// insurance fund that is not stated.
Result<Bankruptcy> bankruptcy(const State& state, const Bank& debt, Date rules);

}  // namespace plimsoll::cross_margin
