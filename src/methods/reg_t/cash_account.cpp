#include "methods/reg_t/cash_account.hpp"

#include "methods/reg_t/house/house.hpp"
#include "methods/reg_t/spread.hpp"

namespace plimsoll::reg_t {

template <Reading R>
Result<Margin<R>> cash_long_option(const OptionLeg& bought, Day day) {
  PLIMSOLL_TRY(whole, paid_in_full.at(day.rules));
  const R cost = worth<R>("purchase price", bought, Phase::initial);
  const R none = nothing<R>(bought.mark.currency);
  R initial = under(cash_account_law, "option paid in full", percent_of(whole, cost));
  R maintenance = under(cash_account_law, "option paid in full", none);
  return Margin<R>{std::move(initial), std::move(maintenance), cost, none, none, none};
}

template <Reading R>
Result<Margin<R>> cash_short_option(const OptionLeg& sold, Day day) {
  PLIMSOLL_TRY(whole, paid_in_full.at(day.rules));
  std::optional<OptionRates> rates;
  if (sold.house && sold.house->asks_alone()) {
    PLIMSOLL_TRY(of_the_day, option_rates(sold, day.rules));
    rates = of_the_day;
  }
  const auto requirement = [&](Phase phase) {
    if (sold.option->right == Right::put)
      return under(cash_short_put_law, "put secured by cash",
                   percent_of(whole, exercise_value<R>("exercise price", sold)));
    R law = under(cash_short_call_law, "call with nothing deposited",
                  percent_of(whole, worth<R>("underlying value", *sold.underlying, sold.units)));
    return rates ? stricter(std::move(law), asked_uncovered<R>(sold, phase, *rates)) : law;
  };
  const R none = nothing<R>(sold.mark.currency);
  return Margin<R>{requirement(Phase::initial),
                   requirement(Phase::maintenance),
                   none,
                   none,
                   none,
                   worth<R>("premium", sold, Phase::initial)};
}

template <Reading R>
Result<Margin<R>> cash_spread(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                              Day) {
  const R cost = total_of_legs<R>("long options paid in full", "purchase price", bought);
  const R loss = greatest_loss<R>(bought, sold);
  const R none = nothing<R>(sold.front().mark.currency);
  return Margin<R>{under(cash_spread_law, "spread in a cash account, to open", plus(cost, loss)),
                   under(cash_spread_law, "spread in a cash account", loss),
                   cost,
                   none,
                   none,
                   total_of_legs<R>("premiums", "premium", sold)};
}

template Result<Margin<Amount>> cash_long_option<Amount>(const OptionLeg&, Day);
template Result<Margin<Money>> cash_long_option<Money>(const OptionLeg&, Day);
template Result<Margin<Amount>> cash_short_option<Amount>(const OptionLeg&, Day);
template Result<Margin<Money>> cash_short_option<Money>(const OptionLeg&, Day);
template Result<Margin<Amount>> cash_spread<Amount>(std::span<const OptionLeg>,
                                                    std::span<const OptionLeg>, Day);
template Result<Margin<Money>> cash_spread<Money>(std::span<const OptionLeg>,
                                                  std::span<const OptionLeg>, Day);

}  // namespace plimsoll::reg_t
