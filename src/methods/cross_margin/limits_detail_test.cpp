#include "methods/cross_margin/limits_detail.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "methods/cross_margin/liquidation.hpp"
#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder;

const Detail* in(const Detail& node, const char* name) {
  const auto found = std::ranges::find(node.children, name, &Detail::name);
  return found == node.children.end() ? nullptr : &*found;
}

std::string text(const Detail& node, const char* name, const char* bank) {
  const Detail* all = in(node, name);
  const Detail* leaf = all == nullptr ? nullptr : in(*all, bank);
  return leaf == nullptr ? "" : leaf->text;
}

Detail reach(const State& state, bool liquidatable) {
  Detail detail;
  add_reach(detail, state, liquidatable, day);
  return detail;
}

PoolBuilder pool_of_three() {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("SOL", "100", 9), "0.75", "0.875");
  testing::weigh_liabilities(pool.bank("USDC", "1"), "1.5", "1.25");
  pool.bank("USDT", "1").state = BankState::paused;
  return pool;
}

TEST(LimitsDetail, WhatMayBeDoneAndWhyNot) {
  const PoolBuilder pool = pool_of_three();
  const Detail all = reach(pool.state({{"SOL", "2"}, {"USDC", "-60"}}), false);
  EXPECT_EQ(text(all, "max_borrow", "USDC"), "40");  // 150 - 90 = 60, over 1.5
  EXPECT_EQ(text(all, "max_borrow", "SOL"), "0");
  EXPECT_TRUE(text(all, "max_borrow_refused", "SOL").starts_with("OperationBorrowOnly"));
  EXPECT_EQ(text(all, "max_borrow", "USDT"), "0");
  EXPECT_TRUE(text(all, "max_borrow_refused", "USDT").starts_with("BankPaused"));
  EXPECT_EQ(text(all, "max_borrow_refused", "USDC"), "");
  EXPECT_EQ(text(all, "max_withdraw", "SOL"), "0.8");  // 60 of 75 a token
  EXPECT_EQ(text(all, "max_withdraw", "USDC"), "");
  EXPECT_EQ(text(all, "liquidation_prices", "SOL"), "42.857142857143");  // 75 / (2 x 0.875)
  EXPECT_EQ(text(all, "liquidation_prices", "USDC"), "2.333333333333");
  EXPECT_EQ(in(all, "repay_to_safe"), nullptr);
  EXPECT_EQ(in(all, "liquidator_may_take"), nullptr);
}

TEST(LimitsDetail, WhereItMayBeLiquidatedWhatHelpsAndWhatIsTaken) {
  const PoolBuilder pool = pool_of_three();
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-150"}});  // 175 - 187.50
  const Detail all = reach(state, true);
  EXPECT_EQ(text(all, "repay_to_safe", "USDC"), "10.000001");  // at 10, zero is not above zero
  EXPECT_TRUE(text(all, "max_borrow_refused", "USDC").starts_with("RiskEngineInitRejected"));
  const Detail& pair = in(all, "liquidator_may_take")->children.at(0);
  const auto most = most_taken(state, pool.at("SOL"), pool.at("USDC"), day);
  EXPECT_EQ(in(pair, "collateral")->text, "SOL");
  EXPECT_EQ(in(pair, "debt")->text, "USDC");
  EXPECT_EQ(in(pair, "most_taken")->text, to_text(tokens_of(**most, pool.at("SOL"))));
  EXPECT_TRUE(in(pair, "health_after")->text.starts_with("-0.0000")) << "to zero at most";
}

TEST(LimitsDetail, ADebtThatDoesNotSufficeSaysSo) {
  PoolBuilder pool = pool_of_three();
  pool.at("USDT").state = BankState::operational;
  const State state = pool.state({{"SOL", "1"}, {"USDC", "-100"}, {"USDT", "-1"}});
  const Detail all = reach(state, true);
  EXPECT_EQ(text(all, "repay_to_safe", "USDT"), "");
  EXPECT_TRUE(text(all, "repay_to_safe_refused", "USDT").contains("does not bring health"));
  pool.at("USDC").state = BankState::paused;
  EXPECT_TRUE(text(reach(state, true), "repay_to_safe_refused", "USDC").starts_with("BankPaused"));
}

/// What is written may be done, and a native unit more may not.
TEST(LimitsDetail, EveryDecimalCounts) {
  const PoolBuilder pool = pool_of_three();
  const State state = pool.state({{"SOL", "2.123456789"}, {"USDC", "-60.654321"}});
  const Detail all = reach(state, false);
  const Bank& usdc = pool.at("USDC");
  const Fixed48 most = pool.units("USDC", text(all, "max_borrow", "USDC").c_str());
  EXPECT_TRUE(after(state, Step::borrow, usdc, most, day));
  EXPECT_FALSE(after(state, Step::borrow, usdc,
                     Fixed48::from_bits(most.bits() + Fixed48::of(1).bits()), day));
}

}  // namespace
}  // namespace plimsoll::cross_margin
