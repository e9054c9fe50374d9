#include "methods/reg_t/debt.hpp"

#include "methods/reg_t/stock.hpp"

namespace plimsoll::reg_t {
namespace {

template <Reading R>
Result<R> treasury(const Debt& held, Phase phase, Day day) {
  if (!held.bond->maturity)
    return fail(Reason::bad_input, "a treasury needs its maturity; add it under instruments",
                std::string{held.bond->id.view()});
  PLIMSOLL_TRY(rate, treasury_rate(*held.bond->maturity, day));
  R share = percent_of(rate, worth<R>("market value", held, phase));
  if (held.bond->zero_coupon && plus_months(day.as_of, 5 * 12) <= *held.bond->maturity) {
    PLIMSOLL_TRY(floor, zero_coupon_floor.at(day.rules));
    share = under(zero_coupon_law, "zero-coupon treasury",
                  greater_of(std::move(share),
                             percent_of(floor, worth<R>("principal", held.par, held.units))));
  }
  return under(treasury_law, "treasury", std::move(share));
}

template <Reading R>
Result<R> municipal(const Debt& held, Phase phase, Day day) {
  PLIMSOLL_TRY(rate, municipal_maintenance.at(day.rules));
  return under(exempted_law, "municipal bond",
               percent_of(rate, worth<R>("market value", held, phase)));
}

template <Reading R>
Result<R> corporate(const Debt& held, Phase phase, Day day) {
  if (held.bond->rating == Rating::investment_grade) {
    PLIMSOLL_TRY(rate, investment_grade_maintenance.at(day.rules));
    return under(investment_grade_law, "investment-grade bond",
                 percent_of(rate, worth<R>("market value", held, phase)));
  }
  PLIMSOLL_TRY(rate, other_debt_maintenance.at(day.rules));
  PLIMSOLL_TRY(floor, other_debt_principal.at(day.rules));
  return under(other_debt_law, "bond below investment grade",
               greater_of(percent_of(rate, worth<R>("market value", held, phase)),
                          percent_of(floor, worth<R>("principal", held.par, held.units))));
}

/// A convertible that never matures is a preferred share, priced each.
bool is_preferred(const Debt& convertible) { return !convertible.bond->maturity; }

Shares as_stock(const Debt& preferred) {
  return {.mark = preferred.mark,
          .opening = preferred.opening,
          .units = preferred.units,
          .standing = preferred.standing};
}

template <Reading R>
Result<R> convertible(const Debt& held, Phase phase, Day day) {
  if (held.owed && is_preferred(held)) return short_stock_deposit<R>(as_stock(held), phase, day);
  if (held.owed) {
    PLIMSOLL_TRY(rate, short_bond_maintenance.at(day.rules));
    PLIMSOLL_TRY(floor, short_bond_principal.at(day.rules));
    return under(short_bond_law, "convertible sold short",
                 greater_of(percent_of(rate, worth<R>("market value", held, phase)),
                            percent_of(floor, worth<R>("principal", held.par, held.units))));
  }
  PLIMSOLL_TRY(rate, convertible_maintenance.at(day.rules));
  return under(convertible_law, "convertible",
               percent_of(rate, worth<R>("market value", held, phase)));
}

template <Reading R>
Result<R> deposit(const Debt& held, Phase phase, Day day) {
  switch (held.bond->kind) {
    case BondKind::treasury:
      return treasury<R>(held, phase, day);
    case BondKind::municipal:
      return municipal<R>(held, phase, day);
    case BondKind::corporate:
      return corporate<R>(held, phase, day);
    case BondKind::convertible:
      return convertible<R>(held, phase, day);
  }
  PLIMSOLL_CHECK(false);
  std::abort();
}

/// Regulation T's side of a convertible: as equity.
template <Reading R>
Result<R> convertible_to_open(const Debt& held, Day day) {
  PLIMSOLL_TRY(exchange, convertible<R>(held, Phase::initial, day));
  if (held.owed) {
    PLIMSOLL_TRY(federal, short_stock_initial.at(day.rules));
    return under(
        finra_initial_law, "convertible sold short, to open",
        greater_of(
            percent_of(federal, worth<R>("short market value", held, Phase::initial)),
            plus(worth<R>("short market value", held, Phase::initial), std::move(exchange))));
  }
  PLIMSOLL_TRY(federal, stock_initial.at(day.rules));
  return under(finra_initial_law, "convertible to open",
               greater_of(percent_of(federal, worth<R>("market value", held, Phase::initial)),
                          std::move(exchange)));
}

/// Of a bond held: nothing but its requirements and its worth.
template <Reading R>
Margin<R> held_debt(const Debt& held, R initial, R maintenance) {
  const R none = nothing<R>(held.mark.currency);
  return {std::move(initial),
          std::move(maintenance),
          none,
          none,
          worth<R>("market value", held, Phase::maintenance),
          none};
}

/// Of a bond owed: its value is inside both requirements, and what it was sold for is in cash.
template <Reading R>
Margin<R> owed_debt(const Debt& owed, R initial, R deposit) {
  const auto value = [&](Phase phase) { return worth<R>("short market value", owed, phase); };
  R worth_owed = value(Phase::maintenance);
  R maintenance = plus(worth_owed, std::move(deposit));
  return {std::move(initial),        std::move(maintenance), value(Phase::initial),
          value(Phase::maintenance), less(worth_owed),       nothing<R>(owed.mark.currency)};
}

template <Reading R>
Margin<R> paid_debt(const Debt& held, const Rate& whole) {
  const Citation& law =
      held.standing == Standing::paid_in_cash ? cash_account_law : reg_t_non_margin_law;
  const auto requirement = [&](Phase phase) {
    return under(law, "bond paid in full",
                 percent_of(whole, worth<R>("market value", held, phase)));
  };
  return held_debt<R>(held, requirement(Phase::initial), requirement(Phase::maintenance));
}

}  // namespace

Result<Rate> treasury_rate(Date maturity, Day day) {
  if (maturity < day.as_of)
    return fail(Reason::bad_input,
                "matured on " + to_text(maturity) + "; book its principal as cash");
  const auto left_under = [&](int years) { return maturity < plus_months(day.as_of, years * 12); };
  if (left_under(1)) return treasury_under_1_year.at(day.rules);
  if (left_under(3)) return treasury_1_to_3_years.at(day.rules);
  if (left_under(5)) return treasury_3_to_5_years.at(day.rules);
  if (left_under(10)) return treasury_5_to_10_years.at(day.rules);
  if (left_under(20)) return treasury_10_to_20_years.at(day.rules);
  return treasury_20_years_and_over.at(day.rules);
}

Result<Rate> convertible_rate(const Debt& held, Date rules) {
  return held.standing == Standing::marginable ? convertible_maintenance.at(rules)
                                               : non_margin_maintenance.at(rules);
}

template <Reading R>
Result<Margin<R>> debt(const Debt& held, Day day) {
  if (held.standing != Standing::marginable && !held.owed) {
    PLIMSOLL_TRY(whole, paid_in_full.at(day.rules));
    return paid_debt<R>(held, whole);
  }
  PLIMSOLL_TRY(to_keep, deposit<R>(held, Phase::maintenance, day));
  if (held.bond->kind == BondKind::convertible) {
    PLIMSOLL_TRY(initial, convertible_to_open<R>(held, day));
    return held.owed ? owed_debt<R>(held, std::move(initial), std::move(to_keep))
                     : held_debt<R>(held, std::move(initial), std::move(to_keep));
  }
  PLIMSOLL_TRY(to_open, deposit<R>(held, Phase::initial, day));
  if (!held.owed)
    return held_debt<R>(held, under(reg_t_good_faith_law, "bond to open", std::move(to_open)),
                        std::move(to_keep));
  R initial = under(reg_t_short_debt_law, "bond sold short, to open",
                    plus(worth<R>("short market value", held, Phase::initial), std::move(to_open)));
  return owed_debt<R>(held, std::move(initial), std::move(to_keep));
}

template <Reading R>
Result<Margin<R>> money_market_fund(const Shares& held, Day day) {
  PLIMSOLL_TRY(rate, money_market_maintenance.at(day.rules));
  const auto requirement = [&](Phase phase) {
    return under(money_market_law, "money-market fund",
                 percent_of(rate, worth<R>("market value", held, phase)));
  };
  const R none = nothing<R>(held.mark.currency);
  return Margin<R>{
      under(reg_t_good_faith_law, "money-market fund to open", requirement(Phase::initial)),
      requirement(Phase::maintenance),
      none,
      none,
      worth<R>("market value", held, Phase::maintenance),
      none};
}

template Result<Margin<Amount>> debt<Amount>(const Debt&, Day);
template Result<Margin<Money>> debt<Money>(const Debt&, Day);
template Result<Margin<Amount>> money_market_fund<Amount>(const Shares&, Day);
template Result<Margin<Money>> money_market_fund<Money>(const Shares&, Day);

}  // namespace plimsoll::reg_t
