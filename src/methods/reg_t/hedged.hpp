#pragma once
// Stock hedged by options. Units of all legs are equal.

#include "methods/reg_t/option.hpp"
#include "methods/reg_t/stock.hpp"

namespace plimsoll::reg_t {

template <Reading R>
Result<Margin<R>> protective_put(const Shares& held, const OptionLeg& put, Day day);

template <Reading R>
Result<Margin<R>> protective_call(const Shares& owed, const OptionLeg& call, Day day);

/// Put and call at one exercise price.
template <Reading R>
Result<Margin<R>> conversion(const Shares& held, const OptionLeg& put, const OptionLeg& call,
                             Day day);

template <Reading R>
Result<Margin<R>> reverse_conversion(const Shares& owed, const OptionLeg& call,
                                     const OptionLeg& put, Day day);

/// The put's exercise price below the call's.
template <Reading R>
Result<Margin<R>> collar(const Shares& held, const OptionLeg& put, const OptionLeg& call, Day day);

}  // namespace plimsoll::reg_t
