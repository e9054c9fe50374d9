#pragma once
// Stock, exchange-traded products and mutual funds, on their own.

#include "methods/reg_t/rates.hpp"
#include "methods/reg_t/terms.hpp"

namespace plimsoll::reg_t {

/// Maintenance percentage of shares held long, raised by a product's leverage.
Result<RaisedRate> long_stock_rate(const Shares& held, Date rules);

/// Percentage of shares owed, on top of their market value.
Result<RaisedRate> short_stock_rate(const Shares& owed, Date rules);

/// What keeping shares held needs where they count for `counted`: the rule's percentage, or what
/// the house asks if it is more.
template <Reading R>
Result<R> asked_of_held(const Shares& held, R counted, Day day);

/// What buying the shares needs: Regulation T's percentage, or the maintenance one if greater.
template <Reading R>
Result<R> long_stock_to_open(const Shares& held, Day day);

/// What shares owed need beyond their market value.
template <Reading R>
Result<R> short_stock_deposit(const Shares& owed, Phase phase, Day day);

template <Reading R>
Result<Margin<R>> long_stock(const Shares& held, Day day);

template <Reading R>
Result<Margin<R>> short_stock(const Shares& owed, Day day);

}  // namespace plimsoll::reg_t
