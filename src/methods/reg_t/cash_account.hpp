#pragma once
// Options in a cash account: nothing is borrowed. Stock and bonds there are paid in full
// (stock.hpp, debt.hpp).

#include <span>

#include "methods/reg_t/option.hpp"

namespace plimsoll::reg_t {

template <Reading R>
Result<Margin<R>> cash_long_option(const OptionLeg& bought, Day day);

/// A put: its whole exercise price. A call: the underlying's market value, to be deposited.
template <Reading R>
Result<Margin<R>> cash_short_option(const OptionLeg& sold, Day day);

/// European cash-settled index options of one expiry.
template <Reading R>
Result<Margin<R>> cash_spread(std::span<const OptionLeg> bought, std::span<const OptionLeg> sold,
                              Day day);

}  // namespace plimsoll::reg_t
