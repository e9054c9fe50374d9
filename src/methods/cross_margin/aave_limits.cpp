#include "methods/cross_margin/aave_limits.hpp"

#include <algorithm>

#include "methods/cross_margin/search.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);
/// The protocol counts an amount in 128 bits; more than 64 of them this arithmetic does not hold.
const Fixed48 most_units = Fixed48::from_bits(((Int128{1} << 64) - 1) << Fixed48::fraction_bits);

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

/// So much value in native units of a bank: where a search begins, no more than that.
Fixed48 units_worth(Fixed48 value, Fixed48 weight, const Bank& bank) {
  const auto each = times(weight, bank.price);
  const auto tokens = each ? over(value, *each) : std::nullopt;
  return (tokens ? times(*tokens, unit_of(bank)) : std::nullopt).value_or(most_units);
}

Result<void> not_paused(const Bank& bank) {
  if (bank.state == BankState::paused)
    return refuse("ReservePaused: nothing is done in it until it is opened again", bank);
  return {};
}

std::unexpected<Error> health_too_low(const Bank& bank) {
  return refuse("HealthFactorLowerThanLiquidationThreshold: the health factor would be below one",
                bank);
}

Result<void> may_borrow(const State& state, const Bank& bank) {
  PLIMSOLL_TRY_VOID(not_paused(bank));
  if (bank.state == BankState::reduce_only)
    return refuse("ReserveFrozen: it takes repayments and withdrawals alone", bank);
  const Balance* held = balance_of(state, bank);
  if (held != nullptr && held->side == Side::asset)
    return refuse("it is deposited: a bank is held as an asset or owed here; withdraw first", bank);
  PLIMSOLL_TRY(now, aave_account(state));
  if (now.collateral.is_zero())
    return refuse("CollateralBalanceIsZero: deposit what is borrowed against", bank);
  if (now.liquidatable()) return health_too_low(bank);
  return {};
}

State moved(const State& state, const Bank& bank, Side side, Fixed48 to) {
  return with_balance(state, {&bank, side, to});
}

Fixed48 less(Fixed48 held, Fixed48 amount) {
  return Fixed48::from_bits(held.bits() - amount.bits());
}

const ValuedBalance* valued_of(const Health& health, const Bank& bank) {
  const auto found = std::ranges::find_if(
      health.balances, [&](const ValuedBalance& valued) { return valued.balance.bank == &bank; });
  return found == health.balances.end() ? nullptr : &*found;
}

}  // namespace

Limit aave_most_borrowed(const State& state, const Bank& bank) {
  if (const auto may = may_borrow(state, bank); !may)
    return {.bank = &bank, .because = may.error()};
  const Balance* owed = balance_of(state, bank);
  const Fixed48 before = owed != nullptr ? owed->amount : Fixed48{};
  const Passes within = [&](Fixed48 amount) -> Result<bool> {
    PLIMSOLL_TRY(now, fits(plus(before, amount), bank));
    PLIMSOLL_TRY(account, aave_account(moved(state, bank, Side::liability, now)));
    return account.debt <= account.borrow_limit;
  };
  // E-mode is as it will be: one unit is borrowed first.
  const auto first = fits(plus(before, one), bank);
  const auto borrowed = first ? aave_account(moved(state, bank, Side::liability, *first))
                              : Result<AaveAccount>{std::unexpected{first.error()}};
  if (!borrowed) return {.bank = &bank, .because = borrowed.error()};
  const auto most = largest_passing(units_worth(borrowed->borrow_power(), one, bank), most_units,
                                    [&](Fixed48 amount) -> Result<bool> {
                                      const auto passes = within(amount);
                                      return passes && *passes;  // what does not fit is too much
                                    });
  if (!most) return {.bank = &bank, .because = most.error()};
  if (!most->is_zero()) return {.bank = &bank, .amount = *most};
  return {.bank = &bank,
          .because = Error{Reason::bad_input,
                           "CollateralCannotCoverNewBorrow: debt of " +
                               plimsoll::to_text(to_decimal(borrowed->debt), 2) +
                               " would be more than the " +
                               plimsoll::to_text(to_decimal(borrowed->borrow_limit), 2) +
                               " the collateral is good for",
                           std::string{bank.name.view()}}};
}

std::vector<Limit> aave_most_borrowed(const State& state) {
  std::vector<Limit> limits;
  for (const auto& [name, bank] : state.pool->banks)
    limits.push_back(aave_most_borrowed(state, bank));
  return limits;
}

