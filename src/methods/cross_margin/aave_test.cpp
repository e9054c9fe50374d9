#include "methods/cross_margin/aave.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder, testing::refusal;

const Fixed48 crumb = number("0.000001");

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  Bank& eth = pool.bank("ETH", "2000", 18);
  testing::weigh_assets(eth, "0.8", "0.825");
  eth.liquidation_bonus = number("0.05");
  testing::weigh_assets(pool.bank("USDC", "1"), "0.75", "0.78");
  return pool;
}

Result<AaveLiquidated> repaying(const PoolBuilder& pool, const State& state, const char* tokens) {
  return aave_liquidated(state, {&pool.at("ETH"), &pool.at("USDC"), pool.units("USDC", tokens)},
                         day);
}

TEST(Aave, HealthFactorIsThresholdedCollateralOverDebt) {
  const PoolBuilder pool = pool_of_two();
  const auto account = aave_account(pool.state({{"ETH", "10"}, {"USDC", "-15000"}}));
  ASSERT_TRUE(account);
  EXPECT_TRUE(near(*account->health_factor, number("1.1"), crumb));
  EXPECT_TRUE(near(account->borrow_power(), Fixed48::of(1000), crumb));
  EXPECT_FALSE(account->liquidatable());
  EXPECT_FALSE(aave_account(pool.state({{"ETH", "10"}}))->health_factor);
  EXPECT_TRUE(aave_account(pool.state({{"ETH", "1"}, {"USDC", "-1651"}}))->liquidatable());
  EXPECT_TRUE(
      aave_account(pool.state({{"ETH", "1"}, {"USDC", "-1651"}}))->borrow_power().is_zero());
}

TEST(Aave, AHealthFactorOfOneIsHealthy) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("A", "1"), "0.5", "0.75");
  pool.bank("B", "1");
  EXPECT_FALSE(aave_account(pool.state({{"A", "100"}, {"B", "-75"}}))->liquidatable());
  EXPECT_TRUE(aave_account(pool.state({{"A", "100"}, {"B", "-75.000001"}}))->liquidatable());
}

TEST(Aave, EmodeReplacesWhereAllDebtsAreInIt) {
  PoolBuilder pool = pool_of_two();
  for (const char* name : {"ETH", "WSTETH"}) {
    Bank& bank = name[0] == 'E' ? pool.at(name) : pool.bank(name, "2000", 18);
    bank.emode_tag = 1;
    bank.emode = {{1, number("0.93"), number("0.95")}};
  }
  testing::weigh_assets(pool.at("WSTETH"), "0.75", "0.79");
  const auto inside = aave_account(pool.state({{"WSTETH", "10"}, {"ETH", "-9"}}));
  EXPECT_EQ(inside->emode, 1);
  EXPECT_TRUE(near(inside->liquidation_limit, Fixed48::of(19000), crumb));
  const auto outside = aave_account(pool.state({{"WSTETH", "10"}, {"ETH", "-6"}, {"USDC", "-1"}}));
  EXPECT_EQ(outside->emode, std::nullopt);
  EXPECT_TRUE(near(outside->liquidation_limit, Fixed48::of(15800), crumb));
  for (const char* name : {"ETH", "WSTETH"})  // less than its own: still the category's
    pool.at(name).emode = {{1, number("0.5"), number("0.6")}};
  EXPECT_TRUE(near(aave_account(pool.state({{"WSTETH", "10"}, {"ETH", "-6"}}))->liquidation_limit,
                   Fixed48::of(12000), crumb));
}

TEST(Aave, HalfOfAllDebtNearHealth) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "10"}, {"USDC", "-17000"}});  // 0.9706
  const auto made = repaying(pool, state, "17000");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->debt_repaid, pool.units("USDC", "8500"));
  EXPECT_TRUE(
      near(made->collateral_taken, pool.units("ETH", "4.4625"), pool.units("ETH", "0.000001")));
  const auto less = repaying(pool, state, "1000");
  EXPECT_EQ(less->debt_repaid, pool.units("USDC", "1000"));
}

TEST(Aave, AllOfItFarFromHealthOrWhereAPairIsSmall) {
  PoolBuilder pool = pool_of_two();
  const auto most = [&](const char* eth, const char* usdc) {
    const auto made = repaying(pool, pool.state({{"ETH", eth}, {"USDC", usdc}}), "1000000");
    return made ? made->most_repaid : Fixed48{};
  };
  EXPECT_EQ(most("10", "-17370"), pool.units("USDC", "17370"));  // 0.9499
  EXPECT_EQ(most("10", "-17360"), pool.units("USDC", "8680"));   // 0.9505
  testing::weigh_assets(pool.at("ETH"), "0.5", "0.5");
  EXPECT_TRUE(near(most("2", "-2000.01"), pool.units("USDC", "1000.005"), Fixed48::of(1)));
  EXPECT_EQ(most("2", "-1999.999999"), Fixed48{});  // healthy
  EXPECT_EQ(most("1.98", "-1999"), pool.units("USDC", "1999"));
}

