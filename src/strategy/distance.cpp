#include "strategy/distance.hpp"

#include <algorithm>

#include "strategy/buffer.hpp"
#include "strategy/tokens.hpp"

namespace plimsoll::strategy {
namespace {

std::vector<InstrumentId> names_of(const std::vector<Held>& held) {
  std::vector<InstrumentId> names;
  for (const Held& one : held)
    if (one.moves.multiple != 0 && !one.notional.amount.is_zero()) names.push_back(one.moves.name);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Held itself, or what an option that is held is on.
bool is_held(const InstrumentId& id, const Account& account) {
  return std::ranges::any_of(account.positions, [&](const Position& position) {
    const auto* option = std::get_if<ListedOption>(&position.instrument);
    const auto* on_future = std::get_if<FutureOption>(&position.instrument);
    return id_of(position.instrument) == id || (option && option->underlying == id) ||
           (on_future && on_future->underlying == id);
  });
}

/// Nearest first; those that never get there last, by symbol.
bool sooner(const Reach& a, const Reach& b) {
  const auto key = [](const Reach& one) {
    return std::pair{one.nearest().value_or(1e9), one.name};
  };
  return key(a) < key(b);
}

}  // namespace

std::optional<double> Distance::daily_sigmas(const Reach& reach) const {
  return called() ? std::nullopt : reach.daily_sigmas();
}

Result<Distance> distance(const Book& book, const DistancePolicy& policy) {
  PLIMSOLL_TRY(answer, book.margin(book.account, book.market));
  PLIMSOLL_TRY(today, room_of(answer, book.account));
  PLIMSOLL_TRY(held, holdings(book.account, book.market, policy.default_beta));
  const auto rates = rates_of_value(answer, held, book.account);
  std::vector<Mover> all = movers(book.account, book.market, policy.default_beta);
  let_follow(policy, book.account, held, all);
  PLIMSOLL_TRY(moved, MovedMarket::of(book, all, rule_of(policy)));
  const Reaches reaches{book, policy, moved, held};

  RoomCurve market_curve{book, moved, {}};
  PLIMSOLL_TRY(market, reaches.reach({}, market_curve));
  if (rates) market.closed_form = reaches.by_arithmetic(*rates, today, {});
  Distance far{.room = today,
               .market = market,
               .steady = steady_in(book, policy),
               .volatility = rule_of(policy)};
  if (const auto there = market_curve.at(-AfterATenth::move)) far.after.down = *there;
  if (const auto there = market_curve.at(AfterATenth::move)) far.after.up = *there;
  // Of what is paid for in full all of the price is asked, and no more can be.
  const bool more_can_be_asked = !is_fully_paid(book.account.kind);
  for (const double multiple : policy.requirement_multiples)
    if (more_can_be_asked) far.shocks.push_back(multiplied(reaches, market_curve, today, multiple));
  for (const Decimal rate : policy.requirement_rates) {
    PLIMSOLL_TRY(floored, with_floor({book, policy, held, all}, today, rate));
    if (floored) {
      far.shocks.push_back(*floored);
      continue;
    }
    PLIMSOLL_TRY(why, why_without_effect(book, today));
    far.no_effect.push_back({Percent{rate}, why});
  }
  for (const InstrumentId& name : names_of(held)) {
    PLIMSOLL_TRY(reach, reaches.reach({name}));
    if (rates) reach.closed_form = reaches.by_arithmetic(*rates, today, {name});
    far.names.push_back(reach);
  }
  std::ranges::sort(far.names, sooner);
  for (const Mover& mover : all)
    if (mover.from == BetaFrom::assumed && is_held(mover.id, book.account))
      far.assumed_beta.push_back(mover.id);
  return far;
}

Result<Reach> market_alone(const Book& book, const DistancePolicy& policy) {
  PLIMSOLL_TRY(answer, book.margin(book.account, book.market));
  PLIMSOLL_TRY(today, room_of(answer, book.account));
  PLIMSOLL_TRY(held, holdings(book.account, book.market, policy.default_beta));
  PLIMSOLL_TRY(moved, MovedMarket::of(book, movers(book.account, book.market, policy.default_beta),
                                      rule_of(policy)));
  const Reaches reaches{book, policy, moved, held};
  PLIMSOLL_TRY(market, reaches.reach({}));
  if (const auto rates = rates_of_value(answer, held, book.account))
    market.closed_form = reaches.by_arithmetic(*rates, today, {});
  return market;
}

}  // namespace plimsoll::strategy
