#include "apps/json/encode_distance.hpp"

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

using strategy::Reach;

std::string_view word_of(strategy::VolatilityMove mode) {
  switch (mode) {
    case strategy::VolatilityMove::sticky_strike:
      return "sticky_strike";
    case strategy::VolatilityMove::sticky_delta:
      return "sticky_delta";
    case strategy::VolatilityMove::spot_volatility:
      return "spot_volatility";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

/// A move down as the contract has it: above zero.
std::optional<double> decline(const std::optional<double>& move) {
  return move ? std::optional{-*move} : std::nullopt;
}

void write_edge(Writer& out, std::string_view key, const std::optional<strategy::Edge>& edge) {
  out.key(key);
  if (!edge) {
    out.null();
    return;
  }
  out.begin_object();
  write_amount(out, "equity", edge->equity.amount);
  out.key("price");
  if (edge->price) out.text(to_text(edge->price->per_unit, 2));
  else out.null();
  out.key("jump").boolean(edge->jump);
  out.end_object();
}

/// Members of the open object.
void write_reach(Writer& out, const strategy::Distance& distance, const Reach& reach) {
  write_ratio(out, "decline", reach.down ? std::optional{-reach.down->move} : std::nullopt);
  write_ratio(out, "rise", reach.up ? std::optional{reach.up->move} : std::nullopt);
  write_edge(out, "at_decline", reach.down);
  write_edge(out, "at_rise", reach.up);
  write_amount(out, "exposure", reach.exposure.amount);
  out.key("roots").begin_array();
  for (const double root : reach.roots) out.number(root);
  out.end_array();
  write_ratio(out, "closed_form_decline", decline(reach.closed_form));
  write_ratio(out, "volatility", reach.volatility);
  write_ratio(out, "daily_sigmas", distance.daily_sigmas(reach));
  out.key("searched").begin_array().number(reach.from).number(reach.to).end_array();
  if (reach.stopped) {
    out.key("stopped");
    write_error(out, *reach.stopped);
  }
  out.key("moved").begin_array();
  for (const InstrumentId& id : reach.moved) out.text(id.view());
  out.end_array();
}

void write_inputs(Writer& out, const strategy::Distance& distance) {
  out.key("inputs").begin_object();
  write_room(out, distance.room);
  write_text(out, "volatility_move", word_of(distance.volatility.mode));
  out.key("assumed_beta").begin_array();
  for (const InstrumentId& id : distance.assumed_beta) out.text(id.view());
  out.end_array();
  out.key("steady").begin_array();
  for (const InstrumentId& id : distance.steady) out.text(id.view());
  out.end_array().end_object();
}

void write_shocks(Writer& out, const std::vector<strategy::ShockedReach>& shocks) {
  out.key("requirement_shocks").begin_array();
  for (const strategy::ShockedReach& one : shocks) {
    out.begin_object();
    if (one.shock.rate) write_number(out, "rate", one.shock.rate->fraction);
    else write_ratio(out, "multiple", one.shock.multiple);
    write_amount(out, "requirement", one.requirement.amount);
    write_amount(out, "excess", one.excess.amount);
    write_ratio(out, "decline", decline(one.down));
    write_ratio(out, "rise", one.up);
    out.end_object();
  }
  out.end_array();
}

void write_regime(Writer& out, const strategy::CallByRegime& regime) {
  out.begin_object();
  write_text(out, "regime", regime.regime);
  write_ratio(out, "volatility", regime.volatility);
  write_ratio(
      out, "market_volatility",
      regime.market_volatility == 0 ? std::nullopt : std::optional{regime.market_volatility});
  out.key("horizons").begin_array();
  for (const strategy::CallByHorizon& one : regime.horizons) {
    out.begin_object();
    out.key("days").whole(one.days);
    write_ratio(out, "probability", one.probability);
    write_ratio(out, "probability_at_end", one.at_the_end);
    write_ratio(out, "probability_of_fall", one.fall);
    write_ratio(out, "probability_of_rise", one.rise);
    out.end_object();
  }
  out.end_array();
  write_ratio(out, "probability_within_a_year", regime.within_a_year);
  write_ratio(out, "probability_within_a_year_at_twice_the_volatility",
              regime.within_a_year_twice_as_wild);
  write_ratio(out, "median_days", regime.median_days);
  write_ratio(out, "expected_days", regime.expected_days);
  write_ratio(out, "probability_ever", regime.ever);
  out.end_object();
}

void write_time(Writer& out, const strategy::TimeToCall& time) {
  out.begin_object();
  out.key("inputs").begin_object();
  out.key("name");
  if (time.name.empty()) out.null();
  else out.text(time.name.view());
  write_ratio(out, "decline", time.decline);
  write_ratio(out, "log_distance", time.log_distance);
  write_ratio(out, "rise", time.rise);
  write_ratio(out, "log_rise", time.log_rise);
  write_ratio(out, "volatility_beside", time.volatility_beside);
  write_ratio(out, "expected_return", time.expected_return);
  write_ratio(out, "borrowing_rate", time.borrowing_rate);
  write_text(out, "monitoring",
             time.monitoring == strategy::Monitoring::daily ? "daily" : "continuous");
  out.end_object();
  out.key("regimes").begin_array();
  for (const strategy::CallByRegime& regime : time.regimes) write_regime(out, regime);
  out.end_array();
  out.key("simulated");
  if (time.simulated) {
    out.begin_object();
    write_text(out, "regime", time.simulated->regime);
    out.key("days").whole(time.simulated->days);
    write_ratio(out, "probability", time.simulated->probability);
    out.key("interval_95")
        .begin_array()
        .number(time.simulated->low)
        .number(time.simulated->high)
        .end_array();
    out.key("paths").whole(static_cast<std::int64_t>(time.simulated->paths));
    out.key("seed").whole(static_cast<std::int64_t>(time.simulated->seed));
    out.end_object();
  } else {
    out.null();
  }
  out.end_object();
}

}  // namespace

void write_distance(Writer& out, const strategy::Distance& distance,
                    const strategy::Part<strategy::TimeToCall>& time) {
  out.begin_object();
  write_inputs(out, distance);
  out.key("called").boolean(distance.called());
  out.key("market").begin_object();
  write_reach(out, distance, distance.market);
  out.end_object();
  out.key("names").begin_array();
  for (const Reach& reach : distance.names) {
    out.begin_object();
    write_text(out, "name", reach.name.view());
    write_reach(out, distance, reach);
    out.end_object();
  }
  out.end_array();
  write_shocks(out, distance.shocks);
  if (!distance.no_effect.empty()) {
    out.key("requirement_rates_without_effect").begin_array();
    for (const strategy::RateWithoutEffect& one : distance.no_effect) {
      out.begin_object();
      write_number(out, "rate", one.rate.fraction);
      write_text(out, "why", one.why);
      out.end_object();
    }
    out.end_array();
  }
  if (time) {
    out.key("time_to_call");
    if (*time) write_time(out, **time);
    else out.null();
  }
  out.end_object();
}

}  // namespace plimsoll::json
