#include "methods/reg_t/boxed.hpp"

namespace plimsoll::reg_t {
namespace {

/// To open as to keep: a short sale against the box is a long sale.
template <Reading R, class Security>
Margin<R> both_sides(const Security& held, const Security& owed, R to_open, R maintenance) {
  const auto owed_value = [&](Phase phase) { return worth<R>("short market value", owed, phase); };
  return {under(boxed_sale_law, "short against the box", std::move(to_open)),
          std::move(maintenance),
          owed_value(Phase::initial),
          owed_value(Phase::maintenance),
          reduced_by(worth<R>("long market value", held, Phase::maintenance),
                     owed_value(Phase::maintenance)),
          nothing<R>(held.mark.currency)};
}

template <Reading R, class Security>
Result<Margin<R>> boxed_at_five_percent(const Security& held, const Security& owed, Day day) {
  PLIMSOLL_TRY(rate, boxed_maintenance.at(day.rules));
  const auto requirement = [&](Phase phase) {
    return plus(worth<R>("short market value", owed, phase),
                percent_of(rate, worth<R>("long market value", held, phase)));
  };
  return both_sides<R>(
      held, owed, requirement(Phase::initial),
      under(boxed_law, "long and short of one security", requirement(Phase::maintenance)));
}

}  // namespace

template <Reading R>
Result<Margin<R>> boxed_stock(const Shares& held, const Shares& owed, Day day) {
  return boxed_at_five_percent<R>(held, owed, day);
}

template <Reading R>
Result<Margin<R>> boxed_debt(const Debt& held, const Debt& owed, Day day) {
  if (held.bond->kind != BondKind::treasury) return boxed_at_five_percent<R>(held, owed, day);
  return both_sides<R>(held, owed, worth<R>("short market value", owed, Phase::initial),
                       under(net_debt_law, "long and short of one issue",
                             worth<R>("short market value", owed, Phase::maintenance)));
}

template Result<Margin<Amount>> boxed_stock<Amount>(const Shares&, const Shares&, Day);
template Result<Margin<Money>> boxed_stock<Money>(const Shares&, const Shares&, Day);
template Result<Margin<Amount>> boxed_debt<Amount>(const Debt&, const Debt&, Day);
template Result<Margin<Money>> boxed_debt<Money>(const Debt&, const Debt&, Day);

}  // namespace plimsoll::reg_t
