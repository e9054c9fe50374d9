#include "methods/cross_margin/liquidation.hpp"

#include <algorithm>

#include "methods/cross_margin/rates.hpp"

namespace plimsoll::cross_margin {
namespace {

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

Result<Fixed48> power_of_ten(int decimals, const Bank& bank) {
  Int128 power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  return fits(scaled_to_fixed48(power, 0), bank);
}

/// What a quantity of one bank's token is worth in another's, less a discount.
struct Exchange {
  Fixed48 collateral_price, debt_price;
  Fixed48 collateral_unit, debt_unit;  // native units of a token

  Result<Fixed48> debt_for(Fixed48 taken, Fixed48 discount, const Bank& debt) const {
    PLIMSOLL_TRY(discounted, fits(times(taken, discount), debt));
    PLIMSOLL_TRY(priced, fits(times(discounted, collateral_price), debt));
    PLIMSOLL_TRY(value, fits(over(priced, collateral_unit), debt));
    PLIMSOLL_TRY(tokens, fits(over(value, debt_price), debt));
    return fits(times(tokens, debt_unit), debt);
  }
};

Result<BiasedPrice> price_of(const Bank& bank, Date rules) {
  auto price = biased_price(bank, Requirement::maintenance, rules);
  if (!price) return std::unexpected{std::move(price).error().second};
  return *price;
}

Result<Exchange> exchange(const Liquidation& asked, Date rules) {
  PLIMSOLL_TRY(collateral, price_of(*asked.collateral, rules));
  PLIMSOLL_TRY(debt, price_of(*asked.debt, rules));
  PLIMSOLL_TRY(collateral_unit, power_of_ten(asked.collateral->decimals, *asked.collateral));
  PLIMSOLL_TRY(debt_unit, power_of_ten(asked.debt->decimals, *asked.debt));
  return Exchange{collateral.low, debt.high, collateral_unit, debt_unit};
}

/// One less the liquidator's fee, and one less both fees.
struct Discounts {
  Fixed48 taken, repaid;
};
Result<Discounts> discounts(Date rules) {
  PLIMSOLL_TRY(liquidator, liquidator_fee.at(rules));
  PLIMSOLL_TRY(insurance, insurance_fee.at(rules));
  const Decimal one{1};
  return Discounts{fixed(one - liquidator.value.fraction),
                   fixed(one - liquidator.value.fraction - insurance.value.fraction)};
}

Result<Fixed48> maintenance_health(const State& state, Date rules) {
  PLIMSOLL_TRY(health, health_of(state, Requirement::maintenance, rules));
  return health.health();
}

Result<void> may_begin(const State& state, const Liquidation& asked, Fixed48 health) {
  const Bank& collateral = *asked.collateral;
  const Bank& debt = *asked.debt;
  if (!(Fixed48{} < asked.collateral_taken))
    return refuse("ZeroLiquidationAmount: write how much collateral is taken", collateral);
  if (&collateral == &debt)
    return refuse("SameAssetAndLiabilityBanks: collateral of one bank pays debt of another",
                  collateral);
  if (Fixed48{} < health)
    return refuse("HealthyAccount: its maintenance health is " +
                      plimsoll::to_text(to_decimal(health), 2) + ", above zero",
                  debt);
  const Balance* owed = balance_of(state, debt);
  if (owed == nullptr || owed->side != Side::liability)
    return refuse("NoLiability: nothing is owed in it", debt);
  const Balance* held = balance_of(state, collateral);
  if (held == nullptr || held->side != Side::asset || held->amount < asked.collateral_taken)
    return refuse("OverliquidationAttempt: less is deposited than would be taken", collateral);
  return {};
}

Result<void> may_end(const Liquidated& made, Fixed48 owed, const Bank& debt) {
  if (made.debt_repaid == owed)
    return refuse("ExhaustedLiability: the debt would be repaid whole; take less", debt);
  if (owed < made.debt_repaid)
    return refuse("TooSeverePayoff: more would be repaid than is owed; take less", debt);
  if (Fixed48{} < made.health_after)
    return refuse("TooSevereLiquidation: maintenance health would be " +
                      plimsoll::to_text(to_decimal(made.health_after), 2) +
                      "; zero is the most a liquidation may lift it to",
                  debt);
  if (!(made.health_before < made.health_after))
    return refuse(
        "WorseHealthPostLiquidation: maintenance health would not rise: the collateral's "
        "weight is not below 95 per cent of the debt's",
        debt);
  return {};
}

}  // namespace

Result<Liquidated> liquidated(const State& state, const Liquidation& asked, Date rules) {
  PLIMSOLL_TRY(before, maintenance_health(state, rules));
  PLIMSOLL_TRY_VOID(may_begin(state, asked, before));
  PLIMSOLL_TRY(rate, exchange(asked, rules));
  PLIMSOLL_TRY(parts, discounts(rules));
  Liquidated made{.health_before = before};
  PLIMSOLL_TRY(taken, rate.debt_for(asked.collateral_taken, parts.taken, *asked.debt));
  PLIMSOLL_TRY(repaid, rate.debt_for(asked.collateral_taken, parts.repaid, *asked.debt));
  made.debt_taken = taken;
  made.debt_repaid = repaid;
  made.insurance = Fixed48::from_bits(taken.bits() - repaid.bits());
  const Fixed48 owed = balance_of(state, *asked.debt)->amount;
  const Fixed48 held = balance_of(state, *asked.collateral)->amount;
  const Fixed48 left = Fixed48::from_bits(held.bits() - asked.collateral_taken.bits());
  made.account = with_balance(state, {asked.collateral, Side::asset, left});
  if (owed < repaid || owed == repaid) { PLIMSOLL_TRY_VOID(may_end(made, owed, *asked.debt)); }
  made.account = with_balance(
      made.account, {asked.debt, Side::liability, Fixed48::from_bits(owed.bits() - repaid.bits())});
  PLIMSOLL_TRY(after, maintenance_health(made.account, rules));
  made.health_after = after;
  PLIMSOLL_TRY_VOID(may_end(made, owed, *asked.debt));
  return made;
}

}  // namespace plimsoll::cross_margin
