#pragma once
// Steps as a person types them, done to an account.

#include "methods/cross_margin/liquidation.hpp"
#include "model/pool_step.hpp"

namespace plimsoll::cross_margin {

/// The account after one step. Refused: as `after` and `liquidated` say, banks the pool does not
/// have, positions that cannot be read.
Result<Account> stepped(const Account& account, const Pool& pool, const PoolStep& step, Date rules);

}  // namespace plimsoll::cross_margin
