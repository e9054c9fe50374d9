#pragma once
// Bonds of every class, convertibles and money-market funds.

#include "methods/reg_t/rates.hpp"
#include "methods/reg_t/terms.hpp"

namespace plimsoll::reg_t {

/// A bond held or owed. `principal` and values are positive either way.
struct Debt {
  const Bond* bond = nullptr;
  Money principal;
  Money value;          // at the market
  Money opening_value;  // at today's trade price, or the market
  bool owed = false;
  Standing standing = Standing::marginable;

  Money at(Phase phase) const { return phase == Phase::initial ? opening_value : value; }
};

/// Percentage of market value by what is left of an obligation of the United States; one that has
/// matured is refused.
Result<Rate> treasury_rate(Date maturity, Day day);

/// A bond on its own. Convertibles are margined as equity.
template <Reading R>
Result<Margin<R>> debt(const Debt& held, Day day);

/// Shares of a money-market fund.
template <Reading R>
Result<Margin<R>> money_market_fund(const Shares& held, Day day);

}  // namespace plimsoll::reg_t
