#include "methods/reg_t/hedged.hpp"

namespace plimsoll::reg_t {
namespace {

/// What buying the stock needs, and the option that hedges it, paid in full.
template <Reading R>
Result<R> stock_and_option_paid(const Shares& held, const OptionLeg& bought, Day day) {
  PLIMSOLL_TRY(stock, long_stock_to_open<R>(held, day));
  return plus(std::move(stock), worth<R>("purchase price of the option", bought, Phase::initial));
}

/// Whether 12 CFR 220.12(c)(2) lets a long call stand in for half of the short sale's margin.
bool call_secures_short_sale(const Shares& owed, const OptionLeg& call) {
  const Price sale_price = owed.sold_at.value_or(owed.opening);
  return call.option->style == Style::american && call.strike.per_unit <= sale_price.per_unit;
}

/// What selling the stock short needs, hedged by a call bought: Regulation T's side and the
/// exchange's deposit.
template <Reading R>
Result<R> short_sale_to_open(const Shares& owed, const OptionLeg& call, R exchange_deposit,
                             Day day) {
  const R sold = worth<R>("short market value", owed, Phase::initial);
  if (call_secures_short_sale(owed, call)) {
    PLIMSOLL_TRY(rate, hedged_short_initial.at(day.rules));
    return under(reg_t_short_hedged_law, "short sale hedged by a call",
                 plus(percent_of(rate, sold), std::move(exchange_deposit)));
  }
  PLIMSOLL_TRY(rate, short_stock_initial.at(day.rules));
  return under(finra_initial_law, "short sale to open",
               greater_of(percent_of(rate, sold), plus(sold, std::move(exchange_deposit))));
}

/// 10 % of the exercise price plus what the long option is out of the money, at most the stock's
/// own requirement.
template <Reading R>
Result<R> hedged_stock_deposit(const OptionLeg& bought, Price stock, R alone, Day day) {
  PLIMSOLL_TRY(rate, hedged_exercise_price.at(day.rules));
  return lesser_of(plus(percent_of(rate, exercise_value<R>("exercise price", bought)),
                        out_of_the_money<R>("out-of-the-money amount", bought, stock)),
                   std::move(alone));
}

/// A hedge does not lower what the broker itself asks for the shares.
template <Reading R>
R at_least_broker_rate(R requirement, const Shares& shares) {
  if (!shares.broker_rate) return requirement;
  const Rate own{Date::min(), *shares.broker_rate, &broker_rate_law};
  return greater_of(std::move(requirement),
                    percent_of(own, worth<R>("market value", shares, Phase::maintenance)));
}

}  // namespace

template <Reading R>
Result<Margin<R>> protective_put(const Shares& held, const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(initial, stock_and_option_paid<R>(held, put, day));
  PLIMSOLL_TRY(alone, long_stock<R>(held, day));
  PLIMSOLL_TRY(deposit, hedged_stock_deposit<R>(put, held.mark, std::move(alone.maintenance), day));
  return Margin<R>{std::move(initial),
                   under(long_offset_law, "long put and long stock",
                         at_least_broker_rate<R>(std::move(deposit), held)),
                   worth<R>("purchase price of the option", put, Phase::initial),
                   nothing<R>(held.mark.currency),
                   std::move(alone.equity),
                   nothing<R>(held.mark.currency)};
}

template <Reading R>
Result<Margin<R>> protective_call(const Shares& owed, const OptionLeg& call, Day day) {
  const auto deposit_at = [&](Phase phase) -> Result<R> {
    PLIMSOLL_TRY(alone, short_stock_deposit<R>(owed, phase, day));
    return hedged_stock_deposit<R>(call, owed.at(phase), std::move(alone), day);
  };
  PLIMSOLL_TRY(to_open, deposit_at(Phase::initial));
  PLIMSOLL_TRY(to_keep, deposit_at(Phase::maintenance));
  PLIMSOLL_TRY(short_sale, short_sale_to_open<R>(owed, call, std::move(to_open), day));
  const R cost = worth<R>("purchase price of the option", call, Phase::initial);
  const R value = worth<R>("short market value", owed, Phase::maintenance);
  R maintenance =
      under(long_offset_law, "long call and short stock", plus(value, std::move(to_keep)));
  return Margin<R>{plus(std::move(short_sale), cost),
                   std::move(maintenance),
                   plus(worth<R>("short market value", owed, Phase::initial), cost),
                   value,
                   less(value),
                   nothing<R>(owed.mark.currency)};
}

template <Reading R>
Result<Margin<R>> conversion(const Shares& held, const OptionLeg& put, const OptionLeg& call,
                             Day day) {
  PLIMSOLL_TRY(initial, stock_and_option_paid<R>(held, put, day));
  PLIMSOLL_TRY(rate, conversion_exercise_price.at(day.rules));
  R maintenance = under(
      conversion_law, "conversion",
      at_least_broker_rate<R>(percent_of(rate, exercise_value<R>("exercise price", call)), held));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   worth<R>("purchase price of the option", put, Phase::initial),
                   nothing<R>(held.mark.currency),
                   at_most_exercise_value(worth<R>("market value", held, Phase::maintenance), call),
                   worth<R>("premium", call, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> reverse_conversion(const Shares& owed, const OptionLeg& call,
                                     const OptionLeg& put, Day day) {
  PLIMSOLL_TRY(rate, reverse_conversion_exercise_price.at(day.rules));
  const auto tenth = [&] { return percent_of(rate, exercise_value<R>("exercise price", put)); };
  const auto loss = [&](Phase phase) {
    return in_the_money<R>("put's in-the-money amount", put, owed.at(phase));
  };
  PLIMSOLL_TRY(short_sale, short_sale_to_open<R>(owed, call, tenth(), day));
  const R cost = worth<R>("purchase price of the option", call, Phase::initial);
  const R value = worth<R>("short market value", owed, Phase::maintenance);
  R initial = plus(plus(std::move(short_sale), loss(Phase::initial)), cost);
  R maintenance = under(reverse_conversion_law, "reverse conversion",
                        plus(value, plus(tenth(), loss(Phase::maintenance))));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   plus(worth<R>("short market value", owed, Phase::initial), cost),
                   value,
                   less(value),
                   worth<R>("premium", put, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> collar(const Shares& held, const OptionLeg& put, const OptionLeg& call, Day day) {
  PLIMSOLL_TRY(initial, stock_and_option_paid<R>(held, put, day));
  PLIMSOLL_TRY(rate, collar_exercise_price.at(day.rules));
  PLIMSOLL_TRY(cap, collar_call_cap.at(day.rules));
  R maintenance = under(
      collar_law, "collar",
      at_least_broker_rate<R>(
          lesser_of(plus(percent_of(rate, exercise_value<R>("put's exercise price", put)),
                         out_of_the_money<R>("put's out-of-the-money amount", put, held.mark)),
                    percent_of(cap, exercise_value<R>("call's exercise price", call))),
          held));
  return Margin<R>{std::move(initial),
                   std::move(maintenance),
                   worth<R>("purchase price of the option", put, Phase::initial),
                   nothing<R>(held.mark.currency),
                   at_most_exercise_value(worth<R>("market value", held, Phase::maintenance), call),
                   worth<R>("premium", call, Phase::initial)};
}

#define PLIMSOLL_BOTH_READINGS(rule, ...)                         \
  template Result<Margin<Amount>> rule<Amount>(__VA_ARGS__, Day); \
  template Result<Margin<Money>> rule<Money>(__VA_ARGS__, Day)
PLIMSOLL_BOTH_READINGS(protective_put, const Shares&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(protective_call, const Shares&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(conversion, const Shares&, const OptionLeg&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(reverse_conversion, const Shares&, const OptionLeg&, const OptionLeg&);
PLIMSOLL_BOTH_READINGS(collar, const Shares&, const OptionLeg&, const OptionLeg&);

}  // namespace plimsoll::reg_t
