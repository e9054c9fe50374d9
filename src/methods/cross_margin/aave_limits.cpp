#include "methods/cross_margin/aave_limits.hpp"

#include <algorithm>

#include "methods/cross_margin/search.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);
/// The protocol counts amounts in 128 bits and more; this arithmetic holds 79 of them.
const Fixed48 most_units = Fixed48::from_bits(((Int128{1} << 79) - 1) << Fixed48::fraction_bits);

/// So much value in native units of a bank: where a search begins, no more than that.
Fixed48 units_worth(Fixed48 value, Fixed48 weight, const Bank& bank) {
  const auto each = times(weight, bank.price);
  const auto tokens = each ? over(value, *each) : std::nullopt;
  return (tokens ? times(*tokens, unit_of(bank)) : std::nullopt).value_or(most_units);
}

Fixed48 less(Fixed48 held, Fixed48 amount) {
  return Fixed48::from_bits(held.bits() - amount.bits());
}

/// Where the protocol stops a borrow the account beyond it can still be reckoned.
Result<void> stopped_by_the_protocol(const State& state, const Bank& bank, Fixed48 most) {
  const Balance* owed = balance_of(state, bank);
  const Fixed48 before = owed != nullptr ? owed->amount : Fixed48{};
  PLIMSOLL_TRY(borrowed, fits(plus(before, most), bank));
  PLIMSOLL_TRY(beyond, fits(plus(borrowed, one), bank));
  PLIMSOLL_TRY_VOID(aave_account(with_balance(state, {&bank, Side::liability, beyond})));
  return {};
}

}  // namespace

Result<Limit> aave_most_borrowed(const State& state, const Bank& bank) {
  // E-mode is as it will be: one unit is borrowed first.
  const auto first = aave_after(state, Step::borrow, bank, one);
  if (!first) return Limit{.bank = &bank, .because = first.error()};
  PLIMSOLL_TRY(account, aave_account(*first));
  PLIMSOLL_TRY(most,
               largest_passing(units_worth(account.borrow_power(), one, bank), most_units,
                               [&](Fixed48 amount) -> Result<bool> {
                                 return aave_after(state, Step::borrow, bank, amount).has_value();
                               }));
  PLIMSOLL_TRY_VOID(stopped_by_the_protocol(state, bank, most));
  return Limit{.bank = &bank, .amount = most};
}

Result<Limit> aave_most_withdrawn(const State& state, const Bank& bank) {
  const Balance* held = balance_of(state, bank);
  const Fixed48 all = held == nullptr ? one : held->amount;
  const auto whole = aave_after(state, Step::withdraw, bank, all);
  if (whole) return Limit{.bank = &bank, .amount = all};
  PLIMSOLL_TRY(healths, aave_healths(state));
  const ValuedBalance* valued = valued_of(healths.maintenance, bank);
  const Fixed48 guess =
      valued == nullptr ? one : units_worth(healths.maintenance.health(), valued->weight, bank);
  PLIMSOLL_TRY(most, largest_passing(guess, all, [&](Fixed48 amount) -> Result<bool> {
                 return aave_after(state, Step::withdraw, bank, amount).has_value();
               }));
  if (most.is_zero()) return Limit{.bank = &bank, .because = whole.error()};
  return Limit{.bank = &bank, .amount = most};
}

std::optional<Fixed48> aave_price_of_zero_health(const Healths& healths, const Bank& bank) {
  const Health& health = healths.maintenance;
  const ValuedBalance* valued = valued_of(health, bank);
  if (valued == nullptr || health.liabilities.is_zero()) return std::nullopt;
  const auto worth = worth_at_zero(health, *valued);
  const auto weighted = times(valued->balance.amount, valued->weight);
  const auto price = worth && weighted ? price_giving(*worth, *weighted, bank) : std::nullopt;
  return price && Fixed48{} < *price ? price : std::nullopt;
}

Result<std::optional<Fixed48>> aave_repaid_to_safety(const State& state, const Bank& debt) {
  const Passes enough = [&](Fixed48 amount) -> Result<bool> {
    PLIMSOLL_TRY(repaid, aave_after(state, Step::repay, debt, amount));
    PLIMSOLL_TRY(account, aave_account(repaid));
    return !account.liquidatable();
  };
  PLIMSOLL_TRY_VOID(enough(one));
  PLIMSOLL_TRY(now, aave_account(state));
  if (!now.liquidatable()) return std::optional{Fixed48{}};
  const Fixed48 all = balance_of(state, debt)->amount;
  const Fixed48 guess = units_worth(less(now.debt, now.liquidation_limit), one, debt);
  return least_of(all, guess, enough);
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
