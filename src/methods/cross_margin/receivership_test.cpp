#include "methods/cross_margin/receivership.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder, testing::refusal;

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("SOL", "10", 9), "0.1", "0.1");
  pool.bank("USDC", "1");
  return pool;
}

Receivership taking(const PoolBuilder& pool, const char* seized, const char* repaid) {
  return {.seized = {{&pool.at("SOL"), pool.units("SOL", seized)}},
          .repaid = {{&pool.at("USDC"), pool.units("USDC", repaid)}}};
}

TEST(Receivership, SeizesNoMoreThanThePremium) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-5.05"}});
  EXPECT_EQ(refusal(received(state, taking(pool, "0.3", "2"), day)), "LiquidationPremiumTooHigh");
  EXPECT_EQ(refusal(received(state, taking(pool, "0.210001", "2"), day)),
            "LiquidationPremiumTooHigh");
  const auto made = received(state, taking(pool, "0.2099", "2"), day);
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_TRUE(near(made->value_seized, number("2.099"), number("0.000001")));
  EXPECT_EQ(made->value_repaid, Fixed48::of(2));
  EXPECT_FALSE(made->closed_out);
  EXPECT_LT(made->health_before, made->health_after);
}

TEST(Receivership, ALargerFeeOfTheProtocolAllowsMore) {
  PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-5.05"}});
  pool.at("SOL").liquidation_max_fee = number("0.125");
  EXPECT_EQ(refusal(received(state, taking(pool, "0.225", "2"), day)), "");
  EXPECT_EQ(refusal(received(state, taking(pool, "0.226", "2"), day)), "LiquidationPremiumTooHigh");
}

TEST(Receivership, TheAccountIsUnhealthyBeforeAndAfter) {
  const PoolBuilder pool = pool_of_two();
  const State healthy = pool.state({{"SOL", "2"}, {"USDC", "-1.9"}});
  EXPECT_EQ(refusal(received(healthy, taking(pool, "0.1", "1"), day)), "HealthyAccount");
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-5.05"}});
  EXPECT_EQ(refusal(received(state, taking(pool, "0.1", "3.5"), day)), "HealthyAccount");
  EXPECT_EQ(refusal(received(state, taking(pool, "0.05", "0.04"), day)),
            "WorseHealthPostLiquidation");
}

TEST(Receivership, UnderFiveDollarsAnAccountIsClosedOut) {
  const PoolBuilder pool = pool_of_two();
  const State below = pool.state({{"SOL", "0.499999999"}, {"USDC", "-5.05"}});
  const auto made = received(below, taking(pool, "0.499999999", "2"), day);
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_TRUE(made->closed_out);
  EXPECT_EQ(made->account.balances.size(), 1u);
  EXPECT_EQ(refusal(received(below, taking(pool, "0.1", "5"), day)), "");  // made healthy
  EXPECT_EQ(refusal(received(below, taking(pool, "0.4", "0.1"), day)),
            "WorseHealthPostLiquidation");
  const State at = pool.state({{"SOL", "0.5"}, {"USDC", "-5.05"}});
  EXPECT_EQ(refusal(received(at, taking(pool, "0.5", "2"), day)), "LiquidationPremiumTooHigh");
}

TEST(Receivership, MovesOnlyWhatStandsThere) {
  PoolBuilder pool = pool_of_two();
  Bank& other = pool.bank("X", "1");
  other.tier = RiskTier::isolated;
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-5.05"}, {"X", "5"}});
  Receivership asked = taking(pool, "2.1", "2");
  EXPECT_EQ(refusal(received(state, asked, day)), "OperationWithdrawOnly");
  asked = taking(pool, "0.1", "5.06");
  EXPECT_EQ(refusal(received(state, asked, day)), "OperationRepayOnly");
  asked = taking(pool, "0.1", "2");
  asked.seized.push_back({&other, Fixed48::of(1)});
  EXPECT_NE(refusal(received(state, asked, day)), "");
  asked = taking(pool, "0.1", "2");
  asked.repaid.push_back({&pool.at("X"), Fixed48::of(1)});
  EXPECT_EQ(refusal(received(state, asked, day)), "OperationRepayOnly");
  asked = taking(pool, "1.5", "2");
  asked.seized.push_back(asked.seized[0]);  // the second finds half a token
  EXPECT_EQ(refusal(received(state, asked, day)), "OperationWithdrawOnly");
  EXPECT_EQ(refusal(received(state, taking(pool, "0", "2"), day)), "ZeroAmount");
  testing::reprice(pool.at("SOL"), Fixed48{});
  EXPECT_EQ(refusal(received(state, taking(pool, "0.1", "2"), day)), "ZeroAssetPrice");
}

TEST(Receivership, SeizesNoMoreThanTheBankHasLeft) {
  PoolBuilder pool = pool_of_two();
  pool.at("SOL").total_assets = pool.units("SOL", "10");
  pool.at("SOL").total_liabilities = pool.units("SOL", "9.8");
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-5.05"}});
  EXPECT_EQ(refusal(received(state, taking(pool, "0.2", "2"), day)), "");
  EXPECT_EQ(refusal(received(state, taking(pool, "0.200000001", "2"), day)),
            "IllegalUtilizationRatio");
}

}  // namespace
}  // namespace plimsoll::cross_margin