Limit aave_most_withdrawn(const State& state, const Bank& bank) {
  const Balance* held = balance_of(state, bank);
  const auto may = held != nullptr && held->side == Side::asset
                       ? not_paused(bank)
                       : refuse("NotEnoughAvailableUserBalance: nothing is deposited in it", bank);
  if (!may) return {.bank = &bank, .because = may.error()};
  const Passes healthy = [&](Fixed48 amount) -> Result<bool> {
    PLIMSOLL_TRY(account,
                 aave_account(moved(state, bank, Side::asset, less(held->amount, amount))));
    return !account.liquidatable();
  };
  const auto all = healthy(held->amount);
  if (!all) return {.bank = &bank, .because = all.error()};
  if (*all) return {.bank = &bank, .amount = held->amount};
  const auto healths = aave_healths(state);
  const ValuedBalance* valued = healths ? valued_of(healths->maintenance, bank) : nullptr;
  const Fixed48 guess =
      valued != nullptr ? units_worth(healths->maintenance.health(), valued->weight, bank) : one;
  const auto most = largest_passing(guess, held->amount, healthy);
  if (!most) return {.bank = &bank, .because = most.error()};
  if (most->is_zero()) return {.bank = &bank, .because = health_too_low(bank).error()};
  return {.bank = &bank, .amount = *most};
}

std::vector<Limit> aave_most_withdrawn(const State& state) {
  std::vector<Limit> limits;
  for (const Balance& balance : state.balances)
    if (balance.side == Side::asset) limits.push_back(aave_most_withdrawn(state, *balance.bank));
  return limits;
}

std::optional<Fixed48> aave_price_of_zero_health(const Healths& healths, const Bank& bank) {
  const Health& health = healths.maintenance;
  const ValuedBalance* valued = valued_of(health, bank);
  if (valued == nullptr || health.liabilities.is_zero()) return std::nullopt;
  // What the balance has to be worth, weighted: all that the others leave over.
  const bool asset = valued->balance.side == Side::asset;
  const Int128 others = health.health().bits() + (asset ? -1 : 1) * valued->value.bits();
  const Fixed48 worth = Fixed48::from_bits(asset ? -others : others);
  if (!(Fixed48{} < worth)) return std::nullopt;
  const auto weighted = times(valued->balance.amount, valued->weight);
  const auto price = weighted ? price_giving(worth, *weighted, bank) : std::nullopt;
  return price && Fixed48{} < *price ? price : std::nullopt;
}

Result<std::optional<Fixed48>> aave_repaid_to_safety(const State& state, const Bank& debt) {
  PLIMSOLL_TRY_VOID(not_paused(debt));
  const Balance* owed = balance_of(state, debt);
  if (owed == nullptr || owed->side == Side::asset)
    return refuse("NoDebtOfSelectedType: nothing is owed in it", debt);
  PLIMSOLL_TRY(now, aave_account(state));
  if (!now.liquidatable()) return std::optional{Fixed48{}};
  const Passes enough = [&](Fixed48 amount) -> Result<bool> {
    PLIMSOLL_TRY(account,
                 aave_account(moved(state, debt, Side::liability, less(owed->amount, amount))));
    return !account.liquidatable();
  };
  const Fixed48 guess = units_worth(less(now.debt, now.liquidation_limit), one, debt);
  // All but the last of it, and then all: the last may change e-mode.
  PLIMSOLL_TRY(least, least_passing(guess, Fixed48::from_bits(owed->amount.bits() - 1), enough));
  if (least) return least;
  PLIMSOLL_TRY(whole, enough(owed->amount));
  return whole ? std::optional{owed->amount} : std::nullopt;
}

Result<AaveLiquidated> aave_most_liquidated(const State& state, const Bank& collateral,
                                            const Bank& debt, Date rules) {
  const Balance* owed = balance_of(state, debt);
  AaveCall call{&collateral, &debt, owed != nullptr ? owed->amount : one};
  auto whole = aave_liquidated(state, call, rules);
  if (whole || !whole.error().what.starts_with("MustNotLeaveDust")) return whole;
  // Less of it leaves more of both, so that what leaves no dust does so for every smaller part.
  PLIMSOLL_TRY(most, largest_passing(call.debt_repaid, call.debt_repaid,
                                     [&](Fixed48 amount) -> Result<bool> {
                                       call.debt_repaid = amount;
                                       return aave_liquidated(state, call, rules).has_value();
                                     }));
  if (most.is_zero()) return whole;
  call.debt_repaid = most;
  return aave_liquidated(state, call, rules);
}

}  // namespace plimsoll::cross_margin
