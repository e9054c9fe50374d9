#include "methods/cross_margin/transition.hpp"

#include <algorithm>

#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

std::string in_tokens(Fixed48 native, const Bank& bank) {
  return plimsoll::to_text(tokens_of(native, bank)) + " " + std::string{bank.name.view()};
}

bool grows(Step step) { return step == Step::deposit || step == Step::borrow; }
Side side_of(Step step) {
  return step == Step::deposit || step == Step::withdraw ? Side::asset : Side::liability;
}

Result<void> admitted(Step step, const Bank& bank) {
  PLIMSOLL_TRY_VOID(bank_open(bank));
  if (bank.state == BankState::reduce_only && grows(step))
    return refuse("BankReduceOnly: it takes repayments and withdrawals alone", bank);
  return {};
}

/// A bank is an asset or a liability of an account, and a step belongs to one of them.
std::unexpected<Error> wrong_side(Step step, const Balance& held, const Bank& bank) {
  const std::string there =
      (held.side == Side::asset ? "deposited: " : "owed: ") + in_tokens(held.amount, bank);
  switch (step) {
    case Step::deposit:
      return refuse("OperationDepositOnly: it is " + there + "; repay first", bank);
    case Step::withdraw:
      return refuse("OperationWithdrawOnly: it is " + there + "; there is nothing to withdraw",
                    bank);
    case Step::borrow:
      return refuse("OperationBorrowOnly: it is " + there + "; withdraw first", bank);
    case Step::repay:
      break;
  }
  return refuse("OperationRepayOnly: it is " + there + "; there is nothing to repay", bank);
}

Result<Fixed48> grown(Step step, Fixed48 held, Fixed48 amount, const Bank& bank) {
  PLIMSOLL_TRY(sum, balance_fits(plus(held, amount), bank));
  if (step != Step::borrow || bank.interest.origination_fee.is_zero()) return sum;
  PLIMSOLL_TRY(fee, fits(times(amount, bank.interest.origination_fee), bank));
  return balance_fits(plus(sum, fee), bank);
}

Result<Fixed48> shrunk(Step step, Fixed48 held, Fixed48 amount, const Bank& bank) {
  if (held < amount)
    return refuse(
        std::string{step == Step::withdraw ? "OperationWithdrawOnly: " : "OperationRepayOnly: "} +
            in_tokens(amount, bank) + " is more than the " + in_tokens(held, bank) +
            " that are there",
        bank);
  return fits(minus(held, amount), bank);
}

/// Staked tokens stand beside SOL only.
Result<void> tags_agree(const State& state) {
  const auto has = [&](AssetTag tag) {
    return std::ranges::any_of(state.balances,
                               [&](const Balance& one) { return one.bank->tag == tag; });
  };
  if (!has(AssetTag::staked) || !has(AssetTag::standard)) return {};
  const auto staked = std::ranges::find_if(
      state.balances, [](const Balance& one) { return one.bank->tag == AssetTag::staked; });
  return refuse("AssetTagMismatch: staked tokens may be held beside SOL only", *staked->bank);
}

}  // namespace

Result<void> bank_open(const Bank& bank) {
  switch (bank.state) {
    case BankState::paused:
      return refuse("BankPaused: nothing is done in it until it is opened again", bank);
    case BankState::killed:
      return refuse("BankKilledByBankruptcy: a loss took all deposits; nothing is done in it again",
                    bank);
    case BankState::reduce_only:
    case BankState::operational:
      break;
  }
  return {};
}

const Balance* balance_of(const State& state, const Bank& bank) {
  const auto found = std::ranges::find(state.balances, &bank, &Balance::bank);
  return found == state.balances.end() ? nullptr : &*found;
}

State with_balance(State state, const Balance& balance) {
  std::erase_if(state.balances, [&](const Balance& one) { return one.bank == balance.bank; });
  if (balance.amount.is_zero()) return state;
  const auto at = std::ranges::lower_bound(state.balances, balance.bank->name, {},
                                           [](const Balance& one) { return one.bank->name; });
  state.balances.insert(at, balance);
  return state;
}

Result<void> initially_healthy(const State& state, Date rules) {
  PLIMSOLL_TRY(health, health_of(state, Requirement::initial, rules));
  if (health.assets < health.liabilities)
    return fail(Reason::bad_input, "RiskEngineInitRejected: weighted assets of " +
                                       plimsoll::to_text(to_decimal(health.assets), 2) +
                                       " would be less than weighted liabilities of " +
                                       plimsoll::to_text(to_decimal(health.liabilities), 2));
  std::size_t owed = 0;
  const Bank* isolated = nullptr;
  for (const Balance& balance : state.balances) {
    if (balance.side != Side::liability) continue;
    ++owed;
    if (balance.bank->tier == RiskTier::isolated) isolated = balance.bank;
  }
  if (isolated != nullptr && owed > 1)
    return refuse(
        "IsolatedAccountIllegalState: borrowed, it is the only liability an account may "
        "have",
        *isolated);
  return {};
}

Result<State> after(const State& state, Step step, const Bank& bank, Fixed48 amount, Date rules) {
  if (!(Fixed48{} < amount)) return refuse("ZeroAmount: write how many tokens", bank);
  PLIMSOLL_TRY_VOID(admitted(step, bank));
  const Balance* held = balance_of(state, bank);
  if (held != nullptr && held->side != side_of(step)) return wrong_side(step, *held, bank);
  const Balance before = held != nullptr ? *held : Balance{&bank, side_of(step)};
  PLIMSOLL_TRY(amount_after, grows(step) ? grown(step, before.amount, amount, bank)
                                         : shrunk(step, before.amount, amount, bank));
  PLIMSOLL_TRY(change, fits(minus(amount_after, before.amount), bank));
  PLIMSOLL_TRY(moved, fits(plus(before.moved, change), bank));
  const Balance now{&bank, before.side, amount_after, moved};
  const bool pays_out = step == Step::borrow || step == Step::withdraw;
  if (pays_out) PLIMSOLL_TRY_VOID(within_deposits(now, "IllegalUtilizationRatio"));
  State made = with_balance(state, now);
  if (made.balances.size() > balances_most)
    return refuse("LendingAccountBalanceSlotsFull: an account has at most " +
                      std::to_string(balances_most) + " balances",
                  bank);
  PLIMSOLL_TRY_VOID(tags_agree(made));
  if (pays_out) PLIMSOLL_TRY_VOID(initially_healthy(made, rules));
  return made;
}

}  // namespace plimsoll::cross_margin
