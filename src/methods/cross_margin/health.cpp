#include "methods/cross_margin/health.hpp"

#include "methods/cross_margin/totals.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);

struct Weight {
  Fixed48 weight = {};
  Counted counted = Counted::by_bank;
};

/// Less in proportion where the bank, with what the account put in or took out, holds more than its
/// limit of value.
Result<void> limit(const Balance& balance, Fixed48 price, Weight& weight) {
  const Bank& bank = *balance.bank;
  if (bank.init_value_limit.is_zero()) return {};
  PLIMSOLL_TRY(held, total_assets(balance));
  if (!held) return {};
  PLIMSOLL_TRY(total, fits(value_of(*held, price, bank.decimals, one), bank));
  if (!(bank.init_value_limit < total)) return {};
  PLIMSOLL_TRY(discount, fits(over(bank.init_value_limit, total), bank));
  PLIMSOLL_TRY(limited, fits(times(weight.weight, discount), bank));
  weight = {limited, Counted::over_limit};
  return {};
}

Result<Weight> asset_weight(const Balance& balance, Requirement requirement, const Emode& emode,
                            Fixed48 price) {
  const Bank& bank = *balance.bank;
  if (requirement == Requirement::equity) return Weight{one};
  const bool initial = requirement == Requirement::initial;
  Weight weight{initial ? bank.asset_weight_init : bank.asset_weight_maint};
  if (const auto granted = emode.find(bank.emode_tag);
      bank.emode_tag != 0 && granted != emode.end()) {
    const Fixed48 more = initial ? granted->second.init : granted->second.maint;
    if (weight.weight < more) weight = {more, Counted::by_emode};
  }
  if (initial) PLIMSOLL_TRY_VOID(limit(balance, price, weight));
  return weight;
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

Result<ValuedBalance> valued(const Balance& balance, Requirement requirement, const Emode& emode,
                             Date rules) {
  const Bank& bank = *balance.bank;
  ValuedBalance made{.balance = balance};
  if (const auto why = worthless(balance, requirement)) {
    made.counted = *why;
    return made;
  }
  const auto price = biased_price(bank, requirement, rules);
  if (!price) {
    const auto& [fault, error] = price.error();
    const bool forgiven = fault == PriceFault::stale && balance.side == Side::asset &&
                          requirement == Requirement::initial;
    if (!forgiven) return std::unexpected{error};
    made.counted = Counted::stale;
    return made;
  }
  if (balance.side == Side::asset) {
    made.price = price->low;
    PLIMSOLL_TRY(weight, asset_weight(balance, requirement, emode, price->low));
    made.weight = weight.weight;
    made.counted = weight.counted;
  } else {
    made.price = price->high;
    made.weight = liability_weight(bank, requirement);
  }
  PLIMSOLL_TRY(value, fits(value_of(balance.amount, made.price, bank.decimals, made.weight), bank));
  made.value = value;
  return made;
}

}  // namespace

std::optional<Fixed48> value_of(Fixed48 amount, Fixed48 price, int decimals, Fixed48 weight) {
  const auto weighted = times(amount, weight);
  const auto priced = weighted ? times(*weighted, price) : std::nullopt;
  return priced ? over(*priced, unit_of(decimals)) : std::nullopt;
}

Result<Health> health_of(const State& state, Requirement requirement, Date rules) {
  Health health;
  health.balances.reserve(state.balances.size());
  const Emode emode = reconciled(state);
  for (const Balance& balance : state.balances) {
    PLIMSOLL_TRY(made, valued(balance, requirement, emode, rules));
    Fixed48& side = balance.side == Side::asset ? health.assets : health.liabilities;
    PLIMSOLL_TRY(sum, fits(plus(side, made.value), *balance.bank));
    side = sum;
    health.balances.push_back(made);
  }
  return health;
}

}  // namespace plimsoll::cross_margin
