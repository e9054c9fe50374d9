#include "methods/reg_t/option.hpp"

namespace plimsoll::reg_t {

bool has_loan_value(const OptionLeg& bought, Day day) {
  const auto rate = long_dated_option.at(day.rules);
  return rate && rate->value < 100_pct && !bought.on.note &&
         plus_months(day.as_of, 9) < bought.option->expiry;
}

template <Reading R>
Result<Margin<R>> long_option(const OptionLeg& bought, Day day) {
  PLIMSOLL_TRY(rate, long_dated_option.at(day.rules));
  const R cost = worth<R>("purchase price", bought, Phase::initial);
  const R none = nothing<R>(bought.mark.currency);
  if (!has_loan_value(bought, day)) {
    R initial = under(long_option_law, "long option", cost);
    R maintenance = under(long_option_law, "long option, paid in full", none);
    return Margin<R>{std::move(initial), std::move(maintenance), cost, none, none, none};
  }
  const R value = worth<R>("option market value", bought, Phase::maintenance);
  const R initial = under(long_option_law, "long option over nine months", percent_of(rate, cost));
  const R maintenance =
      under(long_option_law, "long option over nine months", percent_of(rate, value));
  R loan_value = reduced_by(value, maintenance);
  return Margin<R>{initial, maintenance, initial, maintenance, std::move(loan_value), none};
}

template Result<Margin<Amount>> long_option<Amount>(const OptionLeg&, Day);
template Result<Margin<Money>> long_option<Money>(const OptionLeg&, Day);

}  // namespace plimsoll::reg_t
