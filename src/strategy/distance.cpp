#include "strategy/distance.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "strategy/buffer.hpp"
#include "strategy/curve.hpp"
#include "strategy/market_volatility.hpp"
#include "strategy/rates_of_value.hpp"
#include "strategy/tokens.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double trading_days_a_year = 252;
/// To here a search is one for any fall: what is left is what prices are floored at.
constexpr double whole_fall = -(1 - 2 * least_part);

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
    sum += std::abs(to_double(one.notional.amount) * times_of(one.moves, driver));
  return sum * (1 + requirement_share * multiplier);
}

/// Of the name itself, or of what follows it one for one.
std::optional<double> quoted_volatility(const InstrumentId& name, const std::vector<Mover>& movers,
                                        const MarketSnapshot& market) {
  const auto quoted = [&](const InstrumentId& id) -> std::optional<double> {
    const Quote* quote = market.find(id);
    return quote ? quote->volatility : std::nullopt;
  };
  if (const auto own = quoted(name)) return own;
  for (const Mover& mover : movers)
    if (mover.moves.name == name && mover.moves.multiple == 1)
      if (const auto same = quoted(mover.id)) return same;
  return std::nullopt;
}

double beta_of(const InstrumentId& name, const std::vector<Held>& held) {
  for (const Held& one : held)
    if (one.moves.name == name && one.moves.multiple != 0)
      return one.moves.beta / one.moves.multiple;
  return 0;
}

class Measured {
 public:
  Measured(const Book& book, const DistancePolicy& policy, MovedMarket& moved,
           const std::vector<Held>& held)
      : book_{book}, policy_{policy}, moved_{moved}, held_{held} {}

  Crossings found(RoomCurve& curve, const Driver& driver, double multiplier) const {
    const std::vector<double> kinks = moved_.kinks(driver);
    return crossings([&](double move) { return curve.excess(move, multiplier); },
                     {.from = furthest_fall(policy_),
                      .to = policy_.rise_most,
                      .kinks = kinks,
                      .slope_most = slope_most(held_, driver, multiplier)});
  }

  /// The decline by arithmetic, where the rates it stands on are those halfway and there too.
  std::optional<double> by_arithmetic(const RatesOfValue& rates, const Room& today,
                                      const Driver& driver) const {
    const auto decline = driver.is_market() ? closed_form_decline(rates, today)
                                            : closed_form_decline(rates, today, driver.name);
    if (!decline) return std::nullopt;
    for (const double part : {0.5, 1.0}) {
      const auto market = moved_.at(driver, part * *decline);
      if (!market) return std::nullopt;
      const auto answer = book_.margin(book_.account, **market);
      const auto held = holdings(book_.account, **market, policy_.default_beta);
      if (!answer || !held) return std::nullopt;
      const auto there = rates_of_value(*answer, *held, book_.account);
      if (!there || !same_rates(rates, *there)) return std::nullopt;
    }
    return decline;
  }

  Result<Reach> reach(const Driver& driver) const {
    RoomCurve curve{book_, moved_, driver};
    return reach(driver, curve);
  }

  Result<Reach> reach(const Driver& driver, RoomCurve& curve) const {
    Reach made{.name = driver.name};
    for (const Held& one : held_) {
      if (times_of(one.moves, driver) == 0) continue;
      made.moved.push_back(one.id);
    }
    PLIMSOLL_TRY(moves, exposure(driver));
    made.exposure = moves;
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
    if (driver.is_market()) {
      made.volatility = market_volatility(book_.market);
      return made;
    }
    made.quoted_volatility = quoted_volatility(driver.name, moved_.movers(), book_.market);
    made.volatility = made.quoted_volatility ? made.quoted_volatility : moved_.implied(driver.name);
    made.beta = beta_of(driver.name, held_);
    return made;
  }

 private:
  /// Positions' worth where the driver has moved so.
  Result<double> worth_at(const Driver& driver, double move) const {
    PLIMSOLL_TRY(market, moved_.at(driver, move));
    PLIMSOLL_TRY(there, holdings(book_.account, *market, policy_.default_beta));
    double sum = 0;
    for (const Held& one : there) sum += to_double(one.exposure.amount);
    return sum;
  }

  /// What positions gain for a move of one, by a small move either way.
  Result<Money> exposure(const Driver& driver) const {
    constexpr double small = 1e-3;
    PLIMSOLL_TRY(up, worth_at(driver, small));
    PLIMSOLL_TRY(down, worth_at(driver, -small));
    const double gain = std::round((up - down) / (2 * small) * 100) / 100;
    return Money{decimal_of(gain), book_.account.base};
  }

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
    return Price{decimal_of(price),
                 instrument ? currency_of(*instrument, book_.account.base) : book_.account.base};
  }

  const Book& book_;
  const DistancePolicy& policy_;
  MovedMarket& moved_;
  const std::vector<Held>& held_;
};

