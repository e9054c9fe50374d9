#include "methods/cross_margin/transition.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder, testing::refusal;

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  pool.bank("SOL", "10", 9);
  pool.bank("USDC", "1");
  return pool;
}

std::string step(const PoolBuilder& pool, const State& state, Step step, const char* bank,
                 const char* tokens) {
  return refusal(after(state, step, pool.at(bank), pool.units(bank, tokens), day));
}

TEST(Transition, StepsMoveOneBalance) {
  const PoolBuilder pool = pool_of_two();
  State state{.pool = &pool.pool};
  state = after(state, Step::deposit, pool.at("USDC"), pool.units("USDC", "100"), day).value();
  state = after(state, Step::borrow, pool.at("SOL"), pool.units("SOL", "10"), day).value();
  EXPECT_EQ(balance_of(state, pool.at("SOL"))->side, Side::liability);
  state = after(state, Step::repay, pool.at("SOL"), pool.units("SOL", "10"), day).value();
  EXPECT_EQ(balance_of(state, pool.at("SOL")), nullptr);
  state = after(state, Step::withdraw, pool.at("USDC"), pool.units("USDC", "40"), day).value();
  EXPECT_EQ(balance_of(state, pool.at("USDC"))->amount, pool.units("USDC", "60"));
}

TEST(Transition, OnTheWrongSideIsRefused) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"USDC", "100"}, {"SOL", "-1"}});
  EXPECT_EQ(step(pool, state, Step::deposit, "SOL", "1"), "OperationDepositOnly");
  EXPECT_EQ(step(pool, state, Step::withdraw, "SOL", "1"), "OperationWithdrawOnly");
  EXPECT_EQ(step(pool, state, Step::borrow, "USDC", "1"), "OperationBorrowOnly");
  EXPECT_EQ(step(pool, state, Step::repay, "USDC", "1"), "OperationRepayOnly");
  EXPECT_EQ(step(pool, state, Step::withdraw, "USDC", "100.000001"), "OperationWithdrawOnly");
  EXPECT_EQ(step(pool, state, Step::repay, "SOL", "1.000000001"), "OperationRepayOnly");
  EXPECT_EQ(step(pool, state, Step::deposit, "USDC", "0"), "ZeroAmount");
}

TEST(Transition, BanksMayBePausedOrShrinking) {
  PoolBuilder pool = pool_of_two();
  pool.at("USDC").state = BankState::reduce_only;
  const State state = pool.state({{"USDC", "100"}});
  EXPECT_EQ(step(pool, state, Step::deposit, "USDC", "1"), "BankReduceOnly");
  EXPECT_EQ(step(pool, state, Step::withdraw, "USDC", "1"), "");
  pool.at("USDC").state = BankState::paused;
  EXPECT_EQ(step(pool, state, Step::withdraw, "USDC", "1"), "BankPaused");
}

TEST(Transition, TheInitialCheckStandsAtItsBoundary) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"USDC", "100"}});
  EXPECT_EQ(step(pool, state, Step::borrow, "SOL", "10"), "");
  EXPECT_EQ(step(pool, state, Step::borrow, "SOL", "10.000000001"), "RiskEngineInitRejected");
  const State owing = pool.state({{"USDC", "100"}, {"SOL", "-9"}});
  EXPECT_EQ(step(pool, owing, Step::withdraw, "USDC", "10"), "");
  EXPECT_EQ(step(pool, owing, Step::withdraw, "USDC", "10.000001"), "RiskEngineInitRejected");
}

TEST(Transition, AnIsolatedLiabilityIsTheOnlyOne) {
  PoolBuilder pool = pool_of_two();
  pool.bank("X", "1").tier = RiskTier::isolated;
  EXPECT_EQ(step(pool, pool.state({{"USDC", "100"}}), Step::borrow, "X", "1"), "");
  EXPECT_EQ(step(pool, pool.state({{"USDC", "100"}, {"SOL", "-1"}}), Step::borrow, "X", "1"),
            "IsolatedAccountIllegalState");
  EXPECT_EQ(step(pool, pool.state({{"USDC", "100"}, {"X", "-1"}}), Step::borrow, "SOL", "1"),
            "IsolatedAccountIllegalState");
}

TEST(Transition, StakedTokensStandBesideSolOnly) {
  PoolBuilder pool = pool_of_two();
  pool.at("SOL").tag = AssetTag::sol;
  pool.bank("STAKED", "10").tag = AssetTag::staked;
  const State staked = pool.state({{"STAKED", "5"}});
  EXPECT_EQ(step(pool, staked, Step::deposit, "SOL", "1"), "");
  EXPECT_EQ(step(pool, staked, Step::deposit, "USDC", "1"), "AssetTagMismatch");
}

