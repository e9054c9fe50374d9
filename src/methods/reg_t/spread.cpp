#include "methods/reg_t/spread.hpp"

#include <algorithm>

namespace plimsoll::reg_t {
namespace {

std::vector<Price> exercise_prices(std::span<const OptionLeg> bought,
                                   std::span<const OptionLeg> sold) {
  std::vector<Price> prices;
  prices.reserve(bought.size() + sold.size());
  for (const OptionLeg& leg : bought) prices.push_back(leg.strike);
  for (const OptionLeg& leg : sold) prices.push_back(leg.strike);
  const auto per_unit = [](const Price& price) { return price.per_unit; };
  std::ranges::sort(prices, {}, per_unit);
  prices.erase(std::ranges::unique(prices).begin(), prices.end());
  return prices;
}

Money loss_at(Price underlying, std::span<const OptionLeg> bought,
              std::span<const OptionLeg> sold) {
  Money loss = zero(underlying.currency);
  for (const OptionLeg& leg : sold) loss = loss + in_the_money(leg, underlying);
  for (const OptionLeg& leg : bought) loss = loss - in_the_money(leg, underlying);
  return loss;
}

template <Reading R>
R greatest_loss_explained(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold) {
  if constexpr (std::same_as<R, Money>) return greatest_loss(bought, sold);
  else {
    std::vector<Amount> losses{known<Amount>("no loss", zero(sold.front().mark.currency))};
    for (const Price& price : exercise_prices(bought, sold))
      losses.push_back(about("at " + to_text(price.per_unit, 2),
                             known<Amount>("loss", loss_at(price, bought, sold))));
    return greatest_of("greatest loss", std::move(losses));
  }
}

template <Reading R>
R of_leg(const OptionLeg& leg, R reached) {
  if constexpr (std::same_as<R, Amount>)
    return about(to_text(Instrument{*leg.option}), std::move(reached));
  else return reached;
}

template <Reading R>
Result<R> uncovered_total(std::span<const OptionLeg> sold, Phase phase, Day day) {
  std::vector<R> parts;
  parts.reserve(sold.size());
  for (const OptionLeg& leg : sold) {
    PLIMSOLL_TRY(alone, uncovered_requirement<R>(leg, phase, day));
    parts.push_back(of_leg<R>(leg, std::move(alone)));
  }
  return total("short options uncovered", sold.front().mark.currency, std::move(parts));
}

template <Reading R>
R cost_total(std::span<const OptionLeg> bought) {
  std::vector<R> parts;
  parts.reserve(bought.size());
  for (const OptionLeg& leg : bought)
    parts.push_back(of_leg<R>(leg, known<R>("purchase price", leg.value(Phase::initial))));
  return total("long options paid in full", bought.front().mark.currency, std::move(parts));
}

}  // namespace

Money greatest_loss(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold) {
  Money greatest = zero(sold.front().mark.currency);
  for (const Price& price : exercise_prices(bought, sold))
    greatest = greater_of(greatest, loss_at(price, bought, sold));
  return greatest;
}

template <Reading R>
Result<Margin<R>> spread(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                         Day day) {
  PLIMSOLL_TRY(to_keep, uncovered_total<R>(sold, Phase::maintenance, day));
  R to_open = to_keep;
  if (std::ranges::any_of(sold, &OptionLeg::traded_today)) {
    PLIMSOLL_TRY(at_trade_prices, uncovered_total<R>(sold, Phase::initial, day));
    to_open = std::move(at_trade_prices);
  }
  R cost = cost_total<R>(bought);
  const Money paid = money_of(cost);
  Money premium = zero(paid.currency);
  for (const OptionLeg& leg : sold) premium = premium + leg.value(Phase::initial);
  R initial = plus(std::move(cost),
                   lesser_of(std::move(to_open), greatest_loss_explained<R>(bought, sold)));
  R maintenance = lesser_of(std::move(to_keep), greatest_loss_explained<R>(bought, sold));
  const Money nothing = zero(paid.currency);
  const bool any_legs = universal_spread.at(day.rules).has_value();
  initial = any_legs ? under(spread_law, "spread to open", std::move(initial))
                     : under(pair_spread_law, "two-leg spread to open", std::move(initial));
  maintenance = any_legs ? under(spread_law, "spread", std::move(maintenance))
                         : under(pair_spread_law, "two-leg spread", std::move(maintenance));
  return Margin<R>{std::move(initial), std::move(maintenance), paid, nothing, nothing, premium};
}

template <Reading R>
Result<Margin<R>> long_european_box(const Box& box, Day day) {
  PLIMSOLL_TRY(rate, european_box.at(day.rules));
  const Money difference =
      excess_of(box.higher_call.strike, box.lower_call.strike, box.lower_call.units);
  const Money worth =
      box.lower_call.value(Phase::maintenance) + box.higher_put.value(Phase::maintenance) -
      box.lower_put.value(Phase::maintenance) - box.higher_call.value(Phase::maintenance);
  const auto requirement = [&] {
    return under(european_box_law, "long European box",
                 percent_of(rate, known<R>("difference of the exercise prices", difference)));
  };
  const Money nothing = zero(difference.currency);
  return Margin<R>{requirement(),
                   requirement(),
                   nothing,
                   nothing,
                   lesser_of(worth, difference),
                   box.lower_put.value(Phase::initial) + box.higher_call.value(Phase::initial)};
}

template Result<Margin<Amount>> spread<Amount>(std::span<const OptionLeg>,
                                               std::span<const OptionLeg>, Day);
template Result<Margin<Money>> spread<Money>(std::span<const OptionLeg>, std::span<const OptionLeg>,
                                             Day);
template Result<Margin<Amount>> long_european_box<Amount>(const Box&, Day);
template Result<Margin<Money>> long_european_box<Money>(const Box&, Day);

}  // namespace plimsoll::reg_t