std::vector<InstrumentId> names_of(const std::vector<Held>& held) {
  std::vector<InstrumentId> names;
  for (const Held& one : held)
    if (one.moves.multiple != 0 && !one.notional.amount.is_zero()) names.push_back(one.moves.name);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Written as a person says a limit of the search.
std::string limit_text(double move) { return told_far(std::abs(move)); }

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

/// Requirements times so much, along the curve that is known already.
ShockedReach multiplied(const Measured& measured, RoomCurve& curve, const Room& today,
                        double multiple) {
  const Crossings all = measured.found(curve, {}, multiple);
  const Money raised{
      multiply(decimal_of(multiple), today.requirement.amount, Round::away_from_zero),
      today.requirement.currency};
  return {.shock = {.multiple = multiple},
          .requirement = raised,
          .excess = today.equity - raised,
          .down = nearest_below(all),
          .up = nearest_above(all)};
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

/// Why a rate that changes no requirement does not. A rate of a thousand per cent would, where any
/// is read.
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

/// Nothing where it changes no requirement.
Result<std::optional<ShockedReach>> with_floor(const Book& book, const DistancePolicy& policy,
                                               const std::vector<Held>& held,
                                               const std::vector<Mover>& movers, Decimal rate) {
  const Book raised = with_rate(book, rate);
  PLIMSOLL_TRY(today, room(book));
  PLIMSOLL_TRY(there, room(raised));
  if (there.requirement == today.requirement) return std::nullopt;
  PLIMSOLL_TRY(moved, MovedMarket::of(raised, movers, rule_of(policy)));
  const Measured measured{raised, policy, moved, held};
  RoomCurve curve{raised, moved, {}};
  const Crossings all = measured.found(curve, {}, 1);
  return ShockedReach{.shock = {.multiple = 1, .rate = Percent{rate}},
                      .requirement = there.requirement,
                      .excess = there.excess(),
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

std::optional<double> Distance::daily_sigmas(const Reach& reach) const {
  return called() ? std::nullopt : reach.daily_sigmas();
}

std::string no_call(const Reach& reach) {
  const std::string what = reach.name.empty() ? "the market" : std::string{reach.name.view()};
  std::string text = "no fall of " + what;
  if (whole_fall < reach.from) text += " of up to " + limit_text(reach.from);
  return text + " brings a call, nor does a rise of up to " + limit_text(reach.to);
}

Result<Distance> distance(const Book& book, const DistancePolicy& policy) {
  PLIMSOLL_TRY(answer, book.margin(book.account, book.market));
  PLIMSOLL_TRY(today, room_of(answer, book.account));
  PLIMSOLL_TRY(held, holdings(book.account, book.market, policy.default_beta));
  const auto rates = rates_of_value(answer, held, book.account);
  std::vector<Mover> all = movers(book.account, book.market, policy.default_beta);
  let_follow(policy, book.account, held, all);
  PLIMSOLL_TRY(moved, MovedMarket::of(book, all, rule_of(policy)));
  const Measured measured{book, policy, moved, held};

  RoomCurve market_curve{book, moved, {}};
  PLIMSOLL_TRY(market, measured.reach({}, market_curve));
  if (rates) market.closed_form = measured.by_arithmetic(*rates, today, {});
  Distance far{.room = today,
               .market = market,
               .steady = steady_in(book, policy),
               .volatility = rule_of(policy)};
  if (const auto there = market_curve.at(-AfterATenth::move)) far.after.down = *there;
  if (const auto there = market_curve.at(AfterATenth::move)) far.after.up = *there;
  // Of what is paid for in full all of the price is asked, and no more can be.
  const bool more_can_be_asked = !is_fully_paid(book.account.kind);
  for (const double multiple : policy.requirement_multiples)
    if (more_can_be_asked)
      far.shocks.push_back(multiplied(measured, market_curve, today, multiple));
  for (const Decimal rate : policy.requirement_rates) {
    PLIMSOLL_TRY(floored, with_floor(book, policy, held, all, rate));
    if (floored) {
      far.shocks.push_back(*floored);
      continue;
    }
    PLIMSOLL_TRY(why, why_without_effect(book, today));
    far.no_effect.push_back({Percent{rate}, why});
  }
  for (const InstrumentId& name : names_of(held)) {
    PLIMSOLL_TRY(reach, measured.reach({name}));
    if (rates) reach.closed_form = measured.by_arithmetic(*rates, today, {name});
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
  const Measured measured{book, policy, moved, held};
  PLIMSOLL_TRY(market, measured.reach({}));
  if (const auto rates = rates_of_value(answer, held, book.account))
    market.closed_form = measured.by_arithmetic(*rates, today, {});
  return market;
}

}  // namespace plimsoll::strategy
