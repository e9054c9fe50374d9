#pragma once
// One entry of an activity, applied to the account it happened in. Knows what things are and no
// margin rule.

#include "model/activity.hpp"

namespace plimsoll {

/// A price that must follow a split: what was known of `from` is now known of `to`, at
/// `new_shares` for `old_shares`.
struct Repriced {
  InstrumentId from, to;
  std::int64_t new_shares = 1, old_shares = 1;
};

/// What a quantity of an instrument costs at a quoted price, in the instrument's currency: bonds
/// with a maturity are quoted per 100 of principal, options per unit of underlying. Nothing for
/// futures and what else is settled every day.
Money cost_of(const Instrument& instrument, Quantity quantity, Decimal price, Currency base);

/// Whether nothing is paid for it: what it gains and loses is money every day.
bool settled_daily(const Instrument& instrument);

/// Books `entry`; what it names is in the account's catalog, its cash is known. Refused, with the
/// entry's place, and then the account is of no more use: closing more than is held, a sale through
/// zero or of stock not held in an account that may not be short, an option ended that is not held
/// on that side, exercise of a cash-settled option without its settlement level, closing a future
/// whose multiplier or cost is not known, a split that changes what held options deliver, amounts
/// of the wrong sign, sums beyond model/limits.hpp. Marks change nothing here.
Result<std::vector<Repriced>> book(const Entry& entry, Account& account);

}  // namespace plimsoll
