#include "methods/cross_margin/told.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::number;

TEST(Told, TokensToTheNearestNativeUnit) {
  const Bank bank = testing::bank("USDC", 6, "1");
  const auto told = [&](const char* native) {
    const StepFact fact = tokens_fact("debt", number(native), bank);
    return fact.name + " " + fact.value + " " + fact.unit;
  };
  EXPECT_EQ(told("190000.0000001"), "debt 0.19 USDC");
  EXPECT_EQ(told("189999.6"), "debt 0.19 USDC");
  EXPECT_EQ(told("0.4"), "debt 0 USDC");
  EXPECT_EQ(told("-1.75"), "debt -0.000002 USDC");
}

TEST(Told, ValuesAndNumbers) {
  EXPECT_EQ(value_fact("health", number("-49"), usd).value, "-49.00");
  EXPECT_EQ(value_fact("health", number("-49"), usd).unit, "USD");
  EXPECT_EQ(number_fact("share_value", number("1.1")).value, "1.1");
  EXPECT_EQ(number_fact("rate", number("0.25"), testing::bank("SOL", 9, "1")).bank, "SOL");
  EXPECT_EQ(flag_fact("closed_out", true).value, "true");
  EXPECT_EQ(flag_fact("closed_out", false).value, "false");
}

}  // namespace
}  // namespace plimsoll::cross_margin
