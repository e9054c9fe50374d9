#pragma once
// Options sold against something that covers them. Units of the two sides are equal; an index fund
// covers by value.

#include "methods/reg_t/debt.hpp"
#include "methods/reg_t/option.hpp"
#include "methods/reg_t/stock.hpp"

namespace plimsoll::reg_t {

template <Reading R>
Result<Margin<R>> covered_call(const Shares& held, const OptionLeg& call, Day day);

template <Reading R>
Result<Margin<R>> covered_put(const Shares& owed, const OptionLeg& put, Day day);

/// Shares of an unleveraged fund on the index the option is on, worth at least the index units.
template <Reading R>
Result<Margin<R>> protected_index_call(const Shares& held, const OptionLeg& call, Day day);
template <Reading R>
Result<Margin<R>> protected_index_put(const Shares& owed, const OptionLeg& put, Day day);

template <Reading R>
Result<Margin<R>> convertible_covered_call(const Debt& held, const OptionLeg& call, Day day);

/// `exercise` is the warrant's, per share; `worth` the warrants' market value.
struct WarrantCover {
  Price exercise;
  Shares warrants;
};
template <Reading R>
Result<Margin<R>> warrant_covered_call(const WarrantCover& held, const OptionLeg& call, Day day);

/// Something held that turns into the shares owed.
template <Reading R>
Result<Margin<R>> exchangeable_pair(const Debt& held, const Shares& owed, Day day);

}  // namespace plimsoll::reg_t
