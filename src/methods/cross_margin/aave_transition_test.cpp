#include "methods/cross_margin/aave_transition.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::number, testing::PoolBuilder, testing::refusal;

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("ETH", "2000", 18), "0.5", "0.75");
  testing::weigh_assets(pool.bank("USDC", "1"), "0.75", "0.75");
  return pool;
}

std::string step(const PoolBuilder& pool, const State& state, Step step, const char* bank,
                 const char* tokens) {
  return refusal(aave_after(state, step, pool.at(bank), pool.units(bank, tokens)));
}

TEST(AaveTransition, StepsMoveOneBalance) {
  const PoolBuilder pool = pool_of_two();
  const auto done = [&](const State& state, Step step, const char* bank, const char* tokens) {
    return aave_after(state, step, pool.at(bank), pool.units(bank, tokens)).value();
  };
  State state{.pool = &pool.pool};
  state = done(state, Step::deposit, "ETH", "1");
  state = done(state, Step::borrow, "USDC", "500");
  EXPECT_EQ(balance_of(state, pool.at("USDC"))->side, Side::liability);
  state = done(state, Step::repay, "USDC", "100");
  EXPECT_EQ(balance_of(state, pool.at("USDC"))->amount, pool.units("USDC", "400"));
  EXPECT_EQ(balance_of(state, pool.at("USDC"))->moved, pool.units("USDC", "400"));
  state = done(state, Step::repay, "USDC", "1000");  // no more than is owed
  EXPECT_EQ(balance_of(state, pool.at("USDC")), nullptr);
  state = done(state, Step::withdraw, "ETH", "1");
  EXPECT_TRUE(state.balances.empty());
}

TEST(AaveTransition, ABorrowIsWithinTheLoanToValue) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "1"}});
  EXPECT_EQ(step(pool, state, Step::borrow, "USDC", "1000"), "");
  EXPECT_EQ(step(pool, state, Step::borrow, "USDC", "1000.000001"),
            "CollateralCannotCoverNewBorrow");
  EXPECT_EQ(step(pool, State{.pool = &pool.pool}, Step::borrow, "USDC", "1"),
            "CollateralBalanceIsZero");
}

TEST(AaveTransition, ABorrowNeedsAHealthFactorAboveOne) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.at("ETH"), "0.75", "0.75");
  EXPECT_EQ(step(pool, pool.state({{"ETH", "1"}, {"USDC", "-1500"}}), Step::borrow, "USDC", "1"),
            "HealthFactorLowerThanLiquidationThreshold");
  EXPECT_EQ(
      step(pool, pool.state({{"ETH", "1"}, {"USDC", "-1499.999999"}}), Step::borrow, "USDC", "1"),
      "CollateralCannotCoverNewBorrow");
}

TEST(AaveTransition, AWithdrawalLeavesAHealthFactorOfOne) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "2"}, {"USDC", "-1500"}});
  EXPECT_EQ(step(pool, state, Step::withdraw, "ETH", "1"), "");
  EXPECT_EQ(step(pool, state, Step::withdraw, "ETH", "1.000001"),
            "HealthFactorLowerThanLiquidationThreshold");
  EXPECT_EQ(step(pool, pool.state({{"ETH", "2"}}), Step::withdraw, "ETH", "2"), "");
}

TEST(AaveTransition, CollateralWithoutALoanToValueLeavesFirst) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.bank("OLD", "1"), "0", "0.5");
  testing::weigh_assets(pool.bank("NONE", "1"), "0", "0");
  const State state = pool.state({{"ETH", "2"}, {"USDC", "-10"}, {"OLD", "50"}, {"NONE", "5"}});
  EXPECT_EQ(step(pool, state, Step::withdraw, "ETH", "0.1"), "LtvValidationFailed");
  EXPECT_EQ(step(pool, state, Step::withdraw, "OLD", "50"), "");
  EXPECT_EQ(step(pool, state, Step::withdraw, "NONE", "5"), "");
  EXPECT_EQ(step(pool, pool.state({{"ETH", "2"}, {"USDC", "-10"}, {"NONE", "5"}}), Step::withdraw,
                 "ETH", "0.1"),
            "");
  EXPECT_EQ(step(pool, pool.state({{"ETH", "2"}, {"OLD", "5"}}), Step::withdraw, "ETH", "2"), "");
}

