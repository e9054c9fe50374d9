#include "methods/cross_margin/aave_transition.hpp"

#include <algorithm>

#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

std::string in_cents(Fixed48 value) { return plimsoll::to_text(to_decimal(value), 2); }

Result<void> admitted(Step step, const Bank& bank) {
  switch (bank.state) {
    case BankState::paused:
    case BankState::killed:
      return refuse("ReservePaused: nothing is done in it until it is opened again", bank);
    case BankState::reduce_only:
      if (step == Step::deposit || step == Step::borrow)
        return refuse("ReserveFrozen: it takes repayments and withdrawals alone", bank);
      break;
    case BankState::operational:
      break;
  }
  return {};
}

/// The balance a step moves, none yet where there is none. The protocol lets a token be held and
/// owed at once; an account document states one of the two.
Result<Balance> moved_balance(const State& state, Step step, const Bank& bank) {
  const Balance* held = balance_of(state, bank);
  switch (step) {
    case Step::deposit:
      if (held != nullptr && held->side == Side::liability)
        return refuse("it is owed, and here a bank is held or owed, not both; repay first", bank);
      return held != nullptr ? *held : Balance{&bank, Side::asset};
    case Step::withdraw:
      if (held == nullptr || held->side == Side::liability)
        return refuse("NotEnoughAvailableUserBalance: nothing is deposited in it", bank);
      return *held;
    case Step::borrow:
      if (held != nullptr && held->side == Side::asset)
        return refuse("it is deposited, and here a bank is held or owed, not both; withdraw first",
                      bank);
      return held != nullptr ? *held : Balance{&bank, Side::liability};
    case Step::repay:
      break;
  }
  if (held == nullptr || held->side == Side::asset)
    return refuse("NoDebtOfSelectedType: nothing is owed in it", bank);
  return *held;
}

Result<Balance> moved(Step step, Balance balance, Fixed48 amount) {
  const Bank& bank = *balance.bank;
  if (step == Step::withdraw && balance.amount < amount)
    return refuse("NotEnoughAvailableUserBalance: more would be withdrawn than is deposited", bank);
  const Fixed48 less = step == Step::repay ? std::min(amount, balance.amount) : amount;
  const Fixed48 change = step == Step::deposit || step == Step::borrow ? amount : -less;
  PLIMSOLL_TRY(now, fits(plus(balance.amount, change), bank));
  PLIMSOLL_TRY(in_all, fits(plus(balance.moved, change), bank));
  balance.amount = now;
  balance.moved = in_all;
  if (step == Step::borrow || step == Step::withdraw)
    PLIMSOLL_TRY_VOID(within_deposits(balance, "more than the reserve has left"));
  return balance;
}

Result<void> may_borrow(const State& state, const Bank& bank) {
  PLIMSOLL_TRY(now, aave_account(state));
  if (now.collateral.is_zero())
    return refuse("CollateralBalanceIsZero: deposit what is borrowed against", bank);
  if (now.health_factor && *now.health_factor <= one)
    return refuse("HealthFactorLowerThanLiquidationThreshold: the health factor is not above one",
                  bank);
  return {};
}

Result<void> covered(const State& later, const Bank& bank) {
  PLIMSOLL_TRY(account, aave_account(later));
  if (account.debt <= account.borrow_limit) return {};
  return refuse("CollateralCannotCoverNewBorrow: debt of " + in_cents(account.debt) +
                    " would be more than the " + in_cents(account.borrow_limit) +
                    " the collateral is good for",
                bank);
}

Result<void> may_be_withdrawn(const State& later, const Bank& bank) {
  PLIMSOLL_TRY(account, aave_account(later));
  if (!account.health_factor) return {};
  // What has no threshold is no collateral, and may always leave.
  if (aave_weights(later, bank).maint.is_zero()) return {};
  if (account.liquidatable())
    return refuse("HealthFactorLowerThanLiquidationThreshold: the health factor would be " +
                      in_cents(*account.health_factor) + ", below one",
                  bank);
  if (bank.asset_weight_init.is_zero()) return {};
  for (const Balance& balance : later.balances) {
    if (balance.side != Side::asset) continue;
    const EmodeWeights left = aave_weights(later, *balance.bank);
    if (left.init.is_zero() && !left.maint.is_zero())
      return refuse("LtvValidationFailed: while something is owed, " +
                        std::string{balance.bank->name.view()} +
                        " has to be withdrawn first, which has no loan-to-value",
                    bank);
  }
  return {};
}

}  // namespace

Result<State> aave_after(const State& state, Step step, const Bank& bank, Fixed48 amount) {
  if (!(Fixed48{} < amount)) return refuse("InvalidAmount: write how many tokens", bank);
  PLIMSOLL_TRY_VOID(admitted(step, bank));
  PLIMSOLL_TRY(before, moved_balance(state, step, bank));
  if (step == Step::borrow) PLIMSOLL_TRY_VOID(may_borrow(state, bank));
  PLIMSOLL_TRY(now, moved(step, before, amount));
  State later = with_balance(state, now);
  if (step == Step::borrow) PLIMSOLL_TRY_VOID(covered(later, bank));
  if (step == Step::withdraw) PLIMSOLL_TRY_VOID(may_be_withdrawn(later, bank));
  return later;
}

}  // namespace plimsoll::cross_margin
