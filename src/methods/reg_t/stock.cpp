#include "methods/reg_t/stock.hpp"

#include "methods/reg_t/house/house.hpp"

namespace plimsoll::reg_t {
namespace {

bool is_leveraged(const Shares& shares) { return Decimal{1} < shares.leverage; }

/// `base` times the leverage of a product, from the day leverage counts.
RaisedRate raised_by_leverage(Rate base, const Shares& shares, Date rules) {
  if (!is_leveraged(shares)) return {base};
  const auto scaling = leveraged_long_cap.at(rules);
  if (!scaling) return {base};
  const Decimal raised = multiply(base.value.fraction, shares.leverage, Round::away_from_zero);
  return {{scaling->since, {raised}, &leveraged_product_law, scaling->first_day},
          Raised{base.value, shares.leverage}};
}

/// The broker's own percentage where it asks for more. It has no first day: the market data does
/// not say.
RaisedRate stricter(RaisedRate rule, const Shares& shares) {
  if (!shares.broker_rate || *shares.broker_rate <= rule.rate.value) return rule;
  return {{Date::min(), *shares.broker_rate, &broker_rate_law}};
}

/// Whether the law would lend on it and the house does not.
bool no_credit(const Shares& held) { return held.house && held.house->no_credit; }

template <Reading R>
Result<R> paid_for(const Shares& held, Phase phase, Day day) {
  if (no_credit(held)) return asked_in_full<R>(held, phase);
  if (held.standing == Standing::paid_in_cash) {
    PLIMSOLL_TRY(whole, paid_in_full.at(day.rules));
    return under(cash_account_law, "stock paid in full",
                 percent_of(whole, worth<R>("market value", held, phase)));
  }
  if (phase == Phase::initial) {
    PLIMSOLL_TRY(whole, non_margin_initial.at(day.rules));
    return under(reg_t_non_margin_law, "stock that is not marginable",
                 percent_of(whole, worth<R>("market value", held, phase)));
  }
  PLIMSOLL_TRY(whole, non_margin_maintenance.at(day.rules));
  return under(non_margin_law, "stock that is not marginable",
               percent_of(whole, worth<R>("market value", held, phase)));
}

Result<bool> is_low_priced(const Shares& owed, Phase phase, Day day) {
  PLIMSOLL_TRY(threshold, low_price.at(day.rules));
  return owed.at(phase).per_unit < threshold.value.per_unit;
}

}  // namespace

Result<RaisedRate> long_stock_rate(const Shares& held, Date rules) {
  if (no_credit(held)) return RaisedRate{{Date::min(), 100_pct, &held.house->no_credit->law}};
  if (held.standing != Standing::marginable) {
    PLIMSOLL_TRY(whole, non_margin_maintenance.at(rules));
    return RaisedRate{whole};
  }
  PLIMSOLL_TRY(base, long_stock_maintenance.at(rules));
  if (!is_leveraged(held) && !held.broker_rate) return RaisedRate{base};
  RaisedRate raised = raised_by_leverage(base, held, rules);
  const auto cap = leveraged_long_cap.at(rules);
  if (cap && cap->value < raised.rate.value) raised.rate.value = cap->value;
  return stricter(raised, held);
}

Result<RaisedRate> short_stock_rate(const Shares& owed, Date rules) {
  PLIMSOLL_TRY(base, short_stock_maintenance.at(rules));
  return stricter(raised_by_leverage(base, owed, rules), owed);
}

template <Reading R>
Result<R> asked_of_held(const Shares& held, R counted, Day day) {
  PLIMSOLL_TRY(rate, long_stock_rate(held, day.rules));
  return with_house(percent_of(rate, counted), held, counted, Phase::maintenance);
}

template <Reading R>
Result<R> long_stock_to_open(const Shares& held, Day day) {
  if (held.standing != Standing::marginable) return paid_for<R>(held, Phase::initial, day);
  PLIMSOLL_TRY(federal, stock_initial.at(day.rules));
  PLIMSOLL_TRY(exchange, long_stock_rate(held, day.rules));
  const R value = worth<R>("market value", held, Phase::initial);
  R law = under(finra_initial_law, "long stock to open",
                greater_of(percent_of(federal, value), percent_of(exchange, value)));
  return with_house(std::move(law), held, value, Phase::initial);
}

template <Reading R>
Result<R> short_stock_deposit(const Shares& owed, Phase phase, Day day) {
  PLIMSOLL_TRY(low, is_low_priced(owed, phase, day));
  PLIMSOLL_TRY(rate, short_stock_rate(owed, day.rules));
  const R value = worth<R>("market value", owed, phase);
  if (!low) {
    PLIMSOLL_TRY(floor, short_stock_floor.at(day.rules));
    R law = under(short_stock_law, "short stock",
                  greater_of(percent_of(rate, value), for_each_unit<R>(floor, owed.units)));
    return with_house(std::move(law), owed, value, phase);
  }
  PLIMSOLL_TRY(floor, low_priced_short_floor.at(day.rules));
  PLIMSOLL_TRY(whole, low_priced_short_maintenance.at(day.rules));
  R deposit = greater_of(percent_of(whole, value), for_each_unit<R>(floor, owed.units));
  if (is_leveraged(owed) || owed.broker_rate)
    deposit = greater_of(std::move(deposit), percent_of(rate, value));
  R law = under(low_priced_short_law, "short stock below 5 dollars", std::move(deposit));
  return with_house(std::move(law), owed, value, phase);
}

template <Reading R>
Result<Margin<R>> long_stock(const Shares& held, Day day) {
  const R none = nothing<R>(held.mark.currency);
  const R value = worth<R>("market value", held, Phase::maintenance);
  PLIMSOLL_TRY(initial, long_stock_to_open<R>(held, day));
  if (held.standing != Standing::marginable) {
    PLIMSOLL_TRY(maintenance, paid_for<R>(held, Phase::maintenance, day));
    return Margin<R>{std::move(initial), std::move(maintenance), none, none, value, none};
  }
  PLIMSOLL_TRY(rate, long_stock_rate(held, day.rules));
  R maintenance = with_house(under(long_stock_law, "long stock", percent_of(rate, value)), held,
                             value, Phase::maintenance);
  return Margin<R>{std::move(initial), std::move(maintenance), none, none, value, none};
}

template <Reading R>
Result<Margin<R>> short_stock(const Shares& owed, Day day) {
  PLIMSOLL_TRY(federal, short_stock_initial.at(day.rules));
  PLIMSOLL_TRY(to_open, short_stock_deposit<R>(owed, Phase::initial, day));
  PLIMSOLL_TRY(to_keep, short_stock_deposit<R>(owed, Phase::maintenance, day));
  const R sold = worth<R>("short market value", owed, Phase::initial);
  const R value = worth<R>("short market value", owed, Phase::maintenance);
  R initial = under(finra_initial_law, "short stock to open",
                    greater_of(percent_of(federal, sold), plus(sold, std::move(to_open))));
  PLIMSOLL_TRY(low, is_low_priced(owed, Phase::maintenance, day));
  R whole = plus(value, std::move(to_keep));
  R maintenance = low ? under(low_priced_short_law, "short stock below 5 dollars and its deposit",
                              std::move(whole))
                      : under(short_stock_law, "short stock and its deposit", std::move(whole));
  return Margin<R>{std::move(initial), std::move(maintenance),        sold, value,
                   less(value),        nothing<R>(owed.mark.currency)};
}

template Result<Amount> asked_of_held<Amount>(const Shares&, Amount, Day);
template Result<Money> asked_of_held<Money>(const Shares&, Money, Day);
template Result<Amount> long_stock_to_open<Amount>(const Shares&, Day);
template Result<Money> long_stock_to_open<Money>(const Shares&, Day);
template Result<Amount> short_stock_deposit<Amount>(const Shares&, Phase, Day);
template Result<Money> short_stock_deposit<Money>(const Shares&, Phase, Day);
template Result<Margin<Amount>> long_stock<Amount>(const Shares&, Day);
template Result<Margin<Money>> long_stock<Money>(const Shares&, Day);
template Result<Margin<Amount>> short_stock<Amount>(const Shares&, Day);
template Result<Margin<Money>> short_stock<Money>(const Shares&, Day);

}  // namespace plimsoll::reg_t
