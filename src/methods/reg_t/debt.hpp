#pragma once
// Bonds of every class, convertibles and money-market funds.

#include "methods/reg_t/rates.hpp"
#include "methods/reg_t/terms.hpp"

namespace plimsoll::reg_t {

/// A bond held or owed. `principal` and values are positive either way.
struct Debt {
  const Bond* bond = nullptr;
  Quantity units;  // principal, or shares where it is priced by the share; positive
  Price par;       // of one unit
  Price mark;      // for so many units as `per` says
  Price opening;   // today's trade price, or the mark
  Decimal per{1};
  bool owed = false;
  Standing standing = Standing::marginable;

  Price at(Phase phase) const { return phase == Phase::initial ? opening : mark; }
};

template <Reading R>
R worth(Label label, const Debt& debt, Phase phase) {
  return worth_per<R>(label, debt.at(phase), debt.per, debt.units);
}

/// Percentage of market value by what is left of an obligation of the United States; one that has
/// matured is refused.
Result<Rate> treasury_rate(Date maturity, Day day);

/// Maintenance percentage of a convertible held long.
Result<Rate> convertible_rate(const Debt& held, Date rules);

/// A bond on its own. Convertibles are margined as equity.
template <Reading R>
Result<Margin<R>> debt(const Debt& held, Day day);

/// Shares of a money-market fund.
template <Reading R>
Result<Margin<R>> money_market_fund(const Shares& held, Day day);

}  // namespace plimsoll::reg_t
