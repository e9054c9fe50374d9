#include "methods/cross_margin/aave.hpp"

#include <algorithm>

#include "methods/cross_margin/rates.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 zero;
const Fixed48 one = Fixed48::of(1);

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

/// That of every debt; nothing where one is in none or in another.
std::optional<std::uint16_t> category_of(const State& state) {
  std::optional<std::uint16_t> category;
  for (const Balance& balance : state.balances) {
    if (balance.side == Side::asset) continue;
    const std::uint16_t tag = balance.bank->emode_tag;
    if (tag == 0 || (category && *category != tag)) return std::nullopt;
    category = tag;
  }
  return category;
}

EmodeWeights weights_of(const Bank& bank, std::optional<std::uint16_t> category,
                        const Emode& granted) {
  if (category && bank.emode_tag == *category)
    if (const auto found = granted.find(*category); found != granted.end()) return found->second;
  return {bank.asset_weight_init, bank.asset_weight_maint};
}

Result<Fixed48> worth(Fixed48 amount, const Bank& bank, Fixed48 weight) {
  return fits(value_of(amount, bank.price, bank.decimals, weight), bank);
}

Result<void> add(Fixed48& sum, Fixed48 amount, const Bank& bank, Fixed48 weight) {
  PLIMSOLL_TRY(value, worth(amount, bank, weight));
  PLIMSOLL_TRY(total, fits(plus(sum, value), bank));
  sum = total;
  return {};
}

Result<void> fresh(const Bank& bank) {
  if (bank.price_age_seconds && *bank.price_age_seconds > bank.price_age_seconds_max)
    return refuse("StaleOracle: its price is older than the bank admits; give a later one", bank);
  return {};
}

Result<Fixed48> units_of_value(Fixed48 value, const Bank& bank) {
  if (!(zero < bank.price)) return refuse("it has no price above zero; give one", bank);
  PLIMSOLL_TRY(in_units, fits(times(value, unit_of(bank)), bank));
  return fits(over(in_units, bank.price), bank);
}

/// What the pair is worth before anything is taken.
struct Pair {
  Fixed48 held = {}, owed = {};              // native units
  Fixed48 held_value = {}, owed_value = {};  // in the unit of account
};

Result<Pair> pair_of(const State& state, const AaveCall& call) {
  const Balance* owed = balance_of(state, *call.debt);
  if (owed == nullptr || owed->side == Side::asset)
    return refuse("SpecifiedCurrencyNotBorrowedByUser: nothing is owed in it", *call.debt);
  const Balance* held = balance_of(state, *call.collateral);
  if (held == nullptr || held->side == Side::liability)
    return refuse("CollateralCannotBeLiquidated: nothing is deposited in it", *call.collateral);
  PLIMSOLL_TRY(held_value, worth(held->amount, *call.collateral, one));
  PLIMSOLL_TRY(owed_value, worth(owed->amount, *call.debt, one));
  return Pair{held->amount, owed->amount, held_value, owed_value};
}

/// Half of all debt while the account is near health and the pair large, else all of the token's.
Result<Fixed48> most_repaid(const AaveAccount& account, const Pair& pair, const Bank& debt,
                            Date rules) {
  PLIMSOLL_TRY(part, aave_close_factor.at(rules));
  PLIMSOLL_TRY(above, aave_close_factor_above.at(rules));
  PLIMSOLL_TRY(from, aave_close_factor_from.at(rules));
  const Fixed48 large = fixed(from.value.amount);
  const bool near = fixed(above.value.fraction) < *account.health_factor;
  if (!near || pair.held_value < large || pair.owed_value < large) return pair.owed;
  PLIMSOLL_TRY(half, fits(times(account.debt, fixed(part.value.fraction)), debt));
  if (pair.owed_value <= half) return pair.owed;
  return units_of_value(half, debt);
}

/// Collateral for so much debt, the bonus on top; cut to what is held, and the debt with it.
Result<void> exchange(AaveLiquidated& made, const AaveCall& call, const Pair& pair) {
  const Fixed48 with_bonus =
      Fixed48::from_bits(one.bits() + call.collateral->liquidation_bonus.bits());
  PLIMSOLL_TRY(value, worth(made.debt_repaid, *call.debt, one));
  PLIMSOLL_TRY(due, fits(times(value, with_bonus), *call.collateral));
  PLIMSOLL_TRY(taken, units_of_value(due, *call.collateral));
  made.collateral_taken = taken;
  if (taken <= pair.held) return {};
  made.collateral_taken = pair.held;
  PLIMSOLL_TRY(paid_for, fits(over(pair.held_value, with_bonus), *call.collateral));
  PLIMSOLL_TRY(repaid, units_of_value(paid_for, *call.debt));
  made.debt_repaid = std::min(repaid, made.debt_repaid);
  return {};
}

