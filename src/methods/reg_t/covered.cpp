#include "methods/reg_t/covered.hpp"

namespace plimsoll::reg_t {
template <Reading R>
Result<Margin<R>> covered_call(const Shares& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(initial, long_stock_to_open<R>(held, day));
  const R none = nothing<R>(held.mark.currency);
  const R value = worth<R>("market value", held, Phase::maintenance);
  R premium = worth<R>("premium", call, Phase::initial);
  if (held.standing == Standing::paid_in_cash) {
    PLIMSOLL_TRY(alone, long_stock<R>(held, day));
    R maintenance =
        under(covered_call_law, "call covered by stock paid in full", std::move(alone.maintenance));
    return Margin<R>{std::move(initial), std::move(maintenance), none, none, value,
                     std::move(premium)};
  }
  const R counted = at_most_exercise_value(value, call);
  PLIMSOLL_TRY(asked, asked_of_held<R>(held, counted, day));
  R maintenance = under(covered_call_law, "call covered by stock", std::move(asked));
  return Margin<R>{std::move(initial), std::move(maintenance), none, none, counted,
                   std::move(premium)};
}

template <Reading R>
Result<Margin<R>> covered_put(const Shares& owed, const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(alone, short_stock<R>(owed, day));
  const auto raised = [&](R requirement, Phase phase) {
    return under(covered_put_law, "put covered by short stock",
                 plus(std::move(requirement),
                      in_the_money<R>("put's in-the-money amount", put, owed.at(phase))));
  };
  return Margin<R>{raised(std::move(alone.initial), Phase::initial),
                   raised(std::move(alone.maintenance), Phase::maintenance),
                   std::move(alone.held_initial),
                   std::move(alone.held_maintenance),
                   std::move(alone.equity),
                   worth<R>("premium", put, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> protected_index_call(const Shares& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(initial, long_stock_to_open<R>(held, day));
  const R none = nothing<R>(held.mark.currency);
  const R counted =
      at_most_exercise_value(worth<R>("market value of the fund", held, Phase::maintenance), call);
  PLIMSOLL_TRY(asked, asked_of_held<R>(held, counted, day));
  R maintenance = under(protected_index_law, "index call covered by a fund", std::move(asked));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   none,
                   none,
                   counted,
                   worth<R>("premium", call, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> protected_index_put(const Shares& owed, const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(alone, short_stock<R>(owed, day));
  const auto raised = [&](R requirement) {
    return under(protected_index_law, "index put covered by a short fund",
                 plus(std::move(requirement),
                      in_the_money<R>("put's in-the-money amount", put, *put.underlying)));
  };
  return Margin<R>{raised(std::move(alone.initial)), raised(std::move(alone.maintenance)),
                   std::move(alone.held_initial),    std::move(alone.held_maintenance),
                   std::move(alone.equity),          worth<R>("premium", put, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> convertible_covered_call(const Debt& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(alone, debt<R>(held, day));
  const R none = nothing<R>(held.mark.currency);
  const R value = worth<R>("market value", held, Phase::maintenance);
  if (held.standing == Standing::paid_in_cash)
    return Margin<R>{std::move(alone.initial),
                     under(convertible_cover_law, "call covered by a convertible paid in full",
                           std::move(alone.maintenance)),
                     none,
                     none,
                     value,
                     worth<R>("premium", call, Phase::initial)};
  PLIMSOLL_TRY(rate, convertible_rate(held, day.rules));
  const R counted = at_most_exercise_value(value, call);
  R maintenance =
      under(convertible_cover_law, "call covered by a convertible", percent_of(rate, counted));
  return Margin<R>{std::move(alone.initial),
                   std::move(maintenance),
                   none,
                   none,
                   counted,
                   worth<R>("premium", call, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> warrant_covered_call(const WarrantCover& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(rate, covering_warrant.at(day.rules));
  const R dearer = worth_of_difference<R>("warrant's exercise price over the call's", held.exercise,
                                          call.strike, call.units);
  const R cost = worth<R>("purchase price of the warrants", held.warrants, Phase::initial);
  const R counted = at_most_exercise_value(
      worth<R>("market value of the warrants", held.warrants, Phase::maintenance), call);
  R initial = under(warrant_cover_law, "call covered by a warrant, to open",
                    plus(percent_of(rate, cost), dearer));
  R maintenance = under(warrant_cover_law, "call covered by a warrant",
                        plus(percent_of(rate, counted), dearer));
  const R none = nothing<R>(held.exercise.currency);
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   none,
                   none,
                   counted,
                   worth<R>("premium", call, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> exchangeable_pair(const Debt& held, const Shares& owed, Day day) {
  PLIMSOLL_TRY(rate, exchangeable_maintenance.at(day.rules));
  PLIMSOLL_TRY(federal, hedged_short_initial.at(day.rules));
  PLIMSOLL_TRY(alone, debt<R>(held, day));
  const R sold = worth<R>("short market value", owed, Phase::initial);
  const R owed_value = worth<R>("short market value", owed, Phase::maintenance);
  const R held_value = worth<R>("long market value", held, Phase::maintenance);
  R initial = under(reg_t_short_hedged_law, "short sale against an exchangeable security",
                    plus(percent_of(federal, sold), std::move(alone.initial)));
  R maintenance = under(exchangeable_law, "exchangeable security held, stock sold short",
                        plus(owed_value, percent_of(rate, held_value)));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   sold,
                   owed_value,
                   reduced_by(held_value, owed_value),
                   nothing<R>(owed.mark.currency)};
}

#define PLIMSOLL_BOTH_READINGS(rule, ...)                         \
  template Result<Margin<Amount>> rule<Amount>(__VA_ARGS__, Day); \
  template Result<Margin<Money>> rule<Money>(__VA_ARGS__, Day)
PLIMSOLL_BOTH_READINGS(covered_call, const Shares&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(covered_put, const Shares&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(protected_index_call, const Shares&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(protected_index_put, const Shares&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(convertible_covered_call, const Debt&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(warrant_covered_call, const WarrantCover&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(exchangeable_pair, const Debt&, const Shares&);

}  // namespace plimsoll::reg_t
