#pragma once
// A receiver takes an unhealthy account over for one transaction: withdraws, repays, hands it back.

#include <span>

#include "methods/cross_margin/transition.hpp"

namespace plimsoll::cross_margin {

/// So many native units of a bank's token.
struct Moved {
  const Bank* bank = nullptr;
  Fixed48 amount = {};
};

struct Receivership {
  std::vector<Moved> seized = {};  // of what the account deposited
  std::vector<Moved> repaid = {};  // of what it owes
};

struct Received {
  State account = {};
  Fixed48 value_seized = {}, value_repaid = {};   // unweighted, at biased time-weighted prices
  Fixed48 premium_most = {};                      // value seized for one repaid: 1.05 or more
  bool closed_out = false;                        // under 5 dollars: neither test at the end
  Fixed48 health_before = {}, health_after = {};  // maintenance
};

/// Refused by the protocol's names: HealthyAccount at the start, and at the end unless the account
/// held less than 5 dollars; OperationWithdrawOnly, OperationRepayOnly, ZeroAmount, BankPaused,
/// BankKilledByBankruptcy and IllegalUtilizationRatio, as steps of the account's own are;
/// ZeroAssetPrice; collateral that counts for nothing; at the end WorseHealthPostLiquidation and
/// LiquidationPremiumTooHigh. The flat fee in SOL is the receiver's.
Result<Received> received(const State& state, const Receivership& asked, Date rules);

}  // namespace plimsoll::cross_margin
