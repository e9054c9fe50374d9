#include "model/pool_step.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(PoolStep, Read) {
  const PoolStep borrow = parse_pool_step("borrow 10.5 SOL").value();
  EXPECT_EQ(borrow.verb, PoolVerb::borrow);
  EXPECT_EQ(borrow.tokens, parse_quantity("10.5").value());
  EXPECT_EQ(borrow.bank, InstrumentId{"SOL"});
  const PoolStep liquidation = parse_pool_step(" LIQUIDATE 2  USDC for SOL ").value();
  EXPECT_EQ(liquidation.verb, PoolVerb::liquidate);
  EXPECT_EQ(liquidation.bank, InstrumentId{"USDC"});
  EXPECT_EQ(liquidation.against, InstrumentId{"SOL"});
  EXPECT_TRUE(is_pool_step("Repay 1 X"));
  EXPECT_FALSE(is_pool_step("BUY 1 X"));
  EXPECT_FALSE(is_pool_step(""));
}

TEST(PoolStep, Refused) {
  for (const char* text : {"", "BUY 1 SOL", "BORROW", "BORROW SOL", "BORROW 1", "BORROW 1 SOL NOW",
                           "BORROW 0 SOL", "BORROW -1 SOL", "BORROW x SOL", "LIQUIDATE 1 SOL",
                           "LIQUIDATE 1 SOL OF USDC", "REPAY 1.1234567890123456789 SOL"}) {
    const auto step = parse_pool_step(text);
    ASSERT_FALSE(step) << text;
    EXPECT_TRUE(step.error().what.contains("BORROW 10 SOL")) << step.error().what;
  }
}

}  // namespace
}  // namespace plimsoll
