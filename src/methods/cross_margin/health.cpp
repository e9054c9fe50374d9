#include "methods/cross_margin/health.hpp"

#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);

struct Weight {
  Fixed48 weight = {};
  Counted counted = Counted::by_bank;
};

/// The bank's own, or what e-mode grants where that is more.
Weight asset_weight(const Bank& bank, Requirement requirement, const Emode& emode) {
  if (requirement == Requirement::equity) return {one};
  const bool initial = requirement == Requirement::initial;
  const Weight own{initial ? bank.asset_weight_init : bank.asset_weight_maint};
  if (bank.emode_tag == 0 || emode.empty()) return own;
  const auto granted = emode.find(bank.emode_tag);
  if (granted == emode.end()) return own;
  const Fixed48 more = initial ? granted->second.init : granted->second.maint;
  return own.weight < more ? Weight{more, Counted::by_emode} : own;
}

/// Less in proportion where the bank, with what the account put in or took out, holds more than its
/// limit of value.
Result<Weight> limited(const Weight& weight, const Balance& balance, Fixed48 price) {
  const Bank& bank = *balance.bank;
  PLIMSOLL_TRY(held, total_assets(balance));
  if (!held) return weight;
  PLIMSOLL_TRY(total, fits(value_of(*held, price, bank.decimals, one), bank));
  if (!(bank.init_value_limit < total)) return weight;
  PLIMSOLL_TRY(discount, fits(over(bank.init_value_limit, total), bank));
  PLIMSOLL_TRY(less, fits(times(weight.weight, discount), bank));
  return Weight{less, Counted::over_limit};
}

Fixed48 liability_weight(const Bank& bank, Requirement requirement) {
  switch (requirement) {
    case Requirement::initial:
      return bank.liability_weight_init;
    case Requirement::maintenance:
      return bank.liability_weight_maint;
    case Requirement::equity:
      return one;
  }
  return one;
}

/// Why an asset counts for nothing whatever its price, which is then not asked for.
std::optional<Counted> worthless(const Balance& balance, Requirement requirement) {
  if (balance.side == Side::liability) return std::nullopt;
  if (balance.bank->tier == RiskTier::isolated) return Counted::isolated;
  if (requirement == Requirement::initial && balance.bank->state == BankState::reduce_only)
    return Counted::reduce_only;
  return std::nullopt;
}

Result<ValuedBalance> valued(const Balance& balance, Requirement requirement,
                             const HealthTerms& terms) {
  const Bank& bank = *balance.bank;
  if (const auto why = worthless(balance, requirement))
    return ValuedBalance{.balance = balance, .counted = *why};
  const bool asset = balance.side == Side::asset;
  const auto biased = biased_price(bank, requirement, terms.prices);
  if (!biased) {
    const auto& [fault, error] = biased.error();
    const bool forgiven =
        fault == PriceFault::stale && asset && requirement == Requirement::initial;
    if (!forgiven) return std::unexpected{error};
    return ValuedBalance{.balance = balance, .counted = Counted::stale};
  }
  const Fixed48 price = asset ? biased->low : biased->high;
  Weight weight = asset ? asset_weight(bank, requirement, terms.emode)
                        : Weight{liability_weight(bank, requirement)};
  if (asset && requirement == Requirement::initial && !bank.init_value_limit.is_zero()) {
    PLIMSOLL_TRY(less, limited(weight, balance, price));
    weight = less;
  }
  const auto worth = value_of(balance.amount, price, bank.decimals, weight.weight);
  if (!worth) return does_not_fit(bank);
  return ValuedBalance{balance, price, weight.weight, *worth, weight.counted};
}

}  // namespace

const ValuedBalance* valued_of(const Health& health, const Bank& bank) {
  const auto found = std::ranges::find_if(
      health.balances, [&](const ValuedBalance& valued) { return valued.balance.bank == &bank; });
  return found == health.balances.end() ? nullptr : &*found;
}

std::optional<Fixed48> worth_at_zero(const Health& health, const ValuedBalance& valued) {
  const bool asset = valued.balance.side == Side::asset;
  const Int128 others = health.health().bits() + (asset ? -1 : 1) * valued.value.bits();
  const Fixed48 worth = Fixed48::from_bits(asset ? -others : others);
  return Fixed48{} < worth ? std::optional{worth} : std::nullopt;
}

Result<HealthTerms> health_terms(const State& state, Date rules) {
  PLIMSOLL_TRY(prices, price_rules(rules));
  return HealthTerms{reconciled(state), prices};
}

std::optional<Fixed48> price_giving(Fixed48 worth, Fixed48 units, const Bank& bank) {
  if (const auto in_units = times(worth, unit_of(bank))) return over(*in_units, units);
  // Where that many would not fit, by tokens, with fewer places.
  const auto tokens = over(units, unit_of(bank));
  return tokens ? over(worth, *tokens) : std::nullopt;
}

Result<Health> health_of(const State& state, Requirement requirement, Date rules) {
  PLIMSOLL_TRY(terms, health_terms(state, rules));
  return health_of(state, requirement, terms);
}

Result<Health> health_of(const State& state, Requirement requirement, const HealthTerms& terms) {
  Health health;
  health.balances.reserve(state.balances.size());
  for (const Balance& balance : state.balances) {
    PLIMSOLL_TRY(made, valued(balance, requirement, terms));
    Fixed48& side = balance.side == Side::asset ? health.assets : health.liabilities;
    const auto sum = plus(side, made.value);
    if (!sum) return does_not_fit(*balance.bank);
    side = *sum;
    health.balances.push_back(made);
  }
  return health;
}

}  // namespace plimsoll::cross_margin
