#include "strategy/requirement_shocks.hpp"

#include <algorithm>

namespace plimsoll::strategy {
namespace {

std::optional<double> nearest_below(const Crossings& all) {
  std::optional<double> nearest;
  for (const Crossing& one : all.all)
    if (one.at < 0) nearest = one.at;
  return nearest;
}

std::optional<double> nearest_above(const Crossings& all) {
  for (const Crossing& one : all.all)
    if (0 <= one.at) return one.at;
  return std::nullopt;
}

/// The book where the broker asks at least `rate` of every share and fund held long.
Book with_rate(const Book& book, Decimal rate) {
  Book raised = book;
  for (const Position& position : book.account.positions) {
    const bool listed = std::holds_alternative<Stock>(position.instrument) ||
                        std::holds_alternative<Fund>(position.instrument);
    if (!listed || position.quantity.is_negative()) continue;
    std::optional<Decimal>& asked = raised.market.quotes[id_of(position.instrument)].margin_rate;
    asked = std::max(asked.value_or(rate), rate);
  }
  return raised;
}

}  // namespace

ShockedReach multiplied(const Reaches& reaches, RoomCurve& curve, const Room& today,
                        double multiple) {
  const Crossings all = reaches.found(curve, {}, multiple);
  const Money raised{
      multiply(decimal_of(multiple), today.requirement.amount, Round::away_from_zero),
      today.requirement.currency};
  return {.shock = {.multiple = multiple},
          .requirement = raised,
          .excess = today.equity - raised,
          .down = nearest_below(all),
          .up = nearest_above(all)};
}

Result<std::optional<ShockedReach>> with_floor(const ShockTerms& terms, const Room& today,
                                               Decimal rate) {
  const Book raised = with_rate(terms.book, rate);
  PLIMSOLL_TRY(there, room(raised));
  if (there.requirement == today.requirement) return std::nullopt;
  PLIMSOLL_TRY(moved, MovedMarket::of(raised, terms.movers, rule_of(terms.policy)));
  const Reaches reaches{raised, terms.policy, moved, terms.held};
  RoomCurve curve{raised, moved, {}};
  const Crossings all = reaches.found(curve, {}, 1);
  return ShockedReach{.shock = {.multiple = 1, .rate = Percent{rate}},
                      .requirement = there.requirement,
                      .excess = there.excess(),
                      .down = nearest_below(all),
                      .up = nearest_above(all)};
}

// A rate of a thousand per cent would, where any
// is read.
Result<std::string_view> why_without_effect(const Book& book, const Room& today) {
  const bool any = std::ranges::any_of(book.account.positions, [](const Position& position) {
    return !position.quantity.is_negative() &&
           (std::holds_alternative<Stock>(position.instrument) ||
            std::holds_alternative<Fund>(position.instrument));
  });
  if (!any) return "no shares or funds are held long";
  PLIMSOLL_TRY(there, room(with_rate(book, Decimal{10})));
  if (there.requirement == today.requirement)
    return "the method reads no broker's rate for a security: what it asks moves as a multiple";
  return "as much is asked of every share and fund already";
}

}  // namespace plimsoll::strategy
