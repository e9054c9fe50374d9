#include "methods/cross_margin/totals.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::PoolBuilder, testing::refusal;

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  Bank& bank = pool.bank("SOL", "10", 9);
  bank.total_assets = pool.units("SOL", "100");
  bank.total_liabilities = pool.units("SOL", "60");
  pool.bank("USDC", "1");
  return pool;
}

TEST(Totals, MoveWithTheBalance) {
  const PoolBuilder pool = pool_of_two();
  Balance balance{&pool.at("SOL"), Side::asset, pool.units("SOL", "5")};
  EXPECT_EQ(total_assets(balance).value(), pool.units("SOL", "100"));
  balance.moved = pool.units("SOL", "3");
  EXPECT_EQ(total_assets(balance).value(), pool.units("SOL", "103"));
  EXPECT_EQ(total_liabilities(balance).value(), pool.units("SOL", "60"));
  balance.side = Side::liability;
  EXPECT_EQ(total_assets(balance).value(), pool.units("SOL", "100"));
  EXPECT_EQ(total_liabilities(balance).value(), pool.units("SOL", "63"));
  balance.moved = -pool.units("SOL", "61");
  EXPECT_EQ(total_liabilities(balance).value(), Fixed48{});
  balance.bank = &pool.at("USDC");
  EXPECT_EQ(total_liabilities(balance).value(), std::nullopt);
}

TEST(Totals, NoMoreIsOwedThanDeposited) {
  const PoolBuilder pool = pool_of_two();
  const auto taking = [&](Side side, const char* moved) {
    const Fixed48 change = pool.units("SOL", moved);
    return refusal(within_deposits({&pool.at("SOL"), side, Fixed48::of(1), change}, "TooMuch"));
  };
  EXPECT_EQ(taking(Side::asset, "-40"), "");
  EXPECT_EQ(taking(Side::asset, "-40.000000001"), "TooMuch");
  EXPECT_EQ(taking(Side::liability, "40"), "");
  EXPECT_EQ(taking(Side::liability, "40.000000001"), "TooMuch");
}

TEST(Totals, WhereOneIsNotStatedNothingIsAsked) {
  PoolBuilder pool = pool_of_two();
  const Balance balance{&pool.at("SOL"), Side::liability, Fixed48::of(1),
                        pool.units("SOL", "1000")};
  pool.at("SOL").total_assets = std::nullopt;
  EXPECT_EQ(refusal(within_deposits(balance, "TooMuch")), "");
  pool.at("SOL").total_assets = Fixed48{};  // stated: nothing is deposited
  EXPECT_EQ(refusal(within_deposits(balance, "TooMuch")), "TooMuch");
}

TEST(Totals, ThePoolMovesByWhatTheAccountDoes) {
  const PoolBuilder pool = pool_of_two();
  const auto moved = [&](const State& before, const State& after) {
    const Bank bank = moved_pool(before, after)->banks.at(InstrumentId{"SOL"});
    return std::pair{*bank.total_assets, *bank.total_liabilities};
  };
  const State none{.pool = &pool.pool}, holds = pool.state({{"SOL", "70"}, {"USDC", "1"}}),
                                        owes = pool.state({{"SOL", "-7"}});
  const auto sol = [&](const char* tokens) { return pool.units("SOL", tokens); };
  EXPECT_EQ(moved(none, holds), (std::pair{sol("170"), sol("60")}));
  EXPECT_EQ(moved(holds, none), (std::pair{sol("30"), sol("60")}));
  EXPECT_EQ(moved(holds, owes), (std::pair{sol("30"), sol("67")}));
  EXPECT_EQ(moved(owes, pool.state({{"SOL", "-5"}})), (std::pair{sol("100"), sol("58")}));
  EXPECT_EQ(moved_pool(none, holds)->banks.at(InstrumentId{"USDC"}).total_assets, std::nullopt);
}

TEST(Totals, ThatDoNotFitAreRefused) {
  const PoolBuilder pool = pool_of_two();
  const Fixed48 most = Fixed48::from_bits(static_cast<Int128>(~UInt128{0} >> 1));
  EXPECT_FALSE(total_assets({&pool.at("SOL"), Side::asset, most, most}));
  State after{.pool = &pool.pool};
  after.balances = {{&pool.at("SOL"), Side::asset, most}};
  EXPECT_FALSE(moved_pool(State{.pool = &pool.pool}, after));
}

}  // namespace
}  // namespace plimsoll::cross_margin
