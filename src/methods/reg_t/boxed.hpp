#pragma once
// The same security held and owed, as many of one as of the other.

#include "methods/reg_t/debt.hpp"
#include "methods/reg_t/terms.hpp"

namespace plimsoll::reg_t {

/// Marginable or not, but not paid in cash.
template <Reading R>
Result<Margin<R>> boxed_stock(const Shares& held, const Shares& owed, Day day);

/// A convertible as stock; of other debt only the net position counts, and there is none.
template <Reading R>
Result<Margin<R>> boxed_debt(const Debt& held, const Debt& owed, Day day);

}  // namespace plimsoll::reg_t
