#include "methods/reg_t/spread.hpp"

#include <algorithm>
#include <array>

#include "methods/reg_t/house/house.hpp"

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

/// `reached`, said to be about the leg.
template <Reading R>
R of_leg(const OptionLeg& leg, R reached) {
  if constexpr (std::same_as<R, Amount>)
    return about(to_text(Instrument{*leg.option}), std::move(reached));
  else return reached;
}

/// What the legs bring at expiry with the underlying at `price`; those out of the money bring
/// nothing and are not told.
template <Reading R>
R intrinsic_value(Label label, std::span<const OptionLeg> legs, Price price) {
  Total<R> sum{price.currency};
  for (const OptionLeg& leg : legs) {
    R value = in_the_money<R>("in-the-money amount", leg, price);
    if (!money_of(value).amount.is_zero()) sum.add(of_leg<R>(leg, std::move(value)));
  }
  return std::move(sum).named(label);
}

template <Reading R>
R loss_at(Price price, std::span<const OptionLeg> bought, std::span<const OptionLeg> sold) {
  Total<R> loss{price.currency};
  loss.add(intrinsic_value<R>("owed on the short options", sold, price));
  loss.add(less(intrinsic_value<R>("received on the long options", bought, price)));
  R told = std::move(loss).named("loss");
  if constexpr (std::same_as<R, Amount>)
    return about("at " + to_text(price.per_unit, 2), std::move(told));
  else return told;
}

template <Reading R>
Result<R> uncovered_total(std::span<const OptionLeg> sold, Phase phase, Day day) {
  Total<R> sum{sold.front().mark.currency};
  for (const OptionLeg& leg : sold) {
    PLIMSOLL_TRY(alone, uncovered_requirement<R>(leg, phase, day));
    sum.add(of_leg<R>(leg, std::move(alone)));
  }
  return std::move(sum).named("short options uncovered");
}

}  // namespace

template <Reading R>
R total_of_legs(Label label, Label each, std::span<const OptionLeg> legs, Phase phase) {
  Total<R> sum{legs.front().mark.currency};
  for (const OptionLeg& leg : legs) sum.add(of_leg<R>(leg, worth<R>(each, leg, phase)));
  return std::move(sum).named(label);
}

template <Reading R>
R greatest_loss(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold) {
  Greatest<R> greatest{known<R>("no loss", zero(sold.front().mark.currency))};
  for (const Price& price : exercise_prices(bought, sold))
    greatest.add(loss_at<R>(price, bought, sold));
  return std::move(greatest).named("greatest loss");
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
  const R loss = greatest_loss<R>(bought, sold);
  const R cost = total_of_legs<R>("long options paid in full", "purchase price", bought);
  R initial = plus(cost, with_house_of_spread(lesser_of(std::move(to_open), loss), bought, sold,
                                              Phase::initial));
  R maintenance =
      with_house_of_spread(lesser_of(std::move(to_keep), loss), bought, sold, Phase::maintenance);
  const bool any_legs = universal_spread.at(day.rules).has_value();
  initial = any_legs ? under(spread_law, "spread to open", std::move(initial))
                     : under(pair_spread_law, "two-leg spread to open", std::move(initial));
  maintenance = any_legs ? under(spread_law, "spread", std::move(maintenance))
                         : under(pair_spread_law, "two-leg spread", std::move(maintenance));
  const R none = nothing<R>(sold.front().mark.currency);
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   cost,
                   none,
                   none,
                   total_of_legs<R>("premiums", "premium", sold)};
}

/// The premium of its short options is inside the value of the box: nothing is left to be credited.
template <Reading R>
Result<Margin<R>> long_european_box(const Box& box, Day day) {
  PLIMSOLL_TRY(rate, european_box.at(day.rules));
  const R difference =
      worth_of_difference<R>("difference of the exercise prices", box.higher_call.strike,
                             box.lower_call.strike, box.lower_call.units);
  const std::array bought{box.lower_call, box.higher_put};
  const std::array sold{box.lower_put, box.higher_call};
  R worth_of_box = reduced_by(
      total_of_legs<R>("long options", "option market value", bought, Phase::maintenance),
      total_of_legs<R>("short options", "option market value", sold, Phase::maintenance));
  const R requirement = under(european_box_law, "long European box", percent_of(rate, difference));
  const R none = nothing<R>(box.lower_call.mark.currency);
  return Margin<R>{
      requirement, requirement, none, none, lesser_of(std::move(worth_of_box), difference), none};
}

template Amount total_of_legs<Amount>(Label, Label, std::span<const OptionLeg>, Phase);
template Money total_of_legs<Money>(Label, Label, std::span<const OptionLeg>, Phase);
template Amount greatest_loss<Amount>(std::span<const OptionLeg>, std::span<const OptionLeg>);
template Money greatest_loss<Money>(std::span<const OptionLeg>, std::span<const OptionLeg>);
template Result<Margin<Amount>> spread<Amount>(std::span<const OptionLeg>,
                                               std::span<const OptionLeg>, Day);
template Result<Margin<Money>> spread<Money>(std::span<const OptionLeg>, std::span<const OptionLeg>,
                                             Day);
template Result<Margin<Amount>> long_european_box<Amount>(const Box&, Day);
template Result<Margin<Money>> long_european_box<Money>(const Box&, Day);

}  // namespace plimsoll::reg_t