TEST(AaveTransition, WhatIsNoCollateralLeavesTheUnhealthyToo) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.bank("NONE", "1"), "0", "0");
  const State state = pool.state({{"ETH", "1"}, {"USDC", "-1600"}, {"NONE", "5"}});
  EXPECT_EQ(step(pool, state, Step::withdraw, "NONE", "5"), "");
  EXPECT_EQ(step(pool, state, Step::withdraw, "ETH", "0.1"),
            "HealthFactorLowerThanLiquidationThreshold");
}

TEST(AaveTransition, OnTheWrongSideOrTooMuchIsRefused) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "2"}, {"USDC", "-10"}});
  EXPECT_EQ(step(pool, state, Step::withdraw, "USDC", "1"), "NotEnoughAvailableUserBalance");
  EXPECT_EQ(step(pool, state, Step::withdraw, "ETH", "2.1"), "NotEnoughAvailableUserBalance");
  EXPECT_EQ(step(pool, state, Step::repay, "ETH", "1"), "NoDebtOfSelectedType");
  EXPECT_EQ(step(pool, pool.state({}), Step::repay, "ETH", "1"), "NoDebtOfSelectedType");
  EXPECT_TRUE(step(pool, state, Step::deposit, "USDC", "1").contains("repay first"));
  EXPECT_TRUE(step(pool, state, Step::borrow, "ETH", "1").contains("withdraw first"));
  EXPECT_EQ(step(pool, state, Step::deposit, "ETH", "0"), "InvalidAmount");
}

TEST(AaveTransition, ReservesMayBePausedOrFrozen) {
  PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "2"}, {"USDC", "-10"}});
  pool.at("USDC").state = BankState::reduce_only;
  EXPECT_EQ(step(pool, state, Step::borrow, "USDC", "1"), "ReserveFrozen");
  EXPECT_EQ(step(pool, state, Step::repay, "USDC", "1"), "");
  pool.at("USDC").state = BankState::paused;
  EXPECT_EQ(step(pool, state, Step::repay, "USDC", "1"), "ReservePaused");
  pool.at("ETH").state = BankState::reduce_only;
  EXPECT_EQ(step(pool, state, Step::deposit, "ETH", "1"), "ReserveFrozen");
  EXPECT_EQ(step(pool, state, Step::withdraw, "ETH", "1"), "");
}

TEST(AaveTransition, NoMoreLeavesAReserveThanItHas) {
  PoolBuilder pool = pool_of_two();
  pool.at("USDC").total_assets = pool.units("USDC", "100");
  pool.at("USDC").total_liabilities = pool.units("USDC", "40");
  const State state = pool.state({{"ETH", "2"}});
  EXPECT_EQ(step(pool, state, Step::borrow, "USDC", "60"), "");
  EXPECT_EQ(step(pool, state, Step::borrow, "USDC", "60.000001"), "more than the reserve has left");
  EXPECT_EQ(step(pool, pool.state({{"USDC", "70"}}), Step::withdraw, "USDC", "60.000001"),
            "more than the reserve has left");
}

TEST(AaveTransition, EmodeIsAsItWillBe) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.bank("WSTETH", "2000", 18), "0.5", "0.75");
  for (const char* name : {"ETH", "WSTETH"}) {
    pool.at(name).emode_tag = 1;
    pool.at(name).emode = {{1, number("0.75"), number("0.8125")}};
  }
  const State state = pool.state({{"WSTETH", "4"}});
  EXPECT_EQ(step(pool, state, Step::borrow, "ETH", "3"), "");
  EXPECT_EQ(step(pool, state, Step::borrow, "ETH", "3.000001"), "CollateralCannotCoverNewBorrow");
  // A debt of another category ends it.
  EXPECT_EQ(step(pool, pool.state({{"WSTETH", "4"}, {"ETH", "-2.5"}}), Step::borrow, "USDC", "1"),
            "CollateralCannotCoverNewBorrow");
}

}  // namespace
}  // namespace plimsoll::cross_margin
