#pragma once
// A lending pool and accounts in it, the same on every machine.

#include <memory>
#include <vector>

#include "market/pool.hpp"
#include "model/account.hpp"

namespace plimsoll::bench {

inline constexpr std::size_t banks = 96, balances_most = 16;
inline constexpr Date day{2026y / July / 24};

/// Banks as the protocol's checks let them be: a third of them with e-mode tags, a half granting
/// three tags each, some over their limit of value.
std::shared_ptr<const Pool> lending_pool();

/// Accounts of so many balances each, of banks drawn at random, more held than owed.
std::vector<Account> lenders(const Pool& pool, std::size_t count, std::size_t balances_least);

}  // namespace plimsoll::bench
