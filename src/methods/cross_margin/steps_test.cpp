#include "methods/cross_margin/steps.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::account, testing::bank;

std::vector<Bank> two_banks() { return {bank("USDC", 6, "1"), bank("SOL", 9, "10")}; }

Result<Stepped> step(const PoolAccount& before, const char* text) {
  return stepped(before, parse_pool_step(text).value(), testing::day);
}

std::string told(const Account& held) {
  std::string told;
  for (const Position& position : held.positions)
    told += (told.empty() ? "" : ", ") + to_text(position.quantity) + " " +
            to_text(position.instrument);
  return told;
}

std::string after_step(const Account& held, const char* text) {
  const auto done = step({held, testing::pool(two_banks())}, text);
  return done ? told(done->later.account) : done.error().what;
}

TEST(Steps, MoveBalances) {
  const Account held = account({{"USDC", "100"}});
  EXPECT_EQ(after_step(held, "DEPOSIT 0.000001 USDC"), "100.000001 USDC");
  EXPECT_EQ(after_step(held, "BORROW 10 SOL"), "-10 SOL, 100 USDC");
  EXPECT_EQ(after_step(held, "WITHDRAW 100 USDC"), "");
  EXPECT_EQ(after_step(held, "WITHDRAW ALL USDC"), "");
  const Account owing = account({{"USDC", "100"}, {"SOL", "-2"}});
  EXPECT_EQ(after_step(owing, "REPAY 0.5 SOL"), "-1.5 SOL, 100 USDC");
  EXPECT_EQ(after_step(owing, "REPAY ALL SOL"), "100 USDC");
}

TEST(Steps, AFeeIsOwedInWholeUnits) {
  Bank dollars = bank("USDC", 6, "1");
  dollars.interest.origination_fee = testing::number("0.0005");
  const auto pool = testing::pool({dollars, bank("SOL", 9, "10")});
  const auto done = step({account({{"SOL", "100"}}), pool}, "BORROW 100 USDC");
  ASSERT_TRUE(done);
  EXPECT_EQ(told(done->later.account), "100 SOL, -100.05 USDC");
  ASSERT_EQ(done->told.facts.size(), 1u);
  EXPECT_EQ(done->told.facts[0].name, "origination_fee");
  EXPECT_EQ(done->told.facts[0].value, "0.05");
}

TEST(Steps, AreToldWithWhatTheyMoved) {
  const auto done =
      step({account({{"USDC", "100"}}), testing::pool(two_banks())}, "borrow 4.50 SOL");
  ASSERT_TRUE(done);
  EXPECT_EQ(done->told.step, "borrow 4.5 SOL");
  ASSERT_EQ(done->told.moved.size(), 1u);
  EXPECT_EQ(done->told.moved[0].bank, InstrumentId{"SOL"});
  EXPECT_TRUE(done->told.moved[0].before.is_zero());
  EXPECT_EQ(to_text(done->told.moved[0].after), "-4.5");
  EXPECT_TRUE(done->told.facts.empty());
}

TEST(Steps, MoveThePoolForTheNextOne) {
  auto banks = two_banks();
  banks[1].total_assets = native_units(Quantity::of(std::int64_t{10}), banks[1]).value();
  banks[1].total_liabilities = Fixed48{};
  const auto pool = testing::pool(banks);
  const PoolAccount start{account({{"USDC", "1000"}}), pool};
  const auto first = step(start, "BORROW 6 SOL");
  ASSERT_TRUE(first);
  EXPECT_TRUE(step(first->later, "BORROW 4 SOL"));
  const auto second = step(first->later, "BORROW 4.000000001 SOL");
  ASSERT_FALSE(second);
  EXPECT_TRUE(second.error().what.starts_with("IllegalUtilizationRatio"));
  EXPECT_EQ(pool->banks.at(InstrumentId{"SOL"}).total_liabilities, Fixed48{});
}

TEST(Steps, AnEmptiedBankIsKnownToBeEmpty) {
  auto banks = two_banks();
  banks[1].total_assets = native_units(Quantity::of(std::int64_t{2}), banks[1]).value();
  banks[1].total_liabilities = Fixed48{};
  const PoolAccount start{account({{"USDC", "1000"}, {"SOL", "2"}}), testing::pool(banks)};
  const auto empty = step(start, "WITHDRAW ALL SOL");
  ASSERT_TRUE(empty);
  const auto more = step(empty->later, "BORROW 0.000000001 SOL");
  ASSERT_FALSE(more);
  EXPECT_TRUE(more.error().what.starts_with("IllegalUtilizationRatio"));
}

TEST(Steps, RefusedByTheProtocolsNames) {
  const Account held = account({{"USDC", "100"}});
  EXPECT_TRUE(after_step(held, "BORROW 10.1 SOL").starts_with("RiskEngineInitRejected"));
  EXPECT_TRUE(after_step(held, "REPAY 1 USDC").starts_with("OperationRepayOnly"));
  EXPECT_TRUE(after_step(held, "BORROW 1 SOX").contains("is SOL meant?"));
  EXPECT_TRUE(after_step(held, "DEPOSIT 0.0000001 USDC").contains("more decimals than the 6"));
  EXPECT_TRUE(after_step(account({{"USDC", "100"}, {"SOL", "-2"}}), "LIQUIDATE 2 USDC FOR SOL")
                  .starts_with("HealthyAccount"));
  EXPECT_TRUE(
      after_step(account({{"X", "1"}}), "DEPOSIT 1 USDC").contains("has no bank called so"));
}

TEST(Steps, FollowThePoolsProtocol) {
  auto pool = testing::pool(two_banks());
  pool->protocol = PoolProtocol::aave_v3;
  const auto done = step({account({{"USDC", "100"}}), pool}, "ACCRUE 1 DAY");
  ASSERT_FALSE(done);
  EXPECT_TRUE(done.error().what.contains("ACCRUE is marginfi's"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
