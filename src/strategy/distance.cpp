#include "strategy/distance.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "strategy/curve.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double trading_days_a_year = 252;

double times_of(const Moves& moves, const Driver& driver) {
  if (driver.is_market()) return moves.beta;
  return moves.name == driver.name ? moves.multiple : 0;
}

/// The most that equity less so many times the requirement changes by, for a move of one: what is
/// held follows in full, and no rule asks for more than a quarter beyond what is moved.
double slope_most(const std::vector<Held>& held, const Driver& driver, double multiplier) {
  constexpr double requirement_share = 1.25;
  double sum = 0;
  for (const Held& one : held)
    sum += std::abs(to_double(one.exposure.amount) * times_of(one.moves, driver));
  return sum * (1 + requirement_share * multiplier);
}

std::optional<double> market_volatility(const MarketSnapshot& market) {
  if (const Quote* vix = market.find(InstrumentId{"VIX"}); vix && vix->price)
    return to_double(*vix->price) / 100;
  for (const char* index : {"SPX", "SPY"})
    if (const Quote* quote = market.find(InstrumentId{index}); quote && quote->volatility)
      return quote->volatility;
  return std::nullopt;
}

/// Of the name itself, or of what follows it one for one; otherwise of the option held on it that
/// is nearest the money.
std::optional<double> volatility_of(const InstrumentId& name, const std::vector<Mover>& movers,
                                    const MarketSnapshot& market, const MovedMarket& moved) {
  const auto quoted = [&](const InstrumentId& id) -> std::optional<double> {
    const Quote* quote = market.find(id);
    return quote ? quote->volatility : std::nullopt;
  };
  if (const auto own = quoted(name)) return own;
  for (const Mover& mover : movers)
    if (mover.moves.name == name && mover.moves.multiple == 1)
      if (const auto same = quoted(mover.id)) return same;
  return moved.implied(name);
}

class Measured {
 public:
  Measured(const Book& book, const DistanceTerms& terms, MovedMarket& moved,
           const std::vector<Held>& held)
      : book_{book}, terms_{terms}, moved_{moved}, held_{held} {}

  Crossings found(RoomCurve& curve, const Driver& driver, double multiplier) const {
    const std::vector<double> kinks = moved_.kinks(driver);
    return crossings([&](double move) { return curve.excess(move, multiplier); },
                     {.from = terms_.from,
                      .to = terms_.to,
                      .kinks = kinks,
                      .slope_most = slope_most(held_, driver, multiplier)});
  }

  Result<Reach> reach(const Driver& driver) const {
    RoomCurve curve{book_, moved_, driver};
    return reach(driver, curve);
  }

  Result<Reach> reach(const Driver& driver, RoomCurve& curve) const {
    Reach made{.name = driver.name, .exposure = zero(book_.account.base)};
    for (const Held& one : held_) {
      if (times_of(one.moves, driver) == 0) continue;
      made.moved.push_back(one.id);
      made.exposure = made.exposure + one.exposure;
    }
    std::ranges::sort(made.moved);
    made.moved.erase(std::unique(made.moved.begin(), made.moved.end()), made.moved.end());
    const Crossings all = found(curve, driver, 1);
    if (all.stopped_below && all.stopped_above && all.from == 0 && all.to == 0)
      return std::unexpected{*all.stopped_below};
    made.from = all.from;
    made.to = all.to;
    made.stopped = all.stopped_below ? all.stopped_below : all.stopped_above;
    for (const Crossing& one : all.all) made.roots.push_back(one.at);
    for (const Crossing& one : all.all) {
      if (one.at < 0) made.down = edge(one, curve);
      else if (!made.up) made.up = edge(one, curve);
    }
    for (auto* side : {&made.down, &made.up})
      if (*side) (*side)->price = price_at(driver, (*side)->move);
    made.volatility = driver.is_market()
                          ? market_volatility(book_.market)
                          : volatility_of(driver.name, moved_.movers(), book_.market, moved_);
    return made;
  }

