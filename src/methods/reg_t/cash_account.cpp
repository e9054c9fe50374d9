#include "methods/reg_t/cash_account.hpp"

#include "methods/reg_t/spread.hpp"

namespace plimsoll::reg_t {

template <Reading R>
Result<Margin<R>> cash_long_option(const OptionLeg& bought, Day day) {
  PLIMSOLL_TRY(whole, paid_in_full.at(day.rules));
  const Money cost = bought.value(Phase::initial);
  const Money nothing = zero(cost.currency);
  R initial = under(cash_account_law, "option paid in full",
                    percent_of(whole, known<R>("purchase price", cost)));
  R maintenance =
      under(cash_account_law, "option paid in full", known<R>("no requirement", nothing));
  return Margin<R>{std::move(initial), std::move(maintenance), cost, nothing, nothing, nothing};
}

template <Reading R>
Result<Margin<R>> cash_short_option(const OptionLeg& sold, Day day) {
  PLIMSOLL_TRY(whole, paid_in_full.at(day.rules));
  const auto requirement = [&] {
    return sold.option->right == Right::put
               ? under(cash_short_put_law, "put secured by cash",
                       percent_of(whole, known<R>("exercise price", sold.exercise_value())))
               : under(cash_short_call_law, "call with nothing deposited",
                       percent_of(whole,
                                  known<R>("underlying value", *sold.underlying * sold.units)));
  };
  const Money nothing = zero(sold.mark.currency);
  return Margin<R>{requirement(), requirement(), nothing,
                   nothing,       nothing,       sold.value(Phase::initial)};
}

template <Reading R>
Result<Margin<R>> cash_spread(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                              Day) {
  Money cost = zero(sold.front().mark.currency);
  Money premium = cost;
  const Money nothing = cost;
  for (const OptionLeg& leg : bought) cost = cost + leg.value(Phase::initial);
  for (const OptionLeg& leg : sold) premium = premium + leg.value(Phase::initial);
  const Money loss = greatest_loss(bought, sold);
  R initial =
      under(cash_spread_law, "spread in a cash account, to open",
            plus(known<R>("long options paid in full", cost), known<R>("greatest loss", loss)));
  R maintenance =
      under(cash_spread_law, "spread in a cash account", known<R>("greatest loss", loss));
  return Margin<R>{std::move(initial), std::move(maintenance), cost, nothing, nothing, premium};
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
