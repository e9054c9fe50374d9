#include "methods/cross_margin/steps.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::account, testing::bank;

std::string after_step(const Account& held, const char* text) {
  const auto pool = testing::pool({bank("USDC", 6, "1"), bank("SOL", 9, "10")});
  const auto later = stepped(held, *pool, parse_pool_step(text).value(), testing::day);
  if (!later) return later.error().what;
  std::string told;
  for (const Position& position : later->positions)
    told += (told.empty() ? "" : ", ") + to_text(position.quantity) + " " +
            to_text(position.instrument);
  return told;
}

TEST(Steps, MoveBalances) {
  const Account held = account({{"USDC", "100"}});
  EXPECT_EQ(after_step(held, "DEPOSIT 0.000001 USDC"), "100.000001 USDC");
  EXPECT_EQ(after_step(held, "BORROW 10 SOL"), "-10 SOL, 100 USDC");
  EXPECT_EQ(after_step(held, "WITHDRAW 100 USDC"), "");
  EXPECT_EQ(after_step(account({{"USDC", "100"}, {"SOL", "-2"}}), "REPAY 0.5 SOL"),
            "-1.5 SOL, 100 USDC");
}

TEST(Steps, AFeeIsOwedInWholeUnits) {
  Bank dollars = bank("USDC", 6, "1");
  dollars.interest.origination_fee = testing::number("0.0005");
  const auto pool = testing::pool({dollars, bank("SOL", 9, "10")});
  const auto later = stepped(account({{"SOL", "100"}}), *pool,
                             parse_pool_step("BORROW 100 USDC").value(), testing::day);
  ASSERT_TRUE(later);
  EXPECT_EQ(to_text(later->positions.at(1).quantity), "-100.05");
}

TEST(Steps, RefusedByTheProtocolsNames) {
  const Account held = account({{"USDC", "100"}});
  EXPECT_TRUE(after_step(held, "BORROW 10.1 SOL").starts_with("RiskEngineInitRejected"));
  EXPECT_TRUE(after_step(held, "REPAY 1 USDC").starts_with("OperationRepayOnly"));
  EXPECT_TRUE(after_step(held, "BORROW 1 SOX").contains("is SOL meant?"));
  EXPECT_TRUE(after_step(held, "DEPOSIT 0.0000001 USDC").contains("more decimals than the 6"));
  EXPECT_TRUE(after_step(account({{"USDC", "100"}, {"SOL", "-2"}}), "LIQUIDATE 2 USDC FOR SOL")
                  .starts_with("HealthyAccount"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
