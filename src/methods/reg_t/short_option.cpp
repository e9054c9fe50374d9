#include "methods/reg_t/option.hpp"

#include "methods/reg_t/house/house.hpp"

namespace plimsoll::reg_t {
namespace {

/// A percentage of the underlying, raised by its leverage from the day leverage counts.
RaisedRate raised_by_leverage(Rate base, const UnderlyingClass& on, Date rules) {
  const auto scaling = leveraged_option_scaling.at(rules);
  if (!(Decimal{1} < on.leverage) || !scaling) return {base};
  const Decimal raised = multiply(base.value.fraction, on.leverage, Round::away_from_zero);
  return {{scaling->since, {raised}, &leveraged_option_law, scaling->first_day},
          Raised{base.value, on.leverage}};
}

Result<RaisedRate> basic_rate(const OptionLeg& sold, Date rules) {
  PLIMSOLL_TRY(rate, sold.on.broad_index ? broad_index_option_basic.at(rules)
                                         : equity_option_basic.at(rules));
  return raised_by_leverage(rate, sold.on, rules);
}

template <Reading R>
R capped_at_exercise_value(R requirement, const OptionLeg& sold) {
  if (sold.option->right == Right::call) return requirement;
  return lesser_of(std::move(requirement), under(put_cap_law, "aggregate exercise price",
                                                 exercise_value<R>("exercise price", sold)));
}

}  // namespace

Result<OptionRates> option_rates(const OptionLeg& sold, Date rules) {
  PLIMSOLL_TRY(basic, basic_rate(sold, rules));
  PLIMSOLL_TRY(lowest, option_floor.at(rules));
  return OptionRates{basic, raised_by_leverage(lowest, sold.on, rules)};
}

template <Reading R>
Result<R> uncovered_requirement(const OptionLeg& sold, Phase phase, Day day) {
  PLIMSOLL_TRY(rates, option_rates(sold, day.rules));
  const auto& [basic, floor] = rates;
  const Price underlying = *sold.underlying;
  const R stock = worth<R>("underlying value", underlying, sold.units);
  const R floor_base =
      sold.option->right == Right::put ? exercise_value<R>("exercise price", sold) : stock;
  R law = under(short_option_law, "short option",
                capped_at_exercise_value<R>(
                    plus(worth<R>("option market value", sold, phase),
                         greater_of(reduced_by(percent_of(basic, stock),
                                               out_of_the_money<R>("out-of-the-money amount", sold,
                                                                   underlying)),
                                    percent_of(floor, floor_base))),
                    sold));
  if (!sold.house || !sold.house->asks_alone()) return law;
  return stricter(std::move(law), asked_uncovered<R>(sold, phase, rates));
}

template <Reading R>
Result<Margin<R>> uncovered_option(const OptionLeg& sold, Day day) {
  PLIMSOLL_TRY(maintenance, uncovered_requirement<R>(sold, Phase::maintenance, day));
  R initial = maintenance;
  if (sold.traded_today()) {
    PLIMSOLL_TRY(to_open, uncovered_requirement<R>(sold, Phase::initial, day));
    initial = std::move(to_open);
  }
  const R none = nothing<R>(sold.mark.currency);
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   none,
                   none,
                   none,
                   worth<R>("premium", sold, Phase::initial)};
}

namespace {

template <Reading R>
Result<R> straddle_requirement(const OptionLeg& call, const OptionLeg& put, Phase phase, Day day) {
  PLIMSOLL_TRY(of_call, uncovered_requirement<R>(call, phase, day));
  PLIMSOLL_TRY(of_put, uncovered_requirement<R>(put, phase, day));
  R call_value = worth<R>("market value of the other option", call, phase);
  R put_value = worth<R>("market value of the other option", put, phase);
  const bool equal = money_of(of_call) == money_of(of_put);
  const bool call_governs =
      equal ? money_of(put_value) < money_of(call_value) : money_of(of_put) < money_of(of_call);
  return under(straddle_law, "short put and call",
               plus(call_governs ? greater_of(std::move(of_call), std::move(of_put))
                                 : greater_of(std::move(of_put), std::move(of_call)),
                    call_governs ? std::move(put_value) : std::move(call_value)));
}

}  // namespace

template <Reading R>
Result<Margin<R>> short_straddle(const OptionLeg& call, const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(maintenance, straddle_requirement<R>(call, put, Phase::maintenance, day));
  R initial = maintenance;
  if (call.traded_today() || put.traded_today()) {
    PLIMSOLL_TRY(to_open, straddle_requirement<R>(call, put, Phase::initial, day));
    initial = std::move(to_open);
  }
  const R none = nothing<R>(call.mark.currency);
  return Margin<R>{
      std::move(initial),
      std::move(maintenance),
      none,
      none,
      none,
      plus(worth<R>("premium", call, Phase::initial), worth<R>("premium", put, Phase::initial))};
}

template Result<Amount> uncovered_requirement<Amount>(const OptionLeg&, Phase, Day);
template Result<Money> uncovered_requirement<Money>(const OptionLeg&, Phase, Day);
template Result<Margin<Amount>> uncovered_option<Amount>(const OptionLeg&, Day);
template Result<Margin<Money>> uncovered_option<Money>(const OptionLeg&, Day);
template Result<Margin<Amount>> short_straddle<Amount>(const OptionLeg&, const OptionLeg&, Day);
template Result<Margin<Money>> short_straddle<Money>(const OptionLeg&, const OptionLeg&, Day);

}  // namespace plimsoll::reg_t
