#include "methods/tims/requirement.hpp"

#include <cmath>
#include <cstdio>
#include <utility>

#include "methods/tims/border.hpp"
#include "methods/tims/minimum.hpp"

namespace plimsoll::tims {
namespace {

/// What a group loses, or gains, at one point: never below zero.
template <Reading R>
struct Side {
  bool loses = false;
  R amount;
};

/// The part of a gain that offsets, by the row of the pack that says so.
template <Reading R>
R part_of(const OffsetGroup& group, const Valued& valued, R gain) {
  const InForce<Percent> rate{valued.terms().packs.base->effective_from, Percent{group.offset},
                              &group.law, at_least};
  return under(group.law, "part of it that offsets", percent_of(rate, std::move(gain)),
               group.where);
}

template <Reading R>
class Reducer {
 public:
  Reducer(const Book& book, const Valued& valued, const Netted& netted)
      : book_{book}, valued_{valued}, netted_{netted} {}

  Result<Required<R>> of(std::size_t place) const {
    const NettedTop& top = netted_.tops[place];
    const std::size_t first_class = netted_.products[top.first].first;
    const std::size_t last_class = netted_.products[top.last - 1].last;
    const std::size_t first = netted_.classes[first_class].first;
    const std::size_t last = netted_.classes[last_class - 1].last;
    PLIMSOLL_TRY(minimum, minimum_of<R>(book_, valued_, first, last));
    PLIMSOLL_TRY(more, more_by_class(first_class, last_class));
    const Money least = money_of(minimum), added = money_of(more);
    R risk = loss_at_worst(top);
    const bool by_class = valued_.terms().packs.base->minimum_over == MinimumOver::class_group;
    const Money pooled = money_of(risk);
    if (by_class && zero(currency()) < added) risk = plus(std::move(risk), std::move(more));
    const bool governs = money_of(risk) < least;
    R reached = greater_of(std::move(risk), std::move(minimum));
    const Money alone = by_class || !(greater_of(pooled, least) < pooled + added)
                            ? zero(currency())
                            : pooled + added - greater_of(pooled, least);
    R asked = is_customers() ? under(customer_law, "portfolio margin", std::move(reached))
                             : under(broker_law, "risk-based haircut", std::move(reached));
    if constexpr (std::same_as<R, Amount>)
      asked = about(name_of(top, netted_, valued_), std::move(asked));
    return Required<R>{place, std::move(asked), least, governs, alone};
  }

 private:
  Currency currency() const { return valued_.terms().currency; }
  bool is_customers() const { return valued_.terms().role == Role::customer; }

  Money gain_of(const HeldPosition& held, std::size_t column) const {
    return from_model(held.quantity * netted_.grid->gains_of(held.instrument)[column], currency());
  }

  Side<R> class_side(std::size_t place, std::size_t column) const {
    const NettedClass& group = netted_.classes[place];
    Money sum = zero(currency());
    for (std::size_t i = group.first; i < group.last; ++i)
      sum = sum + gain_of(book_.in_grid[i], column);
    const bool loses = sum.amount.is_negative();
    Total<R> total{currency()};
    for (std::size_t i = group.first; i < group.last; ++i) {
      const Money gain = gain_of(book_.in_grid[i], column);
      R part = known<R>(loses ? Label{"loss"} : Label{"gain"}, loses ? -gain : gain);
      if constexpr (std::same_as<R, Amount>)
        part = about(to_text(book_.in_grid[i].position->instrument), std::move(part));
      total.add(std::move(part));
    }
    const Label name = loses ? Label{"class group loses"} : Label{"class group gains"};
    R amount = std::move(total).named("positions together");
    if constexpr (std::same_as<R, Amount>) {
      const std::size_t group_place = group.class_group;
      const double move = netted_.grid->moves_of(group_place)[column];
      const RangeRow& range = *valued_.groups().classes[group_place].moved_by;
      amount = under(range.law, Label::of(range.label), std::move(amount), range.where);
      amount = is_customers() ? under(class_netting_law, name, std::move(amount))
                              : under(firm_class_netting_law, name, std::move(amount));
      amount = about(valued_.groups().classes[group_place].name + " at " + move_text(move),
                     std::move(amount));
    }
    return {loses, std::move(amount)};
  }

  /// Losses less the part of the gains that offsets them; or the other way round.
  Side<R> offset(Total<R> losses, Total<R> gains, const OffsetGroup& group) const {
    R lost = std::move(losses).named("losses");
    R offsetting = part_of(group, valued_, std::move(gains).named("gains"));
    const bool loses = !(money_of(lost) < money_of(offsetting));
    R left = loses ? reduced_by(std::move(lost), std::move(offsetting))
                   : reduced_by(std::move(offsetting), std::move(lost));
    return {loses, std::move(left)};
  }

  Side<R> product_side(const NettedProduct& product, std::size_t column) const {
    const OffsetGroup* group = valued_.groups().products[product.product_group].of;
    Total<R> losses{currency()}, gains{currency()};
    bool any_gain = false;
    for (std::size_t c = product.first; c < product.last; ++c) {
      Side<R> one = class_side(c, column);
      any_gain = any_gain || !one.loses;
      if (product.last - product.first == 1 && one.loses) return one;
      (one.loses ? losses : gains).add(std::move(one.amount));
    }
    // Alone, or with nothing that gains: there is nothing to offset.
    if (!group || !any_gain) return {true, std::move(losses).named("product group loses")};
    Side<R> side = offset(std::move(losses), std::move(gains), *group);
    side.amount =
        under(product_offset_law, "after the offset in the product group", std::move(side.amount));
    if constexpr (std::same_as<R, Amount>) side.amount = about(group->name, std::move(side.amount));
    return side;
  }