TEST(Aave, OfSeveralDebtsEachIsRepaidWholeWithinHalfOfAll) {
  PoolBuilder pool = pool_of_two();
  pool.bank("DAI", "1", 6);
  const State state = pool.state({{"ETH", "10"}, {"USDC", "-5000"}, {"DAI", "-12000"}});
  EXPECT_EQ(repaying(pool, state, "100000")->most_repaid, pool.units("USDC", "5000"));
  const auto of_dai =
      aave_liquidated(state, {&pool.at("ETH"), &pool.at("DAI"), pool.units("DAI", "100000")}, day);
  EXPECT_EQ(of_dai->most_repaid, pool.units("DAI", "8500"));
}

TEST(Aave, OfLittleCollateralAllMayBeTaken) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.bank("BTC", "100000", 8), "0.5", "0.5");
  const auto most = [&](const char* eth) {
    const State state = pool.state({{"ETH", eth}, {"BTC", "1"}, {"USDC", "-52000"}});
    return repaying(pool, state, "100000")->most_repaid;
  };
  EXPECT_EQ(most("0.999999"), pool.units("USDC", "52000"));
  EXPECT_EQ(most("1"), pool.units("USDC", "26000"));
}

TEST(Aave, DebtsOfTwoCategoriesAreInNone) {
  PoolBuilder pool;
  for (const char* name : {"A", "B"}) {
    Bank& bank = pool.bank(name, "1");
    bank.emode_tag = name[0] == 'A' ? 1 : 2;
    bank.emode = {{1, number("0.9"), number("0.9")}, {2, number("0.9"), number("0.9")}};
  }
  EXPECT_EQ(aave_account(pool.state({{"A", "-1"}, {"B", "-1"}}))->emode, std::nullopt);
  EXPECT_EQ(aave_account(pool.state({{"B", "-1"}}))->emode, 2);
}

TEST(Aave, LeavesAThousandOrNothing) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "1.2"}, {"USDC", "-1990"}});  // 0.9950, all may go
  EXPECT_EQ(refusal(repaying(pool, state, "1990")), "");
  EXPECT_EQ(refusal(repaying(pool, state, "1500")), "MustNotLeaveDust");
  EXPECT_EQ(refusal(repaying(pool, state, "990")), "");
  EXPECT_EQ(refusal(repaying(pool, state, "990.000001")), "MustNotLeaveDust");
}

TEST(Aave, CollateralThatDoesNotSufficeCutsTheDebt) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "1"}, {"USDC", "-5000"}});
  const auto made = repaying(pool, state, "5000");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->collateral_taken, pool.units("ETH", "1"));
  EXPECT_TRUE(near(made->debt_repaid, pool.units("USDC", "1904.761904"), Fixed48::of(2)));
  EXPECT_EQ(made->account.balances.size(), 1u);
}

TEST(Aave, IsRefusedByName) {
  PoolBuilder pool = pool_of_two();
  pool.bank("DAI", "1", 18);
  const State healthy = pool.state({{"ETH", "10"}, {"USDC", "-1000"}});
  EXPECT_EQ(refusal(repaying(pool, healthy, "10")), "HealthFactorNotBelowThreshold");
  const State state = pool.state({{"ETH", "1"}, {"USDC", "-5000"}});
  EXPECT_EQ(refusal(repaying(pool, state, "0")), "InvalidAmount");
  const Fixed48 unit = Fixed48::of(1);
  EXPECT_EQ(refusal(aave_liquidated(state, {&pool.at("ETH"), &pool.at("DAI"), unit}, day)),
            "SpecifiedCurrencyNotBorrowedByUser");
  EXPECT_EQ(refusal(aave_liquidated(state, {&pool.at("DAI"), &pool.at("USDC"), unit}, day)),
            "CollateralCannotBeLiquidated");
  testing::weigh_assets(pool.at("ETH"), "0", "0");
  EXPECT_EQ(refusal(repaying(pool, state, "10")), "CollateralCannotBeLiquidated");
  pool.at("ETH").price_age_seconds = 61;
  EXPECT_EQ(refusal(aave_account(state)), "StaleOracle");
}

}  // namespace
}  // namespace plimsoll::cross_margin
