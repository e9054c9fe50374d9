#include "strategy/told_numbers.hpp"

#include <gtest/gtest.h>

namespace plimsoll::strategy {
namespace {

TEST(ToldNumbers, AsAPersonSaysThem) {
  EXPECT_EQ(told_percent(0.41), "41 %");
  EXPECT_EQ(told_percent(0.3454), "34.5 %");
  EXPECT_EQ(told_percent(-0.05), "-5 %");
  EXPECT_EQ(told_percent(0.0004), "0.04 %");
  EXPECT_EQ(told_percent(0), "0 %");
  EXPECT_EQ(told_percent(0.00001), "under 0.01 %");
  EXPECT_EQ(told(1.84), "1.84");
  EXPECT_EQ(told(2), "2");
  EXPECT_EQ(told(0.4), "0.4");
  EXPECT_EQ(told(-0.001), "0");
}

TEST(ToldNumbers, DistancesAreCutAndChancesRaised) {
  EXPECT_EQ(told_far(0.37969), "37.9 %");
  EXPECT_EQ(told_far(-0.38), "38 %") << "which way is said in words";
  EXPECT_EQ(told_far(0.0746), "7.4 %");
  EXPECT_EQ(told_far(0.00059), "0.05 %");
  EXPECT_EQ(told_far(0.00001), "under 0.01 %");
  EXPECT_EQ(told_far(0), "0 %");
  EXPECT_EQ(told_chance(0.13501), "13.6 %");
  EXPECT_EQ(told_chance(0.28), "28 %") << "0.28 as a double is a hair above";
  EXPECT_EQ(told_chance(0.00171), "0.18 %");
  EXPECT_EQ(told_chance(0.00001), "under 0.01 %");
  EXPECT_EQ(told_chance(0), "0 %");
  EXPECT_EQ(told_chance(1), "100 %");
}

TEST(ToldNumbers, MultiplesAreCutAndMoneyIsSeparated) {
  EXPECT_EQ(told_down(1.6666), "1.66");
  EXPECT_EQ(told_down(2.0), "2");
  EXPECT_EQ(told_money(12'827.4_usd), "12,827.40 USD");
  EXPECT_EQ(told_money(-1'234'567.005_usd), "-1,234,567.00 USD");
  EXPECT_EQ(told_money(0.5_usd), "0.50 USD");
}

TEST(ToldNumbers, OneIsNotMany) {
  EXPECT_EQ(told_many(1, "time"), "1 time");
  EXPECT_EQ(told_many(1.001, "name"), "1 name");
  EXPECT_EQ(told_many(2, "time"), "2 times");
}

}  // namespace
}  // namespace plimsoll::strategy
