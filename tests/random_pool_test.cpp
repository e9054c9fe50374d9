#include "tests/random_pool.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace plimsoll::testing {
namespace {

RC_GTEST_PROP(RandomPool, HasBanksThatTheProtocolWouldAdmit, ()) {
  const Fixed48 one = Fixed48::of(1), two = Fixed48::of(2);
  const engine::MarginRequest request = some_pool_request();
  for (const auto& [name, bank] : request.pool->banks) {
    RC_ASSERT(bank.asset_weight_init <= bank.asset_weight_maint);
    RC_ASSERT(bank.asset_weight_init <= one && bank.asset_weight_maint <= two);
    RC_ASSERT(one <= bank.liability_weight_maint);
    RC_ASSERT(bank.liability_weight_maint <= bank.liability_weight_init);
    if (bank.tier == RiskTier::isolated) RC_ASSERT(bank.asset_weight_maint.is_zero());
    for (const EmodeEntry& entry : bank.emode)
      RC_ASSERT(entry.asset_weight_init <= entry.asset_weight_maint);
  }
}

RC_GTEST_PROP(RandomPool, NamesABankBesideTheAccounts, ()) {
  engine::MarginRequest request = some_pool_request();
  for (std::size_t held = request.account.positions.size(); held < 8; ++held)
    hold(request, a_bank_beside(request), some_tokens());
  RC_ASSERT(a_bank_beside(request).empty());
  RC_ASSERT(request.account.positions.size() == 8u);
}

}  // namespace
}  // namespace plimsoll::testing
