#include "strategy/time_to_call.hpp"

#include <algorithm>
#include <cmath>

#include "risk/barrier_simulation.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double trading_days_a_year = 252;

risk::Barrier barrier_of(const TimeToCall& call, double volatility) {
  return {.log_distance = call.log_distance,
          .drift = call.expected_return - 0.5 * volatility * volatility - call.borrowing_rate,
          .volatility = volatility};
}

risk::Barrier watched(const risk::Barrier& barrier, Monitoring monitoring) {
  switch (monitoring) {
    case Monitoring::continuous:
      return barrier;
    case Monitoring::daily:
      return risk::watched_every(1 / trading_days_a_year, barrier);
  }
  PLIMSOLL_CHECK(false);
  return barrier;
}

std::optional<double> in_days(std::optional<double> years) {
  return years ? std::optional{*years * trading_days_a_year} : std::nullopt;
}

CallByRegime by_regime(const TimeToCall& call, const NamedVolatility& regime,
                       const std::vector<int>& horizons) {
  const risk::Barrier barrier = watched(barrier_of(call, regime.volatility), call.monitoring);
  CallByRegime made{.regime = regime.name,
                    .volatility = regime.volatility,
                    .median_days = in_days(risk::median_years(barrier)),
                    .expected_days = in_days(risk::expected_years(barrier)),
                    .ever = risk::probability_ever(barrier)};
  for (const int days : horizons) {
    const double years = days / trading_days_a_year;
    made.horizons.push_back(
        {.days = days,
         .probability = risk::probability_by(barrier, years),
         .at_the_end = risk::probability_at(barrier_of(call, regime.volatility), years)});
  }
  return made;
}

Result<SimulatedCall> simulated(const TimeToCall& call, const TimeTerms& terms) {
  const CallByRegime& regime = call.regimes.front();
  const int days = regime.horizons.back().days;
  PLIMSOLL_TRY(paths, risk::simulate({.barrier = barrier_of(call, regime.volatility),
                                      .years = days / trading_days_a_year,
                                      .paths = terms.paths,
                                      .seed = terms.seed,
                                      .threads = terms.threads}));
  const risk::Interval interval = paths.probability_interval();
  return SimulatedCall{.days = days,
                       .probability = paths.probability(),
                       .low = interval.least,
                       .high = interval.most,
                       .paths = terms.paths,
                       .seed = terms.seed};
}

}  // namespace

Result<TimeToCall> time_to_call(const Distance& far, const TimeToCallPolicy& policy,
                                const TimeTerms& terms) {
  if (far.called())
    return fail(Reason::bad_input, "the account is called today: its excess is below zero");
  if (!far.market.down)
    return fail(Reason::bad_input, far.market.stopped
                                       ? "no call was found as far as the market could be moved: " +
                                             far.market.stopped->what
                                       : std::string{"no fall of the market brings a call"});
  if (!terms.borrowing_rate)
    return fail(Reason::bad_input,
                "what the debit grows by is not known; give financing, or market.risk_free_rate");
  TimeToCall call{.decline = -far.market.down->move,
                  .log_distance = -std::log1p(far.market.down->move),
                  .expected_return = policy.expected_return,
                  .borrowing_rate = *terms.borrowing_rate,
                  .monitoring = policy.monitoring};
  std::vector<NamedVolatility> regimes;
  if (far.market.volatility) regimes.push_back({"today", *far.market.volatility});
  regimes.insert(regimes.end(), policy.regimes.begin(), policy.regimes.end());
  std::vector<int> horizons = policy.horizon_days;
  std::ranges::sort(horizons);
  for (const NamedVolatility& regime : regimes) {
    PLIMSOLL_TRY_VOID(risk::check(barrier_of(call, regime.volatility)));
    call.regimes.push_back(by_regime(call, regime, horizons));
  }
  if (!call.regimes.empty() && !horizons.empty() && 0 < terms.paths) {
    PLIMSOLL_TRY(counted, simulated(call, terms));
    call.simulated = counted;
  }
  return call;
}

}  // namespace plimsoll::strategy