TEST(Transition, NoMoreIsHeldThanCanBeSaidInTokens) {
  PoolBuilder pool;
  const Bank& bank = pool.bank("X", "0.000000001", 0);
  const State state = pool.state({{"X", "999999999999999"}});
  EXPECT_EQ(refusal(after(state, Step::deposit, bank, Fixed48::of(1), day)), "");
  EXPECT_EQ(after(state, Step::deposit, bank, Fixed48::of(2), day).error().what,
            "it would come to more than 1000000000000000 tokens; correct the amount");
  EXPECT_FALSE(after(state, Step::deposit, bank, pool.units("X", "99000000000000000000"), day));
}

TEST(Transition, OfSixteenBalancesAtMost) {
  PoolBuilder pool = pool_of_two();
  State state{.pool = &pool.pool};
  for (char letter = 'A'; letter < 'A' + 16; ++letter) {
    const std::string name{letter};
    state = after(state, Step::deposit, pool.bank(name.c_str(), "1"), Fixed48::of(1), day).value();
  }
  EXPECT_EQ(step(pool, state, Step::deposit, "USDC", "1"), "LendingAccountBalanceSlotsFull");
  EXPECT_EQ(step(pool, state, Step::deposit, "A", "1"), "");
}

TEST(Transition, TheOriginationFeeIsOwed) {
  PoolBuilder pool = pool_of_two();
  pool.at("SOL").interest.origination_fee = number("0.125");
  const auto made = after(pool.state({{"USDC", "100"}}), Step::borrow, pool.at("SOL"),
                          pool.units("SOL", "8"), day);
  EXPECT_EQ(balance_of(*made, pool.at("SOL"))->amount, pool.units("SOL", "9"));
}

TEST(Transition, OfAKilledBankNothingIsLeft) {
  PoolBuilder pool = pool_of_two();
  pool.at("USDC").state = BankState::killed;
  const State state = pool.state({{"USDC", "100"}});
  for (const Step asked : {Step::deposit, Step::withdraw})
    EXPECT_EQ(step(pool, state, asked, "USDC", "1"), "BankKilledByBankruptcy");
  EXPECT_EQ(step(pool, pool.state({{"USDC", "-1"}}), Step::repay, "USDC", "1"),
            "BankKilledByBankruptcy");
}

TEST(Transition, NoMoreLeavesABankThanNobodyBorrowed) {
  PoolBuilder pool = pool_of_two();
  pool.at("SOL").total_assets = pool.units("SOL", "50");
  pool.at("SOL").total_liabilities = pool.units("SOL", "45");
  const State rich = pool.state({{"USDC", "1000"}});
  EXPECT_EQ(step(pool, rich, Step::borrow, "SOL", "5"), "");
  EXPECT_EQ(step(pool, rich, Step::borrow, "SOL", "5.000000001"), "IllegalUtilizationRatio");
  pool.at("SOL").interest.origination_fee = number("0.25");  // owed too
  EXPECT_EQ(step(pool, rich, Step::borrow, "SOL", "4"), "");
  EXPECT_EQ(step(pool, rich, Step::borrow, "SOL", "4.000000001"), "IllegalUtilizationRatio");
  const State lender = pool.state({{"SOL", "20"}});
  EXPECT_EQ(step(pool, lender, Step::withdraw, "SOL", "5"), "");
  EXPECT_EQ(step(pool, lender, Step::withdraw, "SOL", "5.000000001"), "IllegalUtilizationRatio");
  EXPECT_EQ(step(pool, lender, Step::deposit, "SOL", "5"), "");
  pool.at("SOL").total_liabilities = std::nullopt;
  EXPECT_EQ(step(pool, lender, Step::withdraw, "SOL", "20"), "");
}

TEST(Transition, TheInitialCheckSeesTheBankWithoutWhatIsWithdrawn) {
  PoolBuilder pool = pool_of_two();
  Bank& usdc = pool.at("USDC");
  usdc.init_value_limit = Fixed48::of(500);
  usdc.total_assets = pool.units("USDC", "1000");
  // 400 count as 200 before; 300 of 900 count as 166.67.
  const State state = pool.state({{"USDC", "400"}, {"SOL", "-16.6"}});
  EXPECT_EQ(step(pool, state, Step::withdraw, "USDC", "100"), "");
  EXPECT_EQ(step(pool, state, Step::withdraw, "USDC", "102"), "RiskEngineInitRejected");
  const State more = after(state, Step::deposit, usdc, pool.units("USDC", "600"), day).value();
  const Health health = health_of(more, Requirement::initial, day).value();
  EXPECT_EQ(health.assets, number("312.5"));  // 1000 of 1600
  EXPECT_EQ(balance_of(more, usdc)->moved, pool.units("USDC", "600"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
