#include "strategy/reach.hpp"

#include <algorithm>
#include <cmath>

#include "strategy/market_volatility.hpp"
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

/// Written as a person says a limit of the search.
std::string limit_text(double move) { return told_far(std::abs(move)); }

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

bool looked_for_any_fall(const Reach& reach) { return reach.from <= whole_fall; }

std::string no_call(const Reach& reach) {
  const std::string what = reach.name.empty() ? "the market" : std::string{reach.name.view()};
  std::string text = "no fall of " + what;
  if (!looked_for_any_fall(reach)) text += " of up to " + limit_text(reach.from);
  return text + " brings a call, nor does a rise of up to " + limit_text(reach.to);
}

Crossings Reaches::found(RoomCurve& curve, const Driver& driver, double multiplier) const {
  const std::vector<double> kinks = moved_.kinks(driver);
  return crossings([&](double move) { return curve.excess(move, multiplier); },
                   {.from = furthest_fall(policy_),
                    .to = policy_.rise_most,
                    .kinks = kinks,
                    .slope_most = slope_most(held_, driver, multiplier)});
}

std::optional<double> Reaches::by_arithmetic(const RatesOfValue& rates, const Room& today,
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

Result<Reach> Reaches::reach(const Driver& driver) const {
  RoomCurve curve{book_, moved_, driver};
  return reach(driver, curve);
}

Result<Reach> Reaches::reach(const Driver& driver, RoomCurve& curve) const {
  Reach made{.name = driver.name};
  for (const Held& one : held_) {
    if (times_of(one.moves, driver) == 0) continue;
    made.moved.push_back(one.id);
  }
  PLIMSOLL_TRY(moves, exposure(driver));
  made.exposure = moves;
  made.slope = slope_of(curve);
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
  write_volatility(made);
  return made;
}

void Reaches::write_volatility(Reach& made) const {
  if (made.name.empty()) {
    made.volatility = market_volatility(book_.market);
    return;
  }
  made.quoted_volatility = quoted_volatility(made.name, moved_.movers(), book_.market);
  made.volatility = made.quoted_volatility ? made.quoted_volatility : moved_.implied(made.name);
  made.beta = beta_of(made.name, held_);
}

/// Positions' worth where the driver has moved so.
Result<double> Reaches::worth_at(const Driver& driver, double move) const {
  PLIMSOLL_TRY(market, moved_.at(driver, move));
  PLIMSOLL_TRY(there, holdings(book_.account, *market, policy_.default_beta));
  double sum = 0;
  for (const Held& one : there) sum += to_double(one.exposure.amount);
  return sum;
}

/// What positions gain for a move of one, by a small move either way.
Result<Money> Reaches::exposure(const Driver& driver) const {
  constexpr double small = 1e-3;
  PLIMSOLL_TRY(up, worth_at(driver, small));
  PLIMSOLL_TRY(down, worth_at(driver, -small));
  const double gain = std::round((up - down) / (2 * small) * 100) / 100;
  return Money{decimal_of(gain), book_.account.base};
}

double Reaches::slope_of(RoomCurve& curve) {
  constexpr double small = 1e-3;
  const auto up = curve.excess(small, 1), down = curve.excess(-small, 1);
  return up && down ? (*up - *down) / (2 * small) : 0;
}

/// Equity just beyond, where the call is.
std::optional<Edge> Reaches::edge(const Crossing& crossing, RoomCurve& curve) const {
  const auto there = curve.at(crossing.at);
  if (!there) return std::nullopt;
  return Edge{.move = crossing.at, .jump = crossing.jump, .equity = there->equity};
}

std::optional<Price> Reaches::price_at(const Driver& driver, double move) const {
  if (driver.is_market()) return std::nullopt;
  const Quote* quote = book_.market.find(driver.name);
  if (quote == nullptr || !quote->price) return std::nullopt;
  const Instrument* instrument = described(book_.account, driver.name);
  const double price = to_double(*quote->price) * (1 + move);
  return Price{decimal_of(price),
               instrument ? currency_of(*instrument, book_.account.base) : book_.account.base};
}

}  // namespace plimsoll::strategy
