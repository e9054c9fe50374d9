#pragma once
// Steps as a person types them, done to an account and its pool.

#include <memory>

#include "methods/cross_margin/step_done.hpp"

namespace plimsoll::cross_margin {

struct PoolAccount {
  Account account;
  std::shared_ptr<const Pool> pool = {};  // there is one
  Standing standing = Standing::open;
};

struct Stepped {
  PoolAccount later;
  StepTold told = {};
};

/// The account and the pool after one step, what is owed rounded up to a native unit and what is
/// held down. Refused: positions that cannot be read, and as `marginfi_done` and `aave_done` say.
Result<Stepped> stepped(const PoolAccount& before, const PoolStep& step, Date rules);

}  // namespace plimsoll::cross_margin
