#pragma once
// What an account may do in a pool: each step with the protocol's conditions before and after, and
// its refusals by the protocol's names.

#include "methods/cross_margin/health.hpp"

namespace plimsoll::cross_margin {

enum class Step : std::uint8_t { deposit, withdraw, borrow, repay };

/// The state after one step of so many native units, the bank's own totals moved with it. Refused:
/// nothing moved (ZeroAmount), banks that are paused, killed or only shrink, a step on the wrong
/// side (OperationDepositOnly, ...), more than is there, more than sixteen balances, tags that may
/// not be held together; and after a borrow or a withdrawal more owed in the bank than deposited
/// (IllegalUtilizationRatio), an initial health below zero (RiskEngineInitRejected) or an isolated
/// liability beside another (IsolatedAccountIllegalState).
Result<State> after(const State& state, Step step, const Bank& bank, Fixed48 amount, Date rules);

/// Refused: banks nothing is done in, BankPaused and BankKilledByBankruptcy.
Result<void> bank_open(const Bank& bank);

/// The initial check every borrow and withdrawal ends with.
Result<void> initially_healthy(const State& state, Date rules);

/// The balance of a bank; nothing where there is none.
const Balance* balance_of(const State& state, const Bank& bank);

/// The state with a bank's balance replaced; by nothing where the amount is zero.
State with_balance(State state, const Balance& balance);

}  // namespace plimsoll::cross_margin
