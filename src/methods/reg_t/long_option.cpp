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
  const Money cost = bought.value(Phase::initial);
  const Money worth = bought.value(Phase::maintenance);
  const Money nothing = zero(worth.currency);
  if (!has_loan_value(bought, day)) {
    R initial = under(long_option_law, "long option", known<R>("purchase price", cost));
    R maintenance =
        under(long_option_law, "long option, paid in full", known<R>("no requirement", nothing));
    return Margin<R>{std::move(initial), std::move(maintenance), cost, nothing, nothing, nothing};
  }
  R initial = under(long_option_law, "long option over nine months",
                    percent_of(rate, known<R>("purchase price", cost)));
  R maintenance = under(long_option_law, "long option over nine months",
                        percent_of(rate, known<R>("option market value", worth)));
  const Money held_initial = money_of(initial);
  const Money held_maintenance = money_of(maintenance);
  return Margin<R>{std::move(initial), std::move(maintenance),   held_initial,
                   held_maintenance,   worth - held_maintenance, nothing};
}

template Result<Margin<Amount>> long_option<Amount>(const OptionLeg&, Day);
template Result<Margin<Money>> long_option<Money>(const OptionLeg&, Day);

}  // namespace plimsoll::reg_t
