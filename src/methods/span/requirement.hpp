#pragma once
// What one commodity asks for, with how it was reached.

#include "methods/span/house.hpp"
#include "rules/amount.hpp"

namespace plimsoll::span {

/// Net of option value, in the commodity's performance bond currency. Below zero: option value is
/// left over, which may meet what others ask for.
template <Reading R>
struct Required {
  R maintenance, initial;
};

template <Reading R>
Required<R> required(const Work& work, const House& house);

/// The same sum in another currency, at so much of it for one.
template <Reading R>
R converted(R amount, Decimal rate, Currency to);

}  // namespace plimsoll::span