Result<void> no_dust(const AaveLiquidated& made, const AaveCall& call, const Pair& pair,
                     Date rules) {
  const Fixed48 owed = Fixed48::from_bits(pair.owed.bits() - made.debt_repaid.bits());
  const Fixed48 held = Fixed48::from_bits(pair.held.bits() - made.collateral_taken.bits());
  if (owed.is_zero() || held.is_zero()) return {};
  PLIMSOLL_TRY(row, aave_leftover_least.at(rules));
  const Fixed48 least = fixed(row.value.amount);
  PLIMSOLL_TRY(owed_value, worth(owed, *call.debt, one));
  PLIMSOLL_TRY(held_value, worth(held, *call.collateral, one));
  if (least <= owed_value && least <= held_value) return {};
  return refuse("MustNotLeaveDust: less than " + plimsoll::to_text(row.value) +
                    " would be left of the debt or the collateral; repay all, or less",
                owed_value < least ? *call.debt : *call.collateral);
}

}  // namespace

Fixed48 AaveAccount::borrow_power() const {
  return std::max(zero, Fixed48::from_bits(borrow_limit.bits() - debt.bits()));
}

EmodeWeights aave_weights(const State& state, const Bank& bank) {
  return weights_of(bank, category_of(state), reconciled(state));
}

Result<AaveAccount> aave_account(const State& state) {
  AaveAccount account{.emode = category_of(state)};
  const Emode granted = reconciled(state);
  for (const Balance& balance : state.balances) {
    const Bank& bank = *balance.bank;
    PLIMSOLL_TRY_VOID(fresh(bank));
    if (balance.side == Side::liability) {
      PLIMSOLL_TRY_VOID(add(account.debt, balance.amount, bank, one));
      continue;
    }
    const EmodeWeights weights = weights_of(bank, account.emode, granted);
    PLIMSOLL_TRY_VOID(add(account.collateral, balance.amount, bank, one));
    PLIMSOLL_TRY_VOID(add(account.borrow_limit, balance.amount, bank, weights.init));
    PLIMSOLL_TRY_VOID(add(account.liquidation_limit, balance.amount, bank, weights.maint));
  }
  if (!account.debt.is_zero()) {
    account.health_factor = over(account.liquidation_limit, account.debt);
    // A debt of next to nothing: the largest number there is.
    if (!account.health_factor)
      account.health_factor = Fixed48::from_bits(static_cast<Int128>(~UInt128{0} >> 1));
  }
  return account;
}

Result<AaveLiquidated> aave_liquidated(const State& state, const AaveCall& call, Date rules) {
  AaveLiquidated made;
  PLIMSOLL_TRY(before, aave_account(state));
  made.before = before;
  if (!(zero < call.debt_repaid))
    return refuse("InvalidAmount: write how much debt is repaid", *call.debt);
  if (!before.liquidatable())
    return refuse("HealthFactorNotBelowThreshold: its health factor is not below one", *call.debt);
  PLIMSOLL_TRY(pair, pair_of(state, call));
  const EmodeWeights weights = weights_of(*call.collateral, before.emode, reconciled(state));
  if (weights.maint.is_zero())
    return refuse("CollateralCannotBeLiquidated: its liquidation threshold is zero",
                  *call.collateral);
  PLIMSOLL_TRY(most, most_repaid(before, pair, *call.debt, rules));
  made.most_repaid = most;
  made.debt_repaid = std::min(call.debt_repaid, most);
  PLIMSOLL_TRY_VOID(exchange(made, call, pair));
  PLIMSOLL_TRY_VOID(no_dust(made, call, pair, rules));
  const Fixed48 held = Fixed48::from_bits(pair.held.bits() - made.collateral_taken.bits());
  const Fixed48 owed = Fixed48::from_bits(pair.owed.bits() - made.debt_repaid.bits());
  made.account = with_balance(with_balance(state, {call.collateral, Side::asset, held}),
                              {call.debt, Side::liability, owed});
  PLIMSOLL_TRY(after, aave_account(made.account));
  made.after = after;
  return made;
}

}  // namespace plimsoll::cross_margin