 private:
  /// Equity just beyond, where the call is.
  std::optional<Edge> edge(const Crossing& crossing, RoomCurve& curve) const {
    const auto there = curve.at(crossing.at);
    if (!there) return std::nullopt;
    return Edge{.move = crossing.at, .jump = crossing.jump, .equity = there->equity};
  }

  std::optional<Price> price_at(const Driver& driver, double move) const {
    if (driver.is_market()) return std::nullopt;
    const Quote* quote = book_.market.find(driver.name);
    if (quote == nullptr || !quote->price) return std::nullopt;
    const Instrument* instrument = described(book_.account, driver.name);
    const double price = to_double(*quote->price) * (1 + move);
    return Price{Decimal::from_nano(static_cast<Int128>(
                     std::nearbyint(price * static_cast<double>(Decimal::scale)))),
                 instrument ? currency_of(*instrument, book_.account.base) : book_.account.base};
  }

  const Book& book_;
  const DistanceTerms& terms_;
  MovedMarket& moved_;
  const std::vector<Held>& held_;
};

std::vector<InstrumentId> names_of(const std::vector<Held>& held) {
  std::vector<InstrumentId> names;
  for (const Held& one : held)
    if (one.moves.multiple != 0 && !one.exposure.amount.is_zero()) names.push_back(one.moves.name);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Nearest first; those that never get there last, by symbol.
bool sooner(const Reach& a, const Reach& b) {
  const auto key = [](const Reach& one) {
    return std::pair{one.nearest().value_or(1e9), one.name};
  };
  return key(a) < key(b);
}

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

ShockedReach shocked(const Measured& measured, RoomCurve& curve, const Room& today,
                     const RequirementShock& shock) {
  const Crossings all = measured.found(curve, {}, shock.multiplier);
  const Money raised{multiply(Decimal::from_nano(static_cast<Int128>(std::nearbyint(
                                  shock.multiplier * static_cast<double>(Decimal::scale)))),
                              today.requirement.amount, Round::away_from_zero),
                     today.requirement.currency};
  return {.shock = shock,
          .excess = today.equity - raised,
          .down = nearest_below(all),
          .up = nearest_above(all)};
}

}  // namespace

std::optional<double> Reach::nearest() const {
  if (down && up) return std::min(-down->move, up->move);
  if (down) return -down->move;
  return up ? std::optional{up->move} : std::nullopt;
}

std::optional<double> Reach::daily_sigmas() const {
  const auto far = nearest();
  if (!far || !volatility || !(*volatility > 0)) return std::nullopt;
  return *far / (*volatility * std::sqrt(1 / trading_days_a_year));
}

Result<Distance> distance(const Book& book, const DistanceTerms& terms) {
  PLIMSOLL_TRY(today, room(book));
  PLIMSOLL_TRY(held, holdings(book.account, book.market, terms.default_beta));
  const std::vector<Mover> all = movers(book.account, book.market, terms.default_beta);
  PLIMSOLL_TRY(moved, MovedMarket::of(book, all, terms.volatility));
  const Measured measured{book, terms, moved, held};

  RoomCurve market_curve{book, moved, {}};
  PLIMSOLL_TRY(market, measured.reach({}, market_curve));
  Distance far{.room = today, .market = market, .volatility = terms.volatility};
  for (const RequirementShock& shock : terms.shocks)
    far.shocks.push_back(shocked(measured, market_curve, today, shock));
  for (const InstrumentId& name : names_of(held)) {
    PLIMSOLL_TRY(reach, measured.reach({name}));
    far.names.push_back(reach);
  }
  std::ranges::sort(far.names, sooner);
  for (const Mover& mover : all)
    if (mover.from == BetaFrom::assumed && std::ranges::any_of(held, [&](const Held& one) {
          return one.moves.name == mover.moves.name;
        }))
      far.assumed_beta.push_back(mover.id);
  return far;
}

}  // namespace plimsoll::strategy
