#pragma once
// Interest over time, of an account and of every bank of its pool.

#include "methods/cross_margin/interest.hpp"

namespace plimsoll::cross_margin {

struct Accrued {
  State account = {};  // balances point to the banks of the pool before
  Pool pool = {};
};

/// Shares whose amount in whole native units is the one stated: what is held is rounded down to
/// them and what is owed up, so that shares are rounded the other way. Refused: shares worth
/// nothing, what does not fit.
Result<Fixed48> shares_of(const Balance& balance);

/// Share values and totals of every bank grow, and the account's balances with them, shares as they
/// are. A bank the account has nothing in, and whose rate is not known, is left as it is. Refused:
/// as `interest_rates` says, of a bank it has something in.
Result<Accrued> accrued(const State& state, std::int64_t seconds);

}  // namespace plimsoll::cross_margin
