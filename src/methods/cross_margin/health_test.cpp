#include "methods/cross_margin/health.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder, testing::refusal;

const Fixed48 crumb = number("0.00000001");

struct Row {
  const char* name;
  const char *deposit, *asset_weight, *asset_price, *asset_confidence;
  const char *debt, *debt_weight, *debt_price, *debt_confidence;
  const char *assets, *liabilities, *health;
};

TEST(Health, WhatABalanceHasToBeWorthForNone) {
  const Bank sol, usdc, other;
  Health health{.assets = number("90"), .liabilities = number("70")};
  health.balances = {{.balance = {&sol, Side::asset}, .value = number("40")},
                     {.balance = {&usdc, Side::liability}, .value = number("70")}};
  EXPECT_EQ(worth_at_zero(health, *valued_of(health, sol)), number("20"));
  EXPECT_EQ(worth_at_zero(health, *valued_of(health, usdc)), number("90"));
  EXPECT_EQ(valued_of(health, other), nullptr);
  health.liabilities = number("50");  // the rest of the collateral is enough alone
  EXPECT_EQ(worth_at_zero(health, *valued_of(health, sol)), std::nullopt);
}

TEST(Health, OfThePublishedExamples) {
  const Row rows[] = {
      {"unhealthy of the README", "2", "0.1", "10", "0.212", "5.05", "1", "1", "0.0212", "1.9576",
       "5.15706", "-3.19946"},
      {"buffer of the guide", "100", "0.95", "1", "0", "81.82", "1.05", "1", "0", "95", "85.911",
       "9.089"},
      {"liquidated of the guide", "89", "0.95", "1", "0", "80.87", "1.05", "1", "0", "84.55",
       "84.9135", "-0.3635"},
      {"e-mode of liquid staking", "10", "0.8", "175", "3.71", "7.3", "1", "175", "3.71", "1370.32",
       "1304.583", "65.737"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    PoolBuilder pool;
    Bank& asset = pool.bank("A", row.asset_price, 9);
    testing::weigh_assets(asset, row.asset_weight, row.asset_weight);
    testing::widen(asset, row.asset_confidence);
    Bank& debt = pool.bank("B", row.debt_price);
    testing::weigh_liabilities(debt, row.debt_weight, row.debt_weight);
    testing::widen(debt, row.debt_confidence);
    const std::string owed = std::string{"-"} + row.debt;
    const State state = pool.state({{"A", row.deposit}, {"B", owed.c_str()}});
    for (const Requirement asked : {Requirement::initial, Requirement::maintenance}) {
      const auto health = health_of(state, asked, day);
      ASSERT_TRUE(health);
      EXPECT_TRUE(near(health->assets, number(row.assets), crumb)) << to_text(health->assets);
      EXPECT_TRUE(near(health->liabilities, number(row.liabilities), crumb));
      EXPECT_TRUE(near(health->health(), number(row.health), crumb));
    }
  }
}

TEST(Health, EachRequirementHasItsWeightsAndPrice) {
  PoolBuilder pool;
  Bank& bank = pool.bank("A", "10");
  testing::weigh_assets(bank, "0.5", "0.75");
  bank.time_weighted_price = Fixed48::of(8);
  const State state = pool.state({{"A", "1"}});
  EXPECT_EQ(health_of(state, Requirement::initial, day)->assets, Fixed48::of(4));
  EXPECT_EQ(health_of(state, Requirement::maintenance, day)->assets, number("7.5"));
  EXPECT_EQ(health_of(state, Requirement::equity, day)->assets, Fixed48::of(8));
}

TEST(Health, AnIsolatedAssetCountsForNothingAndNeedsNoPrice) {
  PoolBuilder pool;
  Bank& bank = pool.bank("A", "10");
  bank.tier = RiskTier::isolated;
  bank.price_age_seconds = 1000;
  const State state = pool.state({{"A", "1"}});
  for (const Requirement asked :
       {Requirement::initial, Requirement::maintenance, Requirement::equity}) {
    const auto health = health_of(state, asked, day);
    ASSERT_TRUE(health);
    EXPECT_TRUE(health->assets.is_zero());
    EXPECT_EQ(health->balances[0].counted, Counted::isolated);
  }
}

TEST(Health, AReducedBankCountsForMaintenanceOnly) {
  PoolBuilder pool;
  pool.bank("A", "10").state = BankState::reduce_only;
  const State state = pool.state({{"A", "1"}});
  EXPECT_TRUE(health_of(state, Requirement::initial, day)->assets.is_zero());
  EXPECT_EQ(health_of(state, Requirement::maintenance, day)->assets, Fixed48::of(10));
}

TEST(Health, AStalePriceIsForgivenAnAssetAtFirstOnly) {
  PoolBuilder pool;
  Bank& bank = pool.bank("A", "10");
  bank.price_age_seconds = 61;
  const State held = pool.state({{"A", "1"}}), owed = pool.state({{"A", "-1"}});
  const auto initial = health_of(held, Requirement::initial, day);
  ASSERT_TRUE(initial);
  EXPECT_EQ(initial->balances[0].counted, Counted::stale);
  EXPECT_TRUE(initial->assets.is_zero());
  EXPECT_EQ(refusal(health_of(held, Requirement::maintenance, day)), "StaleOracle");
  EXPECT_EQ(refusal(health_of(held, Requirement::equity, day)), "StaleOracle");
  EXPECT_EQ(refusal(health_of(owed, Requirement::initial, day)), "StaleOracle");
  bank.price_age_seconds = 60;
  EXPECT_TRUE(health_of(owed, Requirement::initial, day));
}

TEST(Health, AnUncertainPriceIsForgivenNowhere) {
  PoolBuilder pool;
  testing::widen(pool.bank("A", "10"), "1.01");
  EXPECT_EQ(refusal(health_of(pool.state({{"A", "1"}}), Requirement::initial, day)),
            "OracleMaxConfidenceExceeded");
}

TEST(Health, ALimitOfValueDiscountsInitialWeights) {
  PoolBuilder pool;
  Bank& bank = pool.bank("A", "10");
  bank.total_assets = pool.units("A", "400");
  bank.init_value_limit = Fixed48::of(1000);
  const State state = pool.state({{"A", "1"}});
  const auto initial = health_of(state, Requirement::initial, day);
  EXPECT_EQ(initial->assets, number("2.5"));
  EXPECT_EQ(initial->balances[0].counted, Counted::over_limit);
  EXPECT_EQ(health_of(state, Requirement::maintenance, day)->assets, Fixed48::of(10));
  bank.total_assets = pool.units("A", "100");
  EXPECT_EQ(health_of(state, Requirement::initial, day)->assets, Fixed48::of(10));
}

TEST(Health, EmodeOnlyRaisesAWeight) {
  PoolBuilder pool;
  Bank& asset = pool.bank("A", "1");
  testing::weigh_assets(asset, "0.5", "0.6");
  asset.emode_tag = 7;
  Bank& debt = pool.bank("B", "1");
  debt.emode = {{7, number("0.25"), number("0.75")}};
  const State state = pool.state({{"A", "100"}, {"B", "-1"}});
  EXPECT_TRUE(near(health_of(state, Requirement::initial, day)->assets, Fixed48::of(50), crumb));
  const auto maintenance = health_of(state, Requirement::maintenance, day);
  EXPECT_EQ(maintenance->assets, Fixed48::of(75));
  EXPECT_EQ(maintenance->balances[0].counted, Counted::by_emode);
}

TEST(Health, AmountsOfEighteenDecimalsAreExact) {
  PoolBuilder pool;
  pool.bank("A", "0.5", 18);
  const State state = pool.state({{"A", "-1000.000000000000000001"}});
  EXPECT_EQ(to_text(tokens_of(state.balances[0].amount, pool.at("A"))), "1000.000000000000000001");
  // 2^79 native units are 604,462 tokens of 18 decimals: beyond, nothing fits, on chain neither.
  EXPECT_EQ(health_of(state, Requirement::equity, day)->liabilities, Fixed48::of(500));
  EXPECT_FALSE(native_units(parse_quantity("604463").value(), pool.at("A")));
}

TEST(Health, WhatDoesNotFitIsRefused) {
  PoolBuilder pool;
  pool.bank("A", "1000000000", 18);
  EXPECT_FALSE(health_of(pool.state({{"A", "600000"}}), Requirement::initial, day));
}

TEST(Health, ValuesAreCutInTheProtocolsOrder) {
  const Fixed48 amount = Fixed48::of(3), weight = number("0.1"), price = number("0.7");
  const Fixed48 expected = over(*times(*times(amount, weight), price), Fixed48::of(1000)).value();
  EXPECT_EQ(value_of(amount, price, 3, weight), expected);
}

}  // namespace
}  // namespace plimsoll::cross_margin
