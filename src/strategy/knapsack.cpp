#include "strategy/knapsack.hpp"

#include <algorithm>
#include <numeric>

namespace plimsoll::strategy {
namespace {

Decimal relief_of(const Saleable& item, Decimal target) {
  return multiply(target, item.requirement_rate, Round::toward_zero) - item.paid;
}

Result<void> checked(const std::vector<Saleable>& items, Decimal target) {
  if (!(Decimal{} < target))
    return fail(Reason::bad_input, "the target multiple is not above zero; write 2 for twice");
  for (const Saleable& item : items)
    if (item.most.amount.is_negative() || item.requirement_rate.is_negative() ||
        item.paid.is_negative())
      return fail(Reason::bad_input,
                  "a value, a cost paid or a requirement rate is below zero; write sizes");
  return {};
}

}  // namespace

Result<KnapsackPlan> least_cost(const std::vector<Saleable>& items, Money deficit, Decimal target) {
  PLIMSOLL_TRY_VOID(checked(items, target));
  const Currency currency = deficit.currency;
  KnapsackPlan plan{.value = zero(currency), .cost = zero(currency), .still_short = zero(currency)};
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) { return !(Decimal{} < relief_of(items[i], target)); });
  // Cost over relief, compared without dividing: both reliefs are above zero.
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return items[a].cost.nano() * relief_of(items[b], target).nano() <
           items[b].cost.nano() * relief_of(items[a], target).nano();
  });
  Decimal left = deficit.amount;
  for (const std::size_t i : order) {
    if (!(Decimal{} < left)) break;
    const Decimal relief = relief_of(items[i], target);
    const Decimal needed = divide(left, relief, Round::away_from_zero);
    const bool enough = needed <= items[i].most.amount;
    const Decimal value = enough ? needed : items[i].most.amount;
    if (value.is_zero()) continue;
    const Money cost{multiply(value, items[i].cost, Round::half_even), currency};
    plan.sold.push_back({i, {value, currency}, cost});
    plan.value = plan.value + Money{value, currency};
    plan.cost = plan.cost + cost;
    left = enough ? Decimal{} : left - multiply(value, relief, Round::toward_zero);
  }
  if (Decimal{} < left) plan.still_short = {left, currency};
  return plan;
}

}  // namespace plimsoll::strategy
