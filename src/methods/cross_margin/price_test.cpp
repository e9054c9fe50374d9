#include "methods/cross_margin/price.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder;

const Fixed48 bit = number("0.00000000001");

TEST(Price, IsBiasedAgainstTheAccount) {
  PoolBuilder pool;
  Bank& bank = pool.bank("SOL", "155.59");
  testing::widen(bank, "0.47");
  const auto price = biased_price(bank, Requirement::maintenance, day);
  ASSERT_TRUE(price);
  EXPECT_TRUE(near(price->low, number("155.12"), bit));
  EXPECT_TRUE(near(price->high, number("156.06"), bit));
}

TEST(Price, ConfidenceCountsToFivePerCent) {
  PoolBuilder pool;
  Bank& bank = pool.bank("SOL", "100");
  testing::widen(bank, "5.3");  // 2.5 times 2.12
  auto price = biased_price(bank, Requirement::initial, day);
  EXPECT_TRUE(near(price->low, Fixed48::of(95), bit));
  EXPECT_TRUE(near(price->high, Fixed48::of(105), bit));
  testing::widen(bank, "4.99");
  price = biased_price(bank, Requirement::initial, day);
  EXPECT_TRUE(near(price->low, number("95.01"), bit));
}

TEST(Price, BeyondTheBanksLimitIsRefused) {
  PoolBuilder pool;
  Bank& bank = pool.bank("SOL", "100");
  bank.confidence_ratio_max = number("0.125");
  bank.time_weighted_confidence = number("12.5");
  EXPECT_TRUE(biased_price(bank, Requirement::initial, day));
  bank.time_weighted_confidence = number("12.5001");
  const auto refused = biased_price(bank, Requirement::initial, day);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().first, PriceFault::uncertain);
  EXPECT_EQ(refused.error().second.what,
            "OracleMaxConfidenceExceeded: its time-weighted confidence of 12.5001 is beyond 0.125 "
            "of the price of 100, the bank's limit; give a price that is surer");
  EXPECT_TRUE(biased_price(bank, Requirement::maintenance, day));
}

TEST(Price, ABankThatStatesNoLimitHasTenPerCent) {
  PoolBuilder pool;
  Bank& bank = pool.bank("SOL", "100");
  bank.confidence_ratio_max = {};
  testing::widen(bank, "9.99");
  EXPECT_TRUE(biased_price(bank, Requirement::initial, day));
  testing::widen(bank, "10.01");
  const auto refused = biased_price(bank, Requirement::maintenance, day);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().second.what.contains("its confidence of 10.01 is beyond 0.1 of"))
      << refused.error().second.what;
}

TEST(Price, OldOnesAreRefused) {
  PoolBuilder pool;
  Bank& bank = pool.bank("SOL", "100");
  bank.price_age_seconds = 60;
  EXPECT_TRUE(biased_price(bank, Requirement::equity, day));
  bank.price_age_seconds = 61;
  const auto refused = biased_price(bank, Requirement::equity, day);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().first, PriceFault::stale);
}

TEST(Price, BeforeTheFirstTextIsRefused) {
  PoolBuilder pool;
  EXPECT_FALSE(biased_price(pool.bank("SOL", "100"), Requirement::equity, 2023y / June / 30));
}

}  // namespace
}  // namespace plimsoll::cross_margin
