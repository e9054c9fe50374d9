#include "methods/cross_margin/accrual.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::near, testing::number, testing::PoolBuilder;

constexpr std::int64_t year = 31'536'000;

void let_earn(Bank& bank, const char* assets, const char* liabilities) {
  bank.interest.curve = {{Fixed48{}, Fixed48{}}, {Fixed48::of(1), number("0.5")}};
  bank.total_assets = number(assets);
  bank.total_liabilities = number(liabilities);
}

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  let_earn(pool.bank("SOL", "10", 9), "1000000000000", "500000000000");
  let_earn(pool.bank("USDC", "1"), "1000000000", "800000000");
  return pool;
}

TEST(Accrual, BalancesGrowAsTheirBanks) {
  const PoolBuilder pool = pool_of_two();
  const auto made = accrued(pool.state({{"SOL", "100"}, {"USDC", "-100"}}), year);
  ASSERT_TRUE(made) << made.error().what;
  // A rate of 0.25 earns 0.125; one of 0.4 is paid whole.
  EXPECT_EQ(made->account.balances[0].amount, pool.units("SOL", "112.5"));
  EXPECT_TRUE(near(made->account.balances[1].amount, pool.units("USDC", "140"), Fixed48::of(1)));
  const Bank& sol = made->pool.banks.at(InstrumentId{"SOL"});
  EXPECT_EQ(sol.asset_share_value, number("1.125"));
  EXPECT_EQ(sol.liability_share_value, number("1.25"));
  EXPECT_EQ(sol.total_assets, Fixed48::of(1'125'000'000'000));
}

TEST(Accrual, ABankWhoseRateIsNotKnownIsRefusedWhereTheAccountHasSomethingInIt) {
  PoolBuilder pool = pool_of_two();
  pool.bank("X", "1");
  EXPECT_TRUE(accrued(pool.state({{"SOL", "1"}}), year));
  EXPECT_FALSE(accrued(pool.state({{"SOL", "1"}, {"X", "1"}}), year));
  pool.at("X").interest.curve = {{Fixed48{}, Fixed48{}}};
  const auto made = accrued(pool.state({{"X", "-1"}}), year);
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.error().what.contains("write total_assets"));
}

TEST(Accrual, SharesWorthNothingEarnNothing) {
  PoolBuilder pool = pool_of_two();
  pool.at("SOL").asset_share_value = {};
  EXPECT_FALSE(accrued(pool.state({{"SOL", "1"}}), year));
}

PoolBuilder some_pool() {
  PoolBuilder pool = pool_of_two();
  for (const char* name : {"SOL", "USDC"}) {
    Bank& bank = pool.at(name);
    const auto some_value = [] {
      return Fixed48::from_bits(Int128{*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000)}
                                << 16);
    };
    bank.asset_share_value = some_value();
    bank.liability_share_value = some_value();
  }
  return pool;
}

State some_state(const PoolBuilder& pool) {
  const auto amount = [] {
    return Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000'000));
  };
  State state{.pool = &pool.pool};
  state = with_balance(state, {&pool.at("SOL"), Side::asset, amount()});
  return with_balance(state, {&pool.at("USDC"), Side::liability, amount()});
}

Fixed48 down(Fixed48 amount) {
  return Fixed48::from_bits(amount.bits() >> Fixed48::fraction_bits << Fixed48::fraction_bits);
}
Fixed48 up(Fixed48 amount) { return -down(-amount); }

/// In whole units as an account document states them, whatever a share is worth.
RC_GTEST_PROP(Accrual, OfNoTimeChangesNothing, ()) {
  const PoolBuilder pool = some_pool();
  const State state = some_state(pool);
  const auto made = accrued(state, 0);
  RC_ASSERT(made.has_value());
  RC_ASSERT(down(made->account.balances[0].amount) == state.balances[0].amount);
  RC_ASSERT(up(made->account.balances[1].amount) == state.balances[1].amount);
  RC_ASSERT(made->pool.banks.at(InstrumentId{"SOL"}).asset_share_value ==
            pool.at("SOL").asset_share_value);
}

/// Twice is once and once more: the second runs on what the first left, rates and balances both.
RC_GTEST_PROP(Accrual, Compounds, ()) {
  const PoolBuilder pool = pool_of_two();
  const State state = some_state(pool);
  const auto first_time = *rc::gen::inRange<std::int64_t>(0, year);
  const auto second_time = *rc::gen::inRange<std::int64_t>(0, year);
  const Accrued first = accrued(state, first_time).value();
  State between = first.account;
  between.pool = &first.pool;
  for (Balance& balance : between.balances) balance.bank = &first.pool.banks.at(balance.bank->name);
  const Accrued second = accrued(between, second_time).value();
  for (std::size_t i = 0; i < 2; ++i) {
    const Bank& bank = *state.balances[i].bank;
    const bool asset = state.balances[i].side == Side::asset;
    const Bank later = accrued(accrued(bank, first_time).value(), second_time).value();
    const Fixed48 value = asset ? later.asset_share_value : later.liability_share_value;
    RC_ASSERT(value == (asset ? second.pool.banks.at(bank.name).asset_share_value
                              : second.pool.banks.at(bank.name).liability_share_value));
    // Shares are worth one before: as many of them.
    const Fixed48 expected = times(state.balances[i].amount, value).value();
    RC_ASSERT(near(second.account.balances[i].amount, expected, number("0.00000001")));
  }
  const Accrued once = accrued(state, first_time + second_time).value();
  RC_ASSERT(once.account.balances[1].amount <= up(second.account.balances[1].amount));
}

}  // namespace
}  // namespace plimsoll::cross_margin