  R loss_at_worst(const NettedTop& top) const {
    if (!(0 < top.worst.loss)) return known<R>("no loss at any point", zero(currency()));
    const std::size_t column = top.worst.point;
    Side<R> side = top.last - top.first == 1 ? product_side(netted_.products[top.first], column)
                                             : portfolio_side(top, column);
    R loss = side.loses ? std::move(side.amount) : known<R>("no loss left", zero(currency()));
    loss = is_customers() ? under(points_law, "loss at the worst point", std::move(loss))
                          : under(firm_points_law, "loss at the worst point", std::move(loss));
    if constexpr (std::same_as<R, Amount>) loss = about(point_text(column), std::move(loss));
    return loss;
  }

  Side<R> portfolio_side(const NettedTop& top, std::size_t column) const {
    Total<R> losses{currency()}, gains{currency()};
    for (std::size_t p = top.first; p < top.last; ++p) {
      Side<R> one = product_side(netted_.products[p], column);
      (one.loses ? losses : gains).add(std::move(one.amount));
    }
    const OffsetGroup& group = *valued_.groups().tops[top.top].portfolio;
    Side<R> side = offset(std::move(losses), std::move(gains), group);
    side.amount = under(portfolio_offset_law, "after the offset between product groups",
                        std::move(side.amount));
    return side;
  }

  std::string point_text(std::size_t column) const {
    std::string text = "point " + std::to_string(column % points_count + 1) + " of " +
                       std::to_string(points_count);
    const double shift = netted_.grid->shifts[column / points_count];
    if (shift != 0) text += ", volatility " + move_text(shift);
    return text;
  }

  /// What each class group's own minimum is above its own greatest loss.
  Result<R> more_by_class(std::size_t first, std::size_t last) const {
    Total<R> more{currency()};
    // Of one class group alone the greater of both is all there is.
    for (std::size_t c = first; last - first > 1 && c < last; ++c) {
      const NettedClass& group = netted_.classes[c];
      PLIMSOLL_TRY(least, minimum_of<R>(book_, valued_, group.first, group.last));
      const Money lost = from_model(group.worst.loss, currency());
      if (!(lost < money_of(least))) continue;
      more.add(reduced_by(std::move(least), known<R>("the class group's greatest loss", lost)));
    }
    return std::move(more).named("minimums of class groups that lose less");
  }

  const Book& book_;
  const Valued& valued_;
  const Netted& netted_;
};

}  // namespace

std::string move_text(double move) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.6g%%", std::round(move * 1e8) / 1e6);
  return text;
}

template <Reading R>
Result<R> minimum_of(const Book& book, const Valued& valued, std::size_t first, std::size_t last) {
  const ValuedTerms& terms = valued.terms();
  Total<R> sum{terms.currency};
  for (std::size_t i = first; i < last; ++i) {
    const HeldPosition& held = book.in_grid[i];
    const ValuedInstrument& instrument = valued.instruments()[held.instrument];
    if (!instrument.has_minimum) continue;
    Contracts contracts{
        .units = {multiply_divide(abs(held.position->quantity).atto, instrument.multiplier.nano(),
                                  Decimal::scale, Round::toward_zero)},
        .market_value = {}};
    if (instrument.has_value && !held.position->quantity.is_negative())
      contracts.market_value = value_of(held, valued);
    PLIMSOLL_TRY(least, least_of<R>(contracts, terms.role, terms.rules));
    if constexpr (std::same_as<R, Amount>)
      least = about(to_text(held.position->instrument), std::move(least));
    sum.add(std::move(least));
  }
  return std::move(sum).named("minimum for its contracts");
}
template Result<Money> minimum_of<Money>(const Book&, const Valued&, std::size_t, std::size_t);
template Result<Amount> minimum_of<Amount>(const Book&, const Valued&, std::size_t, std::size_t);

template <Reading R>
Result<std::vector<Required<R>>> required(const Book& book, const Valued& valued,
                                          const Netted& netted) {
  std::vector<Required<R>> all;
  all.reserve(netted.tops.size());
  const Reducer<R> reducer{book, valued, netted};
  for (std::size_t top = 0; top < netted.tops.size(); ++top) {
    PLIMSOLL_TRY(one, reducer.of(top));
    all.push_back(std::move(one));
  }
  return all;
}
template Result<std::vector<Required<Money>>> required<Money>(const Book&, const Valued&,
                                                              const Netted&);
template Result<std::vector<Required<Amount>>> required<Amount>(const Book&, const Valued&,
                                                                const Netted&);

template <Reading R>
Result<R> not_marginable(const HeldPosition& held, const Valued& valued) {
  const bool owed = held.position->quantity.is_negative();
  const Money value = value_of(held, valued);
  const auto rates =
      owed ? non_margin_owed.at(valued.terms().rules) : non_margin_held.at(valued.terms().rules);
  PLIMSOLL_TRY(rate, rates);
  R asked = under(non_margin_law, "equity that is not marginable",
                  percent_of(rate, known<R>("market value", owed ? -value : value)));
  if constexpr (std::same_as<R, Amount>)
    asked = about(to_text(held.position->instrument), std::move(asked));
  return asked;
}
template Result<Money> not_marginable<Money>(const HeldPosition&, const Valued&);
template Result<Amount> not_marginable<Amount>(const HeldPosition&, const Valued&);

}  // namespace plimsoll::tims
