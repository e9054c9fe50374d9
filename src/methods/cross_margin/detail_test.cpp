#include "methods/cross_margin/detail.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder;

const Detail* in(const Detail& node, const char* name) {
  const auto found = std::ranges::find(node.children, name, &Detail::name);
  return found == node.children.end() ? nullptr : &*found;
}

Detail detail(const State& state, std::vector<Error> refused = {}) {
  return detail_of({state, std::move(refused)}, healths_of(state, day).value(), day);
}

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("SOL", "100", 9), "0.75", "0.875");
  testing::weigh_liabilities(pool.bank("USDC", "1"), "1.5", "1.25");
  return pool;
}

TEST(Detail, NamesHealthsRatiosAndBalances) {
  const PoolBuilder pool = pool_of_two();
  const Detail all = detail(pool.state({{"SOL", "2.5"}, {"USDC", "-50"}}));
  const Detail& health = *in(all, "health");
  EXPECT_EQ(in(*in(health, "initial"), "health")->text, "112.50");
  EXPECT_EQ(in(*in(health, "maintenance"), "health")->text, "156.25");
  EXPECT_EQ(in(*in(health, "equity"), "health")->text, "200.00");
  EXPECT_EQ(in(all, "liquidatable")->text, "false");
  const Detail& ratios = *in(all, "ratios");
  EXPECT_EQ(in(ratios, "health_over_assets")->text, "0.714285714286");
  EXPECT_EQ(in(ratios, "liabilities_over_assets")->text, "0.20");
  EXPECT_EQ(in(ratios, "leverage")->text, "1.25");
  const Detail& balance = in(all, "balances")->children.at(0);
  EXPECT_EQ(in(balance, "bank")->text, "SOL");
  EXPECT_EQ(in(balance, "amount")->text, "2.5");
  EXPECT_EQ(in(balance, "value")->text, "250.00");
  EXPECT_EQ(in(*in(balance, "initial"), "weight")->text, "0.75");
  EXPECT_EQ(in(*in(balance, "initial"), "value")->text, "187.50");
}

TEST(Detail, WhatWasAskedForNoPriceHasNone) {
  PoolBuilder pool;
  pool.bank("PUPPY", "3").tier = RiskTier::isolated;
  const Detail all = detail(pool.state({{"PUPPY", "1"}}));
  const Detail& initial = *in(in(all, "balances")->children.at(0), "initial");
  EXPECT_EQ(in(initial, "price"), nullptr);
  EXPECT_EQ(in(initial, "weight_of")->text, "isolated");
  EXPECT_EQ(in(all, "ratios"), nullptr) << "all denominators are zero";
}

TEST(Detail, OfPartOfAnAccountNothingIsSaidOfHowFarItMayGo) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"SOL", "2.5"}, {"USDC", "-50"}});
  EXPECT_NE(in(detail(state), "max_borrow"), nullptr);
  const Detail part = detail(state, {{Reason::bad_input, "unknown", "SO1"}});
  EXPECT_EQ(in(part, "max_borrow"), nullptr);
  EXPECT_NE(in(part, "health"), nullptr);
}

TEST(Detail, AavesHasItsHealthFactor) {
  PoolBuilder pool = pool_of_two();
  pool.pool.protocol = PoolProtocol::aave_v3;
  const Detail all = detail(pool.state({{"SOL", "2"}, {"USDC", "-100"}}));
  EXPECT_EQ(in(all, "health_factor")->text, "1.75");
  EXPECT_EQ(in(all, "borrow_power")->text, "50.00");
  EXPECT_EQ(in(*in(*in(all, "health"), "maintenance"), "health")->text, "75.00");
}

}  // namespace
}  // namespace plimsoll::cross_margin
