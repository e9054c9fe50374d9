#include "methods/cross_margin/aave_steps.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder, testing::refusal;

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  pool.pool.protocol = PoolProtocol::aave_v3;
  Bank& eth = pool.bank("ETH", "2000", 18);
  testing::weigh_assets(eth, "0.8125", "0.825");
  eth.liquidation_bonus = number("0.05");
  testing::weigh_assets(pool.bank("USDC", "1"), "0.75", "0.78");
  pool.at("USDC").total_assets = pool.units("USDC", "1000000");
  pool.at("USDC").total_liabilities = pool.units("USDC", "900000");
  return pool;
}

Result<StepDone> done(const State& state, const char* text) {
  return aave_done(state, parse_pool_step(text).value(), {day, usd, Standing::open});
}
std::string why(const State& state, const char* text) {
  const auto made = done(state, text);
  return made ? "" : made.error().what;
}
std::string fact(const StepDone& made, std::string_view name) {
  const auto found = std::ranges::find(made.facts, name, &StepFact::name);
  return found == made.facts.end() ? "none" : found->value;
}

TEST(AaveSteps, MoveTheAccountAndItsReserve) {
  const PoolBuilder pool = pool_of_two();
  const auto made = done(pool.state({{"ETH", "1"}}), "BORROW 1625 USDC");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->pool.banks.at(InstrumentId{"USDC"}).total_liabilities,
            pool.units("USDC", "901625"));
  EXPECT_TRUE(why(pool.state({{"ETH", "1"}}), "BORROW 1625.000001 USDC")
                  .starts_with("CollateralCannotCoverNewBorrow"));
  const State state = pool.state({{"ETH", "1"}, {"USDC", "-100"}});
  EXPECT_EQ(done(state, "REPAY ALL USDC")->account.balances.size(), 1u);
  EXPECT_TRUE(
      why(state, "WITHDRAW ALL ETH").starts_with("HealthFactorLowerThanLiquidationThreshold"));
  EXPECT_TRUE(why(state, "WITHDRAW ALL USDC").starts_with("NotEnoughAvailableUserBalance"));
  EXPECT_TRUE(why(state, "REPAY ALL ETH").starts_with("NoDebtOfSelectedType"));
  EXPECT_TRUE(why(state, "DEPOSIT 1 ETX").contains("is ETH meant?"));
}

TEST(AaveSteps, ALiquidationIsByWhatIsRepaid) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "10"}, {"USDC", "-17000"}});  // 0.9706
  const auto made = done(state, "REPAY 1000 USDC FOR ETH");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(fact(*made, "debt_repaid"), "1000");
  EXPECT_EQ(fact(*made, "most_repaid"), "8500");
  EXPECT_EQ(fact(*made, "collateral_taken").substr(0, 8), "0.524999");
  EXPECT_EQ(fact(*made, "liquidation_bonus"), "0.05");
  EXPECT_EQ(fact(*made, "health_factor_before"), "0.970588235");
  EXPECT_NE(fact(*made, "health_factor_after"), "none");
  EXPECT_EQ(made->pool.banks.at(InstrumentId{"USDC"}).total_liabilities,
            pool.units("USDC", "899000"));
  EXPECT_EQ(fact(*done(state, "REPAY ALL USDC FOR ETH"), "debt_repaid"), "8500");
  const auto whole =
      done(pool.state({{"ETH", "1.2"}, {"USDC", "-1990"}}), "REPAY ALL USDC FOR ETH");
  ASSERT_TRUE(whole) << whole.error().what;
  EXPECT_EQ(fact(*whole, "health_factor_after"), "none");
  EXPECT_TRUE(why(pool.state({{"ETH", "10"}, {"USDC", "-1"}}), "REPAY 1 USDC FOR ETH")
                  .starts_with("HealthFactorNotBelowThreshold"));
}

TEST(AaveSteps, WhatIsMarginfisIsRefusedByName) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "10"}, {"USDC", "-17000"}});
  EXPECT_TRUE(why(state, "LIQUIDATE 2 ETH FOR USDC").contains("write \"REPAY 250 USDC FOR ETH\""));
  EXPECT_TRUE(why(state, "RECEIVE SEIZE 1 ETH").starts_with("RECEIVE is marginfi's"));
  EXPECT_TRUE(why(state, "BANKRUPT USDC").starts_with("BANKRUPT is marginfi's"));
  EXPECT_TRUE(why(state, "ACCRUE 1 DAY").starts_with("ACCRUE is marginfi's"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
