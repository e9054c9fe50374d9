#include "methods/cross_margin/liquidation.hpp"

#include "methods/cross_margin/rates.hpp"
#include "methods/cross_margin/search.hpp"

namespace plimsoll::cross_margin {
namespace {

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), std::string{bank.name.view()});
}

/// What a quantity of one bank's token is worth in another's, less a discount.
struct Exchange {
  Fixed48 collateral_price, debt_price;
  Fixed48 collateral_unit, debt_unit;  // native units of a token

  Result<Fixed48> debt_for(Fixed48 taken, Fixed48 discount, const Bank& debt) const {
    PLIMSOLL_TRY(discounted, fits(times(taken, discount), debt));
    PLIMSOLL_TRY(priced, fits(times(discounted, collateral_price), debt));
    PLIMSOLL_TRY(value, fits(over(priced, collateral_unit), debt));
    PLIMSOLL_TRY(in_units, fits(times(value, debt_unit), debt));
    return fits(over(in_units, debt_price), debt);
  }

  /// What the collateral is worth beyond the debt taken for it.
  Result<Fixed48> gain(const Liquidation& pair, Fixed48 debt_taken) const {
    const Bank &collateral = *pair.collateral, &debt = *pair.debt;
    PLIMSOLL_TRY(got, fits(value_of(pair.collateral_taken, collateral_price, collateral.decimals,
                                    Fixed48::of(1)),
                           collateral));
    PLIMSOLL_TRY(owes, fits(value_of(debt_taken, debt_price, debt.decimals, Fixed48::of(1)), debt));
    return fits(minus(got, owes), debt);
  }
};

Result<BiasedPrice> price_of(const Bank& bank, Date rules) {
  auto price = biased_price(bank, Requirement::maintenance, rules);
  if (!price) return std::unexpected{std::move(price).error().second};
  return *price;
}

Result<Exchange> exchange(const Liquidation& asked, Date rules) {
  PLIMSOLL_TRY(collateral, price_of(*asked.collateral, rules));
  if (!(Fixed48{} < collateral.low))
    return refuse("ZeroAssetPrice: worth nothing, it pays for no debt", *asked.collateral);
  PLIMSOLL_TRY(debt, price_of(*asked.debt, rules));
  if (!(Fixed48{} < debt.high))
    return refuse("ZeroLiabilityPrice: what is worth nothing cannot be repaid by value",
                  *asked.debt);
  return Exchange{collateral.low, debt.high, unit_of(*asked.collateral), unit_of(*asked.debt)};
}

/// One less the liquidator's fee, and one less both fees.
struct Discounts {
  Fixed48 taken, repaid;
};
Result<Discounts> discounts(Date rules) {
  PLIMSOLL_TRY(liquidator, liquidator_fee.at(rules));
  PLIMSOLL_TRY(insurance, insurance_fee.at(rules));
  // Fees are rounded to their bits before they are taken from one, as the protocol's are.
  const Int128 one = Fixed48::of(1).bits();
  const Int128 to_liquidator = fixed(liquidator.value.fraction).bits();
  const Int128 to_insurance = fixed(insurance.value.fraction).bits();
  return Discounts{Fixed48::from_bits(one - to_liquidator),
                   Fixed48::from_bits(one - (to_liquidator + to_insurance))};
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
  PLIMSOLL_TRY_VOID(bank_open(collateral));
  PLIMSOLL_TRY_VOID(bank_open(debt));
  if (Fixed48{} < health)
    return refuse("HealthyAccount: its maintenance health is " +
                      plimsoll::to_text(to_decimal(health), 2) + ", above zero",
                  debt);
  const Balance* owed = balance_of(state, debt);
  if (owed == nullptr) return refuse("NoLiabilitiesInLiabilityBank: nothing is owed in it", debt);
  if (owed->side == Side::asset)
    return refuse("AssetsInLiabilityBank: it is deposited, not owed", debt);
  const Balance* held = balance_of(state, collateral);
  if (held == nullptr || held->side != Side::asset || held->amount < asked.collateral_taken)
    return refuse("OverliquidationAttempt: less is deposited than would be taken", collateral);
  return {};
}

