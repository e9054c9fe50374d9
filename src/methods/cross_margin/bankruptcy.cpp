#include "methods/cross_margin/bankruptcy.hpp"

#include <algorithm>

#include "methods/cross_margin/rates.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 zero;
const Fixed48 no_amount = fixed(0.0001_d);  // native units

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

/// Up to the next whole number.
Fixed48 rounded_up(Fixed48 amount) {
  constexpr Int128 unit = Int128{1} << Fixed48::fraction_bits;
  const Int128 whole = amount.bits() >> Fixed48::fraction_bits;
  return Fixed48::from_bits((amount.bits() % unit == 0 ? whole : whole + 1) * unit);
}

Fixed48 less(Fixed48 from, Fixed48 what) {
  return std::max(zero, Fixed48::from_bits(from.bits() - what.bits()));
}

}  // namespace

Result<bool> is_bankrupt(const State& state, Date rules) {
  PLIMSOLL_TRY(row, bankrupt_below.at(rules));
  PLIMSOLL_TRY(equity, health_of(state, Requirement::equity, rules));
  return zero < equity.liabilities && equity.assets < fixed(row.value.amount) &&
         equity.assets < equity.liabilities;
}

Result<Bank> socialised(const Bank& bank, Fixed48 loss) {
  if (!bank.total_assets && loss.is_zero()) return bank;
  if (!bank.total_assets)
    return refuse("depositors bear a loss, and what they hold is not stated; write total_assets",
                  bank);
  Bank after = bank;
  const Fixed48 left = less(*bank.total_assets, loss);
  after.total_assets = left;
  if (left.is_zero()) {
    after.asset_share_value = {};
    after.state = BankState::killed;
    return after;
  }
  PLIMSOLL_TRY(shares, fits(over(*bank.total_assets, bank.asset_share_value), bank));
  PLIMSOLL_TRY(share, fits(over(left, shares), bank));
  after.asset_share_value = share;
  return after;
}

Result<Bankruptcy> bankruptcy(const State& state, const Bank& debt, Date rules) {
  PLIMSOLL_TRY(bankrupt, is_bankrupt(state, rules));
  if (!bankrupt)
    return fail(Reason::bad_input,
                "AccountNotBankrupt: it has assets of ten cents or more, or of no less than it "
                "owes, or it owes nothing");
  if (debt.state == BankState::killed) PLIMSOLL_TRY_VOID(bank_open(debt));
  const Balance* owed = balance_of(state, debt);
  if (owed == nullptr) return refuse("LendingAccountBalanceNotFound: it is not held", debt);
  if (owed->side == Side::asset || owed->amount <= no_amount)
    return refuse("BalanceNotBadDebt: nothing is owed in it", debt);
  if (!debt.insurance_fund)
    return refuse(
        "the insurance fund pays first, and what it holds is not stated; write insurance_fund, 0 "
        "where it is empty",
        debt);
  Bankruptcy made{.debt = owed->amount};
  made.account = with_balance(state, {&debt, Side::liability, zero});
  made.covered = std::min(made.debt, *debt.insurance_fund);
  made.insurance_paid = rounded_up(made.covered);
  made.loss = less(made.debt, made.covered);
  PLIMSOLL_TRY(bank, socialised(debt, made.loss));
  made.bank = bank;
  made.killed = bank.state == BankState::killed;
  if (debt.total_liabilities)
    made.bank.total_liabilities = less(*debt.total_liabilities, made.debt);
  made.bank.insurance_fund = less(*debt.insurance_fund, made.insurance_paid);
  return made;
}

}  // namespace plimsoll::cross_margin
