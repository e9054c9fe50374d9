#include "methods/reg_t/covered.hpp"

namespace plimsoll::reg_t {
namespace {

Money lesser(Money a, Money b) { return lesser_of(a, b); }

}  // namespace

template <Reading R>
Result<Margin<R>> covered_call(const Shares& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(initial, long_stock_to_open<R>(held, day));
  const Money nothing = zero(held.mark.currency);
  const Money worth = held.value(Phase::maintenance);
  const Money premium = call.value(Phase::initial);
  if (held.standing == Standing::paid_in_cash) {
    PLIMSOLL_TRY(alone, long_stock<R>(held, day));
    R maintenance =
        under(covered_call_law, "call covered by stock paid in full", std::move(alone.maintenance));
    return Margin<R>{std::move(initial), std::move(maintenance), nothing, nothing, worth, premium};
  }
  PLIMSOLL_TRY(rate, long_stock_rate(held, day.rules));
  R maintenance =
      under(covered_call_law, "call covered by stock",
            percent_of(rate, lesser_of(known<R>("market value", worth),
                                       known<R>("exercise price", call.exercise_value()))));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   nothing,
                   nothing,
                   lesser(worth, call.exercise_value()),
                   premium};
}

template <Reading R>
Result<Margin<R>> covered_put(const Shares& owed, const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(alone, short_stock<R>(owed, day));
  const auto raised = [&](R requirement, Phase phase) {
    return under(covered_put_law, "put covered by short stock",
                 plus(std::move(requirement),
                      known<R>("put's in-the-money amount", in_the_money(put, owed.at(phase)))));
  };
  return Margin<R>{raised(std::move(alone.initial), Phase::initial),
                   raised(std::move(alone.maintenance), Phase::maintenance),
                   alone.held_initial,
                   alone.held_maintenance,
                   alone.equity,
                   put.value(Phase::initial)};
}

template <Reading R>
Result<Margin<R>> protected_index_call(const Shares& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(initial, long_stock_to_open<R>(held, day));
  PLIMSOLL_TRY(rate, long_stock_rate(held, day.rules));
  const Money nothing = zero(held.mark.currency);
  const Money worth = held.value(Phase::maintenance);
  R maintenance =
      under(protected_index_law, "index call covered by a fund",
            percent_of(rate, lesser_of(known<R>("market value of the fund", worth),
                                       known<R>("exercise price", call.exercise_value()))));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   nothing,
                   nothing,
                   lesser(worth, call.exercise_value()),
                   call.value(Phase::initial)};
}

template <Reading R>
Result<Margin<R>> protected_index_put(const Shares& owed, const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(alone, short_stock<R>(owed, day));
  const auto raised = [&](R requirement) {
    return under(protected_index_law, "index put covered by a short fund",
                 plus(std::move(requirement),
                      known<R>("put's in-the-money amount", in_the_money(put, *put.underlying))));
  };
  return Margin<R>{raised(std::move(alone.initial)),
                   raised(std::move(alone.maintenance)),
                   alone.held_initial,
                   alone.held_maintenance,
                   alone.equity,
                   put.value(Phase::initial)};
}

template <Reading R>
Result<Margin<R>> convertible_covered_call(const Debt& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(alone, debt<R>(held, day));
  PLIMSOLL_TRY(rate, convertible_maintenance.at(day.rules));
  const Money nothing = zero(held.value.currency);
  R maintenance =
      under(convertible_cover_law, "call covered by a convertible",
            percent_of(rate, lesser_of(known<R>("market value", held.value),
                                       known<R>("exercise price", call.exercise_value()))));
  return Margin<R>{std::move(alone.initial),
                   std::move(maintenance),
                   nothing,
                   nothing,
                   lesser(held.value, call.exercise_value()),
                   call.value(Phase::initial)};
}

template <Reading R>
Result<Margin<R>> warrant_covered_call(const WarrantCover& held, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(rate, covering_warrant.at(day.rules));
  const Money dearer = excess_of(held.exercise, call.strike, call.units);
  const Money nothing = zero(held.worth.currency);
  R initial =
      under(warrant_cover_law, "call covered by a warrant, to open",
            plus(percent_of(rate, known<R>("purchase price of the warrants", held.opening_worth)),
                 known<R>("warrant's exercise price over the call's", dearer)));
  R maintenance =
      under(warrant_cover_law, "call covered by a warrant",
            plus(percent_of(rate, lesser_of(known<R>("market value of the warrants", held.worth),
                                            known<R>("exercise price", call.exercise_value()))),
                 known<R>("warrant's exercise price over the call's", dearer)));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   nothing,
                   nothing,
                   lesser(held.worth, call.exercise_value()),
                   call.value(Phase::initial)};
}

template <Reading R>
Result<Margin<R>> exchangeable_pair(const Debt& held, const Shares& owed, Day day) {
  PLIMSOLL_TRY(rate, exchangeable_maintenance.at(day.rules));
  PLIMSOLL_TRY(federal, hedged_short_initial.at(day.rules));
  PLIMSOLL_TRY(alone, debt<R>(held, day));
  const Money owed_value = owed.value(Phase::maintenance);
  R initial =
      under(reg_t_short_hedged_law, "short sale against an exchangeable security",
            plus(percent_of(federal, known<R>("short market value", owed.value(Phase::initial))),
                 std::move(alone.initial)));
  R maintenance = under(exchangeable_law, "exchangeable security held, stock sold short",
                        plus(known<R>("short market value", owed_value),
                             percent_of(rate, known<R>("long market value", held.value))));
  return Margin<R>{std::move(initial), std::move(maintenance),  owed.value(Phase::initial),
                   owed_value,         held.value - owed_value, zero(owed_value.currency)};
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
