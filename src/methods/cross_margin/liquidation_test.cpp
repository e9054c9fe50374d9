#include "methods/cross_margin/liquidation.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder, testing::refusal;

const Fixed48 unit = Fixed48::of(1);

/// Collateral A and debt B.
PoolBuilder pair(const char* asset_weight, const char* asset_price, const char* debt_price) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("A", asset_price, 6), "0.25", asset_weight);
  pool.bank("B", debt_price, 9);
  return pool;
}

Result<Liquidated> taking(const PoolBuilder& pool, const State& state, const char* tokens) {
  return liquidated(state, {&pool.at("A"), &pool.at("B"), pool.units("A", tokens)}, day);
}

struct Row {
  const char* name;
  const char *deposit, *debt, *asset_price, *debt_price, *taken;
  const char *debt_taken, *debt_repaid, *insurance, *health_before;
};

TEST(Liquidation, OfTheProtocolsOwnTests) {
  const Row rows[] = {
      {"USDC for SOL", "100", "-9.9", "1", "10", "2", "0.195", "0.19", "0.005", "-49"},
      // The debt grossed up by the token's transfer fee.
      {"USDC for T22", "1000", "-1009.09", "1", "0.5", "10", "19.5", "19", "0.5", "-4.545"},
      {"T22 for SolEq", "2000", "-99", "0.5", "10", "1500", "73.125", "71.25", "1.875", "-490"},
      {"Fixed for SOL", "150", "-16.9", "2", "10", "5", "0.975", "0.95", "0.025", "-19"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const PoolBuilder pool = pair("0.5", row.asset_price, row.debt_price);
    const auto made = taking(pool, pool.state({{"A", row.deposit}, {"B", row.debt}}), row.taken);
    ASSERT_TRUE(made) << made.error().what;
    EXPECT_TRUE(near(made->debt_taken, pool.units("B", row.debt_taken), unit));
    EXPECT_TRUE(near(made->debt_repaid, pool.units("B", row.debt_repaid), unit));
    EXPECT_TRUE(near(made->insurance, pool.units("B", row.insurance), unit));
    EXPECT_TRUE(near(made->health_before, number(row.health_before), number("0.000001")));
    EXPECT_LT(made->health_before, made->health_after);
  }
}

TEST(Liquidation, AmountsFollowTheProtocolsOrderBitByBit) {
  const PoolBuilder pool = pair("0.5", "1.37", "10.1");
  const auto made = taking(pool, pool.state({{"A", "100"}, {"B", "-9.9"}}), "2.000001");
  ASSERT_TRUE(made);
  const Fixed48 kept = Fixed48::from_bits(unit.bits() - 2 * number("0.025").bits());
  const Fixed48 value = value_of(pool.units("A", "2.000001"), number("1.37"), 6, kept).value();
  EXPECT_EQ(made->debt_repaid,
            over(*times(value, Fixed48::of(1'000'000'000)), number("10.1")).value());
}

TEST(Liquidation, ConfidenceLowersWhatIsTakenAndRaisesWhatIsOwed) {
  PoolBuilder pool = pair("0.5", "1", "10");
  testing::widen(pool.at("A"), "0.04");
  testing::widen(pool.at("B"), "0.2");
  const auto made = taking(pool, pool.state({{"A", "100"}, {"B", "-9.9"}}), "2");
  ASSERT_TRUE(made);  // 2 x 0.96 x 0.95 / 10.2
  EXPECT_TRUE(near(made->debt_repaid, pool.units("B", "0.178823529"), Fixed48::of(2)));
}

TEST(Liquidation, IsRefusedBeforeByName) {
  PoolBuilder pool = pair("0.5", "1", "10");
  pool.bank("C", "1");
  const State state = pool.state({{"A", "100"}, {"B", "-9.9"}});
  EXPECT_EQ(refusal(taking(pool, state, "0")), "ZeroLiquidationAmount");
  EXPECT_EQ(refusal(liquidated(state, {&pool.at("A"), &pool.at("A"), unit}, day)),
            "SameAssetAndLiabilityBanks");
  EXPECT_EQ(refusal(taking(pool, pool.state({{"A", "100"}, {"B", "-4.999999999"}}), "1")),
            "HealthyAccount");
  EXPECT_EQ(refusal(liquidated(state, {&pool.at("A"), &pool.at("C"), unit}, day)),
            "NoLiabilitiesInLiabilityBank");
  const State both = pool.state({{"A", "100"}, {"B", "-20"}, {"C", "1"}});
  EXPECT_EQ(refusal(liquidated(both, {&pool.at("A"), &pool.at("C"), unit}, day)),
            "AssetsInLiabilityBank");
  EXPECT_EQ(refusal(taking(pool, state, "100.000001")), "OverliquidationAttempt");
  EXPECT_EQ(refusal(taking(pool, state, "100")), "");
  testing::reprice(pool.at("A"), Fixed48{});
  EXPECT_EQ(refusal(taking(pool, state, "1")), "ZeroAssetPrice");
}

TEST(Liquidation, ADebtIsNeitherExhaustedNorTurned) {
  PoolBuilder pool = pair("0.5", "1", "10");
  pool.bank("C", "1");
  const State state = pool.state({{"A", "1000"}, {"B", "-0.95"}, {"C", "-900"}});
  EXPECT_EQ(refusal(taking(pool, state, "10")), "ExhaustedLiability");
  EXPECT_EQ(refusal(taking(pool, state, "10.000001")), "TooSeverePayoff");
  EXPECT_EQ(refusal(taking(pool, state, "9.999999")), "");
  const auto most = most_taken(state, pool.at("A"), pool.at("B"), day);
  ASSERT_TRUE(most && *most);
  EXPECT_EQ(**most, pool.units("A", "9.999999"));
}

TEST(Liquidation, LiftsHealthToZeroAtMost) {
  const PoolBuilder pool = pair("0.5", "2", "10");
  const State state = pool.state({{"A", "150"}, {"B", "-16.9"}});
  const auto most = most_taken(state, pool.at("A"), pool.at("B"), day);
  ASSERT_TRUE(most && *most);
  EXPECT_TRUE(near(**most, pool.units("A", "21.111111"), unit));
  EXPECT_TRUE(liquidated(state, {&pool.at("A"), &pool.at("B"), **most}, day));
  const Fixed48 more = Fixed48::from_bits((**most).bits() + unit.bits());
  EXPECT_EQ(refusal(liquidated(state, {&pool.at("A"), &pool.at("B"), more}, day)),
            "TooSevereLiquidation");
}

TEST(Liquidation, OfHeavyCollateralDoesNotHelp) {
  const PoolBuilder pool = pair("0.96", "1", "10");
  const State state = pool.state({{"A", "100"}, {"B", "-9.9"}});
  EXPECT_EQ(refusal(taking(pool, state, "2")), "WorseHealthPostLiquidation");
  EXPECT_EQ(most_taken(state, pool.at("A"), pool.at("B"), day).value(), std::nullopt);
}

TEST(Liquidation, OfWhatRepaysNothingDoesNotHelp) {
  const PoolBuilder pool = pair("0", "0.000000001", "10");  // a unit's value is cut to zero
  const State state = pool.state({{"A", "100"}, {"B", "-9.9"}});
  EXPECT_EQ(refusal(taking(pool, state, "0.000001")), "WorseHealthPostLiquidation");
}

TEST(Liquidation, TakesAllThereIsAndNothingOfTheHealthy) {
  const PoolBuilder pool = pair("0.5", "1", "10");
  const auto most = [&](const char* debt) {
    return most_taken(pool.state({{"A", "100"}, {"B", debt}}), pool.at("A"), pool.at("B"), day)
        .value();
  };
  EXPECT_EQ(most("-9.9"), pool.units("A", "100"));
  EXPECT_EQ(most("-4.9"), std::nullopt);
  EXPECT_EQ(most("-5"), std::nullopt);  // at zero it may be liquidated, but not lifted
  EXPECT_EQ(most_taken(pool.state({{"A", "1"}}), pool.at("A"), pool.at("B"), day).value(),
            std::nullopt);
}

TEST(Liquidation, OfABankThatIsNotOpenIsRefused) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("USDC", "1"), "0.25", "0.5");
  pool.bank("SOL", "10", 9);
  const State state = pool.state({{"USDC", "100"}, {"SOL", "-9.9"}});
  for (const char* name : {"USDC", "SOL"})
    for (const auto& [closed, why] : {std::pair{BankState::paused, "BankPaused"},
                                      std::pair{BankState::killed, "BankKilledByBankruptcy"}}) {
      pool.at(name).state = closed;
      EXPECT_EQ(refusal(liquidated(
                    state, {&pool.at("USDC"), &pool.at("SOL"), pool.units("USDC", "2")}, day)),
                why);
      pool.at(name).state = BankState::operational;
    }
}

}  // namespace
}  // namespace plimsoll::cross_margin
