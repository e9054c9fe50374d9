#include "methods/cross_margin/limits.hpp"

#include <algorithm>
#include <functional>

#include "methods/cross_margin/rates.hpp"
#include "methods/cross_margin/search.hpp"

namespace plimsoll::cross_margin {
namespace {

const Fixed48 one = Fixed48::of(1);
/// Amounts of an instruction are integers of 64 bits.
const Fixed48 most_units = Fixed48::from_bits(((Int128{1} << 64) - 1) << Fixed48::fraction_bits);

/// So much weighted value in native units of a balance: where a search begins, no more than that.
Fixed48 units_worth(Fixed48 value, const ValuedBalance& valued) {
  const auto each = times(valued.weight, valued.price);
  const auto tokens = each ? over(value, *each) : std::nullopt;
  const auto units = tokens ? times(*tokens, unit_of(*valued.balance.bank)) : std::nullopt;
  return units.value_or(most_units);
}

/// After one unit is borrowed: the bank is then among those e-mode asks.
Fixed48 borrow_guess(const State& borrowed, const Bank& bank, Date rules) {
  const auto health = health_of(borrowed, Requirement::initial, rules);
  const ValuedBalance* owed = health ? valued_of(*health, bank) : nullptr;
  if (owed == nullptr) return one;
  const Fixed48 units = units_worth(health->health(), *owed);
  const auto with_fee = plus(one, bank.interest.origination_fee);
  return over(units, with_fee.value_or(one)).value_or(units);
}

Fixed48 withdrawal_guess(const State& state, const Bank& bank, Date rules) {
  const auto health = health_of(state, Requirement::initial, rules);
  const ValuedBalance* held = health ? valued_of(*health, bank) : nullptr;
  return held == nullptr ? one : units_worth(health->health(), *held);
}

Result<std::optional<Fixed48>> least_repaid(const State& state, const Bank& debt,
                                            Requirement requirement, Date rules,
                                            const std::function<bool(Fixed48)>& enough) {
  PLIMSOLL_TRY(now, health_of(state, requirement, rules));
  const ValuedBalance* owed = valued_of(now, debt);
  if (owed == nullptr || owed->balance.side == Side::asset)
    return fail(Reason::bad_input, "OperationRepayOnly: nothing is owed in it",
                std::string{debt.name.view()});
  if (enough(now.health())) return std::optional{Fixed48{}};
  const Fixed48 all = owed->balance.amount;
  const Passes passes = [&](Fixed48 amount) -> Result<bool> {
    PLIMSOLL_TRY(repaid, after(state, Step::repay, debt, amount, rules));
    PLIMSOLL_TRY(health, health_of(repaid, requirement, rules));
    return enough(health.health());
  };
  const Fixed48 guess = units_worth(-now.health(), *owed);
  return least_of(all, guess, passes);
}

/// The price whose low side is this: at most 5 per cent of it, or the width there is.
std::optional<Fixed48> above_low(Fixed48 low, Fixed48 width, Fixed48 part) {
  const auto price = plus(low, width);
  const auto widest = price ? times(*price, part) : std::nullopt;
  if (widest && width <= *widest) return price;
  return over(low, Fixed48::from_bits(one.bits() - part.bits()));
}

std::optional<Fixed48> below_high(Fixed48 high, Fixed48 width, Fixed48 part) {
  const auto price = minus(high, width);
  const auto widest = price ? times(*price, part) : std::nullopt;
  if (widest && width <= *widest) return price;
  return over(high, Fixed48::from_bits(one.bits() + part.bits()));
}

}  // namespace

Limit most_borrowed(const State& state, const Bank& bank, Date rules) {
  const auto first = after(state, Step::borrow, bank, one, rules);
  if (!first) return {.bank = &bank, .because = first.error()};
  const auto most = largest_passing(
      borrow_guess(*first, bank, rules), most_units, [&](Fixed48 amount) -> Result<bool> {
        return after(state, Step::borrow, bank, amount, rules).has_value();
      });
  if (!most) return {.bank = &bank, .because = most.error()};
  return {.bank = &bank, .amount = *most};
}

std::vector<Limit> most_borrowed(const State& state, Date rules) {
  std::vector<Limit> limits;
  for (const auto& [name, bank] : state.pool->banks)
    limits.push_back(most_borrowed(state, bank, rules));
  return limits;
}

Limit most_withdrawn(const State& state, const Bank& bank, Date rules) {
  const Balance* held = balance_of(state, bank);
  const Fixed48 all = held == nullptr ? one : held->amount;
  const auto whole = after(state, Step::withdraw, bank, all, rules);
  if (whole) return {.bank = &bank, .amount = all};
  const auto most = largest_passing(
      withdrawal_guess(state, bank, rules), all, [&](Fixed48 amount) -> Result<bool> {
        return after(state, Step::withdraw, bank, amount, rules).has_value();
      });
  if (!most) return {.bank = &bank, .because = most.error()};
  if (most->is_zero()) return {.bank = &bank, .because = whole.error()};
  return {.bank = &bank, .amount = *most};
}

std::vector<Limit> most_withdrawn(const State& state, Date rules) {
  std::vector<Limit> limits;
  for (const Balance& balance : state.balances)
    if (balance.side == Side::asset) limits.push_back(most_withdrawn(state, *balance.bank, rules));
  return limits;
}

Result<std::optional<Fixed48>> price_of_zero_health(const State& state, const Bank& bank,
                                                    Date rules) {
  const std::optional<Fixed48> nothing;
  PLIMSOLL_TRY(row, confidence_most.at(rules));
  PLIMSOLL_TRY(health, health_of(state, Requirement::maintenance, rules));
  const ValuedBalance* valued = valued_of(health, bank);
  if (valued == nullptr) return nothing;
  const bool asset = valued->balance.side == Side::asset;
  const auto worth = worth_at_zero(health, *valued);
  const auto weighted = times(valued->balance.amount, valued->weight);
  const auto biased = worth && weighted ? price_giving(*worth, *weighted, bank) : std::nullopt;
  if (!biased) return nothing;
  const Fixed48 part = fixed(row.value.fraction);
  const Fixed48 width = bank.confidence;
  const auto price = asset ? above_low(*biased, width, part) : below_high(*biased, width, part);
  return price && Fixed48{} < *price ? price : nothing;
}

Result<std::optional<Fixed48>> repaid_to_safety(const State& state, const Bank& debt, Date rules) {
  return least_repaid(state, debt, Requirement::maintenance, rules,
                      [](Fixed48 health) { return Fixed48{} < health; });
}

Result<std::optional<Fixed48>> repaid_to_initial(const State& state, const Bank& debt,
                                                 Fixed48 target, Date rules) {
  return least_repaid(state, debt, Requirement::initial, rules,
                      [&](Fixed48 health) { return target <= health; });
}

}  // namespace plimsoll::cross_margin
