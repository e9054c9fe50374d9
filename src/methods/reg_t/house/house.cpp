#include "methods/reg_t/house/house.hpp"

namespace plimsoll::reg_t {
namespace {

template <Reading R>
R asked_by(const HouseProfile& house, R reached) {
  return under(house.law, Label::of(house.asks), std::move(reached),
               SourceLine{Label::of(house.file), house.line});
}

template <Reading R>
R part_of(const HousePart& part, R value) {
  R share = percent_of(part.rate, std::move(value));
  if (part.where.line == 0) return share;
  return under(*part.rate.rate.law, part.name, std::move(share), part.where);
}

template <Reading R>
R dollars_each(const HouseDollars& least, Quantity units, Currency currency) {
  R sum = worth<R>("so much a unit", Price{least.dollars, currency}, units);
  return under(least.rule->law, least.rule->name, std::move(sum), least.rule->where);
}

/// The parts of an ask added up.
template <Reading R>
R parts_of(const HouseAsk& ask, const R& value) {
  if (ask.parts.size() == 1) return part_of(ask.parts.front(), value);
  Total<R> sum{money_of(value).currency};
  for (const HousePart& part : ask.parts) sum.add(part_of(part, value));
  return std::move(sum).named("base and add-ons");
}

template <Reading R>
R asked_of_shares(const HouseAsk& ask, const Shares& shares, const R& value, bool at_most_value) {
  R asked = parts_of(ask, value);
  if (at_most_value && 100_pct < ask.rate()) asked = lesser_of(std::move(asked), value);
  if (!ask.least) return asked;
  R least = dollars_each<R>(*ask.least, shares.units, shares.mark.currency);
  if (at_most_value) least = lesser_of(std::move(least), value);
  return ask.parts.empty() ? least : greater_of(std::move(asked), std::move(least));
}

/// A put never needs more than its aggregate exercise price; the houses' pages do not say
/// otherwise.
template <Reading R>
R at_most_its_exercise_value(R requirement, const OptionLeg& sold) {
  if (sold.option->right == Right::call) return requirement;
  return at_most_exercise_value(std::move(requirement), sold);
}

}  // namespace

template <Reading R>
R stricter(R law, R house) {
  R both = greater_of(std::move(law), std::move(house));
  if constexpr (std::same_as<R, Amount>) both.label = "stricter of law and house";
  return both;
}

template <Reading R>
R with_house(R law, const Shares& shares, const R& value, Phase phase) {
  if (!shares.house) return law;
  const HouseShares& house = *shares.house;
  if (!house.to_keep.empty())
    law = stricter(
        std::move(law),
        asked_by(*house.house, asked_of_shares(house.to_keep, shares, value, house.at_most_value)));
  if (phase == Phase::initial && !house.to_open.empty())
    law = stricter(
        std::move(law),
        asked_by(*house.house, asked_of_shares(house.to_open, shares, value, house.at_most_value)));
  return law;
}

template <Reading R>
R asked_uncovered(const OptionLeg& sold, Phase phase, const OptionRates& law) {
  const HouseOption& house = *sold.house;
  const R stock = worth<R>("underlying value", *sold.underlying, sold.units);
  const R floor_base =
      sold.option->right == Right::put ? exercise_value<R>("exercise price", sold) : stock;
  const R basic = house.underlying.parts.empty() ? percent_of(law.basic, stock)
                                                 : parts_of(house.underlying, stock);
  const R floor = house.least.parts.empty() ? percent_of(law.floor, floor_base)
                                            : parts_of(house.least, floor_base);
  R greatest = greater_of(
      reduced_by(basic, out_of_the_money<R>("out-of-the-money amount", sold, *sold.underlying)),
      floor);
  if (house.beside_premium.least)
    greatest = greater_of(std::move(greatest), dollars_each<R>(*house.beside_premium.least,
                                                               sold.units, sold.mark.currency));
  R asked = plus(worth<R>("option market value", sold, phase), std::move(greatest));
  if (house.whole.least)
    asked = greater_of(std::move(asked),
                       dollars_each<R>(*house.whole.least, sold.units, sold.mark.currency));
  return asked_by(*house.house, at_most_its_exercise_value(std::move(asked), sold));
}

template <Reading R>
R with_house_of_spread(R law, std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                       Phase phase) {
  const HouseOption* house = sold.front().house;
  if (!house || !house->asks_of_spreads()) return law;
  const Currency currency = sold.front().mark.currency;
  if (!house->cost_to_close.empty()) {
    const auto total = [&](Label label, std::span<const OptionLeg> legs) {
      Total<R> sum{currency};
      for (const OptionLeg& leg : legs) sum.add(worth<R>("option market value", leg, phase));
      return std::move(sum).named(label);
    };
    const R cost = reduced_by(total("short options", sold), total("long options", bought));
    law = stricter(std::move(law), asked_by(*house->house, parts_of(house->cost_to_close, cost)));
  }
  for (const HouseDollars& more : house->spread) {
    R sum = known<R>("for each spread", Money{more.dollars, currency});
    law = plus(std::move(law),
               under(more.rule->law, more.rule->name, std::move(sum), more.rule->where));
  }
  return law;
}

template <Reading R>
R asked_in_full(const Shares& held, Phase phase) {
  const HouseRule& rule = *held.house->no_credit;
  return under(rule.law, rule.name, worth<R>("market value", held, phase), rule.where);
}

#define PLIMSOLL_HOUSE(R)                                                                       \
  template R stricter<R>(R, R);                                                                 \
  template R with_house<R>(R, const Shares&, const R&, Phase);                                  \
  template R asked_uncovered<R>(const OptionLeg&, Phase, const OptionRates&);                   \
  template R with_house_of_spread<R>(R, std::span<const OptionLeg>, std::span<const OptionLeg>, \
                                     Phase);                                                    \
  template R asked_in_full<R>(const Shares&, Phase)
PLIMSOLL_HOUSE(Amount);
PLIMSOLL_HOUSE(Money);

}  // namespace plimsoll::reg_t
