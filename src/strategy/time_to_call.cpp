#include "strategy/time_to_call.hpp"

#include <algorithm>
#include <cmath>

#include "risk/barrier_simulation.hpp"
#include "risk/looks.hpp"
#include "strategy/book_volatility.hpp"

namespace plimsoll::strategy {
namespace {

constexpr int days_of_a_year = 252;
constexpr double day = 1.0 / days_of_a_year;

/// The level of a fall comes up as the debit grows.
risk::Corridor corridor_of(const TimeToCall& call, double volatility) {
  return {.down = call.log_distance,
          .up = call.log_rise,
          .drift = call.expected_return - 0.5 * volatility * volatility,
          .volatility = volatility,
          .rising = call.borrowing_rate};
}

double within(const risk::Corridor& corridor, int days, Monitoring monitoring) {
  switch (monitoring) {
    case Monitoring::continuous:
      return risk::probability_by(corridor, days * day);
    case Monitoring::daily:
      return risk::seen_by(corridor, {.interval_years = day, .count = days});
  }
  PLIMSOLL_CHECK(false);
  return 0;
}

CallByHorizon by_horizon(const TimeToCall& call, double volatility, int days) {
  const risk::Corridor both = corridor_of(call, volatility);
  CallByHorizon made{.days = days,
                     .probability = within(both, days, call.monitoring),
                     .at_the_end = risk::probability_at(both, days * day)};
  risk::Corridor down = both, up = both;
  down.up.reset();
  up.down.reset();
  if (down.down) made.fall = within(down, days, call.monitoring);
  if (up.up) made.rise = within(up, days, call.monitoring);
  return made;
}

void add_times(const TimeToCall& call, CallByRegime& made) {
  const risk::Corridor room = corridor_of(call, made.volatility);
  const auto in_days = [](std::optional<double> years) {
    return years ? std::optional{*years * days_of_a_year} : std::nullopt;
  };
  switch (call.monitoring) {
    case Monitoring::continuous:
      made.median_days = in_days(risk::years_until(room, 0.5));
      made.expected_days = in_days(risk::expected_years(room));
      made.ever = risk::probability_ever(room);
      return;
    case Monitoring::daily:
      const risk::Corridor watched = risk::watched_every(day, room);
      made.median_days = in_days(risk::years_until_seen(room, day, 0.5));
      made.expected_days = in_days(risk::expected_years(watched));
      made.ever = risk::probability_ever(watched);
      return;
  }
}

Result<CallByRegime> by_regime(const TimeToCall& call, CallByRegime made,
                               const std::vector<int>& horizons) {
  const double wilder = std::min(2 * made.volatility, risk::moving_volatility_most);
  for (const double volatility : {made.volatility, wilder})
    PLIMSOLL_TRY_VOID(risk::check(corridor_of(call, volatility)));
  add_times(call, made);
  made.within_a_year = by_horizon(call, made.volatility, days_of_a_year).probability;
  made.within_a_year_twice_as_wild = by_horizon(call, wilder, days_of_a_year).probability;
  for (const int days : horizons) made.horizons.push_back(by_horizon(call, made.volatility, days));
  return made;
}

Result<SimulatedCall> simulated(const TimeToCall& call, const TimeTerms& terms) {
  const CallByRegime& regime = call.regimes.front();
  const int days = regime.horizons.back().days;
  const risk::Corridor room = corridor_of(call, regime.volatility);
  const auto down = risk::below(room), up = risk::above(room);
  PLIMSOLL_TRY(paths, risk::simulate({.barrier = down ? *down : *up,
                                      .opposite = down ? up : std::nullopt,
                                      .years = days * day,
                                      .paths = terms.paths,
                                      .seed = terms.seed,
                                      .threads = terms.threads}));
  const risk::Interval interval = paths.probability_interval();
  return SimulatedCall{.regime = regime.regime,
                       .days = days,
                       .probability = paths.probability(),
                       .low = interval.least,
                       .high = interval.most,
                       .paths = terms.paths,
                       .seed = terms.seed};
}

bool brings_a_call(const Reach& reach) { return reach.down || reach.up; }

/// What moves the account.
const Reach& driver_of(const Distance& far) {
  if (far.names.size() != 1) return far.market;
  const Reach& name = far.names.front();
  const bool is_own = name.quoted_volatility || !brings_a_call(far.market);
  return is_own && brings_a_call(name) ? name : far.market;
}

NameRisk risk_of(const Reach& name) {
  return {to_double(name.exposure.amount), name.beta, name.quoted_volatility};
}

/// Of the market driver: what names take from the excess by moves of their own, in moves of the
/// market: over what one of those takes on the way to the nearest call.
double beside_the_market(const Distance& far) {
  const auto nearest = far.market.nearest();
  const double excess = to_double(far.room.excess().amount);
  if (!nearest || !(*nearest > 0)) return 0;
  std::vector<NameRisk> names;
  for (const Reach& name : far.names)
    names.push_back({name.slope, name.beta, name.quoted_volatility});
  return volatility_beside(names, far.market.volatility, excess / *nearest);
}

/// Today's where it is known, then the policy's.
std::vector<CallByRegime> regimes_of(const Distance& far, const Reach& driver,
                                     const TimeToCallPolicy& policy, double beside) {
  std::vector<CallByRegime> regimes;
  const auto& market = far.market.volatility;
  const double beta = driver.name.empty() ? 1 : driver.beta;
  if (!driver.name.empty() && driver.quoted_volatility)
    regimes.push_back({.regime = "today",
                       .volatility = *driver.quoted_volatility,
                       .market_volatility = market.value_or(0)});
  else if (market)
    regimes.push_back({.regime = "today",
                       .volatility = with_beside(beta * *market, beside),
                       .market_volatility = *market});
  // Where the market's of today is not known, how much of a name's is its own is not either.
  const bool whole = !driver.name.empty() && driver.quoted_volatility && !market;
  for (const NamedVolatility& one : policy.regimes)
    regimes.push_back(
        {.regime = one.name,
         .volatility = whole ? std::max(*driver.quoted_volatility, std::abs(beta) * one.volatility)
                             : with_beside(beta * one.volatility, beside),
         .market_volatility = one.volatility});
  return regimes;
}

}  // namespace

const CallByRegime* TimeToCall::today() const {
  return !regimes.empty() && regimes.front().regime == "today" ? &regimes.front() : nullptr;
}

Result<TimeToCall> time_to_call(const Distance& far, const TimeToCallPolicy& policy,
                                const TimeTerms& terms) {
  if (far.called())
    return fail(Reason::bad_input, "the account is called today: its excess is below zero");
  const Reach& driver = driver_of(far);
  if (!brings_a_call(driver))
    return fail(Reason::bad_input, driver.stopped
                                       ? "no call was found as far as the market could be moved: " +
                                             driver.stopped->what
                                       : no_call(driver));
  if (!terms.borrowing_rate)
    return fail(Reason::bad_input,
                "what the debit grows by is not known; give financing, or market.risk_free_rate");
  TimeToCall call{.name = driver.name,
                  .volatility_beside =
                      driver.name.empty()
                          ? beside_the_market(far)
                          : volatility_beside(risk_of(driver), far.market.volatility).value_or(0),
                  .expected_return = policy.expected_return,
                  .borrowing_rate = *terms.borrowing_rate,
                  .monitoring = policy.monitoring};
  if (driver.down) {
    call.decline = -driver.down->move;
    call.log_distance = -std::log1p(driver.down->move);
  }
  if (driver.up) {
    call.rise = driver.up->move;
    call.log_rise = std::log1p(driver.up->move);
  }
  std::vector<int> horizons = policy.horizon_days;
  std::ranges::sort(horizons);
  for (const CallByRegime& regime : regimes_of(far, driver, policy, call.volatility_beside)) {
    PLIMSOLL_TRY(made, by_regime(call, regime, horizons));
    call.regimes.push_back(std::move(made));
  }
  if (!call.regimes.empty() && !horizons.empty() && 0 < terms.paths) {
    PLIMSOLL_TRY(counted, simulated(call, terms));
    call.simulated = counted;
  }
  return call;
}

}  // namespace plimsoll::strategy
