#include "methods/cross_margin/healths.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder;

PoolBuilder pool_of_two(PoolProtocol protocol) {
  PoolBuilder pool;
  pool.pool.protocol = protocol;
  testing::weigh_assets(pool.bank("A", "1"), "0.5", "0.75");
  testing::weigh_liabilities(pool.bank("B", "1"), "1.5", "1.25");
  return pool;
}

Healths healths(const PoolBuilder& pool, const char* owed) {
  return healths_of(pool.state({{"A", "100"}, {"B", owed}}), day).value();
}

TEST(Healths, AreOfTheProtocol) {
  const PoolBuilder marginfi = pool_of_two(PoolProtocol::marginfi);
  const Healths first = healths(marginfi, "-40");
  EXPECT_EQ(first.initial.health(), Fixed48::of(-10));
  EXPECT_EQ(first.maintenance.health(), Fixed48::of(25));
  EXPECT_EQ(first.of(Requirement::equity).health(), Fixed48::of(60));
  const PoolBuilder aave = pool_of_two(PoolProtocol::aave_v3);
  const Healths second = healths(aave, "-40");
  EXPECT_EQ(second.of(Requirement::initial).health(), Fixed48::of(10));
  EXPECT_EQ(second.of(Requirement::maintenance).health(), Fixed48::of(35));
  EXPECT_EQ(second.equity.health(), Fixed48::of(60));
}

TEST(Healths, AtZeroOneProtocolLiquidatesAndTheOtherDoesNot) {
  const auto liquidatable = [](PoolProtocol protocol, const char* owed) {
    return may_be_liquidated(healths(pool_of_two(protocol), owed).maintenance, protocol);
  };
  EXPECT_TRUE(liquidatable(PoolProtocol::marginfi, "-60"));
  EXPECT_FALSE(liquidatable(PoolProtocol::marginfi, "-59.999999"));
  EXPECT_FALSE(liquidatable(PoolProtocol::aave_v3, "-75"));
  EXPECT_TRUE(liquidatable(PoolProtocol::aave_v3, "-75.000001"));
  EXPECT_FALSE(may_be_liquidated({}, PoolProtocol::marginfi)) << "nothing is owed";
}

TEST(Healths, WhatIsCutKeepsItsSign) {
  EXPECT_EQ(to_text(cut_to_places(number("1.0000000019")), 0), "1.000000001");
  EXPECT_EQ(to_text(cut_to_places(Fixed48::from_bits(-1)), 0), "-0.000000001");
  EXPECT_EQ(to_text(cut_to_places(Fixed48::from_bits(1)), 0), "0.000000001");
  EXPECT_TRUE(cut_to_places({}).is_zero());
}

}  // namespace
}  // namespace plimsoll::cross_margin
