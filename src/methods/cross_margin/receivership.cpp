#include "methods/cross_margin/receivership.hpp"

#include <algorithm>

#include "methods/cross_margin/rates.hpp"
#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

std::string in_cents(Fixed48 value) { return plimsoll::to_text(to_decimal(value), 2); }

/// What both ends of a receivership look at.
struct Seen {
  Fixed48 maintenance = {};
  Fixed48 equity_assets = {}, equity_liabilities = {};
};

Result<Seen> seen(const State& state, Date rules) {
  PLIMSOLL_TRY(maintenance, health_of(state, Requirement::maintenance, rules));
  PLIMSOLL_TRY(equity, health_of(state, Requirement::equity, rules));
  return Seen{maintenance.health(), equity.assets, equity.liabilities};
}

/// Only what counts as collateral, at a price: a receiver could take the rest for nothing.
Result<void> may_be_seized(const Moved& moved, const Health& maintenance) {
  const Bank& bank = *moved.bank;
  PLIMSOLL_TRY_VOID(bank_open(bank));
  if (!(Fixed48{} < moved.amount)) return refuse("ZeroAmount: write how many tokens", bank);
  const auto held = std::ranges::find_if(maintenance.balances, [&](const ValuedBalance& valued) {
    return valued.balance.bank == &bank;
  });
  if (held == maintenance.balances.end() || held->balance.side != Side::asset)
    return refuse("OperationWithdrawOnly: it is not deposited", bank);
  if (held->balance.amount < moved.amount)
    return refuse("OperationWithdrawOnly: more would be withdrawn than is deposited", bank);
  if (held->counted == Counted::isolated || held->weight.is_zero())
    return refuse("it counts for nothing as collateral; a receiver may not withdraw it", bank);
  if (!(Fixed48{} < held->price))
    return refuse("ZeroAssetPrice: worth nothing, a receiver may not withdraw it", bank);
  return {};
}

Result<State> moved(State state, const Receivership& asked, Date rules) {
  PLIMSOLL_TRY(before, health_of(state, Requirement::maintenance, rules));
  for (const Moved& seizure : asked.seized) {
    // Of a bank named twice, what is left after the first.
    for (ValuedBalance& valued : before.balances)
      if (const Balance* now = balance_of(state, *valued.balance.bank)) valued.balance = *now;
      else valued.balance.amount = {};
    PLIMSOLL_TRY_VOID(may_be_seized(seizure, before));
    Balance left = *balance_of(state, *seizure.bank);
    left.amount = Fixed48::from_bits(left.amount.bits() - seizure.amount.bits());
    left.moved = Fixed48::from_bits(left.moved.bits() - seizure.amount.bits());
    PLIMSOLL_TRY_VOID(within_deposits(left, "IllegalUtilizationRatio"));
    state = with_balance(std::move(state), left);
  }
  for (const Moved& repayment : asked.repaid) {
    if (balance_of(state, *repayment.bank) == nullptr)
      return refuse("OperationRepayOnly: nothing is owed in it", *repayment.bank);
    PLIMSOLL_TRY(repaid, after(state, Step::repay, *repayment.bank, repayment.amount, rules));
    state = repaid;
  }
  return state;
}

/// One and the largest fee: the protocol has one for all banks; where banks state several, the
/// least of those seized.
Result<Fixed48> premium(const Receivership& asked, Date rules) {
  PLIMSOLL_TRY(row, receiver_fee_least.at(rules));
  Fixed48 fee = fixed(row.value.fraction);
  if (!asked.seized.empty()) {
    const auto least = std::ranges::min_element(
        asked.seized, {}, [](const Moved& seizure) { return seizure.bank->liquidation_max_fee; });
    fee = std::max(fee, least->bank->liquidation_max_fee);
  }
  return Fixed48::from_bits(one.bits() + fee.bits());
}

Result<void> may_end(const Received& made) {
  if (!made.closed_out && Fixed48{} < made.health_after)
    return fail(Reason::bad_input, "HealthyAccount: maintenance health would be " +
                                       in_cents(made.health_after) +
                                       "; zero is the most a receiver may lift it to: repay less");
  if (made.health_after < made.health_before)
    return fail(Reason::bad_input, "WorseHealthPostLiquidation: maintenance health would fall to " +
                                       in_cents(made.health_after) + "; repay more");
  if (made.closed_out) return {};
  const auto most = times(made.value_repaid, made.premium_most);
  if (!most || *most < made.value_seized)
    return fail(Reason::bad_input, "LiquidationPremiumTooHigh: " + in_cents(made.value_seized) +
                                       " would be seized for " + in_cents(made.value_repaid) +
                                       " repaid, and " +
                                       plimsoll::to_text(to_decimal(made.premium_most), 2) +
                                       " times that is the most; seize less or repay more");
  return {};
}

}  // namespace

Result<Received> received(const State& state, const Receivership& asked, Date rules) {
  PLIMSOLL_TRY(before, seen(state, rules));
  if (Fixed48{} < before.maintenance)
    return fail(Reason::bad_input, "HealthyAccount: its maintenance health is " +
                                       in_cents(before.maintenance) + ", above zero");
  PLIMSOLL_TRY(close_out, close_out_below.at(rules));
  PLIMSOLL_TRY(account, moved(state, asked, rules));
  PLIMSOLL_TRY(now, seen(account, rules));
  PLIMSOLL_TRY(most, premium(asked, rules));
  Received made{.account = account, .premium_most = most};
  made.value_seized = Fixed48::from_bits(before.equity_assets.bits() - now.equity_assets.bits());
  made.value_repaid =
      Fixed48::from_bits(before.equity_liabilities.bits() - now.equity_liabilities.bits());
  made.closed_out = before.equity_assets < fixed(close_out.value.amount);
  made.health_before = before.maintenance;
  made.health_after = now.maintenance;
  PLIMSOLL_TRY_VOID(may_end(made));
  return made;
}

}  // namespace plimsoll::cross_margin