Result<void> may_end(const Liquidated& made, Fixed48 owed, const Bank& debt) {
  // Less than a native unit, on either side, is no balance.
  const Int128 left = owed.bits() - made.debt_repaid.bits(), unit = Fixed48::of(1).bits();
  if (-unit < left && left < unit)
    return refuse("ExhaustedLiability: the debt would be repaid whole; take less", debt);
  if (left < 0)
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

/// What would come of it, whether or not the protocol would let it stand. Where more is repaid than
/// is owed, health after is not known.
Result<Liquidated> made_by(const State& state, const Liquidation& asked, const Discounts& parts,
                           Date rules) {
  PLIMSOLL_TRY(rate, exchange(asked, rules));
  PLIMSOLL_TRY(taken, rate.debt_for(asked.collateral_taken, parts.taken, *asked.debt));
  PLIMSOLL_TRY(repaid, rate.debt_for(asked.collateral_taken, parts.repaid, *asked.debt));
  Liquidated made{.debt_taken = taken, .debt_repaid = repaid};
  made.insurance = Fixed48::from_bits(taken.bits() - repaid.bits());
  PLIMSOLL_TRY(part, rate.gain(asked, taken));
  made.liquidator_part = part;
  // What the liquidator takes stays in the bank, as his: its totals do not move with the account's.
  Balance held = *balance_of(state, *asked.collateral), owed = *balance_of(state, *asked.debt);
  held.amount = Fixed48::from_bits(held.amount.bits() - asked.collateral_taken.bits());
  made.account = with_balance(state, held);
  if (!(repaid < owed.amount)) return made;
  owed.amount = Fixed48::from_bits(owed.amount.bits() - repaid.bits());
  made.account = with_balance(made.account, owed);
  PLIMSOLL_TRY(after, maintenance_health(made.account, rules));
  made.health_after = after;
  return made;
}

/// -H / (0.95 w_l - w_a) of value, in collateral; nothing where taking it does not help.
std::optional<Fixed48> restoring(const Health& health, const Liquidation& pair,
                                 Fixed48 repaid_part) {
  Fixed48 collateral_weight, debt_weight, price;
  for (const ValuedBalance& one : health.balances) {
    if (one.balance.bank == pair.collateral) collateral_weight = one.weight, price = one.price;
    if (one.balance.bank == pair.debt) debt_weight = one.weight;
  }
  const auto relieved = times(debt_weight, repaid_part);
  const auto helped = relieved ? minus(*relieved, collateral_weight) : std::nullopt;
  if (!helped || !(Fixed48{} < *helped)) return std::nullopt;
  const auto value = over(-health.health(), *helped);
  const auto tokens = value ? over(*value, price) : std::nullopt;
  return tokens ? times(*tokens, unit_of(*pair.collateral)) : std::nullopt;
}

bool pair_stands(const State& state, const Liquidation& pair) {
  const Balance* held = balance_of(state, *pair.collateral);
  const Balance* owed = balance_of(state, *pair.debt);
  return held != nullptr && held->side == Side::asset && owed != nullptr &&
         owed->side == Side::liability;
}

}  // namespace

Result<Liquidated> liquidated(const State& state, const Liquidation& asked, Date rules) {
  PLIMSOLL_TRY(before, maintenance_health(state, rules));
  PLIMSOLL_TRY_VOID(may_begin(state, asked, before));
  PLIMSOLL_TRY(parts, discounts(rules));
  PLIMSOLL_TRY(made, made_by(state, asked, parts, rules));
  made.health_before = before;
  PLIMSOLL_TRY_VOID(may_end(made, balance_of(state, *asked.debt)->amount, *asked.debt));
  return made;
}

Result<std::optional<Fixed48>> most_taken(const State& state, const Bank& collateral,
                                          const Bank& debt, Date rules) {
  const std::optional<Fixed48> nothing;
  Liquidation pair{&collateral, &debt, Fixed48::of(1)};
  if (!pair_stands(state, pair)) return nothing;
  PLIMSOLL_TRY(health, health_of(state, Requirement::maintenance, rules));
  if (Fixed48{} < health.health()) return nothing;
  PLIMSOLL_TRY(parts, discounts(rules));
  const auto guess = restoring(health, pair, parts.repaid);
  if (!guess) return nothing;
  const Fixed48 owed = balance_of(state, debt)->amount;
  PLIMSOLL_TRY(taken, largest_passing(*guess, balance_of(state, collateral)->amount,
                                      [&](Fixed48 amount) -> Result<bool> {
                                        pair.collateral_taken = amount;
                                        PLIMSOLL_TRY(made, made_by(state, pair, parts, rules));
                                        return Fixed48::of(1).bits() <=
                                                   owed.bits() - made.debt_repaid.bits() &&
                                               made.health_after <= Fixed48{};
                                      }));
  if (taken.is_zero()) return nothing;
  pair.collateral_taken = taken;
  if (!liquidated(state, pair, rules)) return nothing;
  return taken;
}

}  // namespace plimsoll::cross_margin
