#pragma once
// The healths of an account as money that explains itself.

#include "methods/cross_margin/healths.hpp"
#include "rules/amount.hpp"

namespace plimsoll::cross_margin {

/// In the account's currency. A requirement is equity less health, so that equity less the
/// requirement is the health itself, to the place money has and with its sign.
template <Reading R>
struct Reckoned {
  R equity, initial, maintenance;
};

/// The same by either reading, to the last digit.
template <Reading R>
Reckoned<R> reckoned(const Healths& healths, PoolProtocol protocol, Currency currency);

}  // namespace plimsoll::cross_margin
