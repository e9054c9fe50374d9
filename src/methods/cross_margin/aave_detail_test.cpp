#include "methods/cross_margin/aave_detail.hpp"

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

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  pool.pool.protocol = PoolProtocol::aave_v3;
  Bank& eth = pool.bank("ETH", "2000", 18);
  testing::weigh_assets(eth, "0.75", "0.875");
  eth.liquidation_bonus = number("0.0625");
  testing::weigh_assets(pool.bank("USDC", "1"), "0.75", "0.78125");
  return pool;
}

Detail told(const State& state) {
  const Healths healths = aave_healths(state).value();
  Detail detail;
  add_aave(detail, state, healths);
  add_aave_reach(detail, state, healths, day);
  return detail;
}

TEST(AaveDetail, OfAHealthyAccount) {
  const PoolBuilder pool = pool_of_two();
  const Detail all = told(pool.state({{"ETH", "8"}, {"USDC", "-7000"}}));
  EXPECT_EQ(in(all, "health_factor")->text, "2.00");
  EXPECT_EQ(in(all, "borrow_power")->text, "5000.00");
  EXPECT_EQ(in(all, "emode"), nullptr);
  EXPECT_EQ(in(*in(all, "max_borrow"), "USDC")->text, "5000");
  EXPECT_EQ(in(*in(all, "max_borrow"), "ETH")->text, "0");
  EXPECT_NE(in(*in(all, "max_borrow_refused"), "ETH"), nullptr);
  EXPECT_EQ(in(*in(all, "max_withdraw"), "ETH")->text, "4");
  EXPECT_EQ(in(*in(all, "liquidation_prices"), "ETH")->text, "1000.00");
  EXPECT_EQ(in(all, "repay_to_safe"), nullptr);
  EXPECT_EQ(in(all, "liquidator_may_take"), nullptr);
}

TEST(AaveDetail, OfNoDebtThereIsNoHealthFactor) {
  const PoolBuilder pool = pool_of_two();
  const Detail all = told(pool.state({{"ETH", "8"}}));
  EXPECT_EQ(in(all, "health_factor"), nullptr);
  EXPECT_EQ(in(all, "liquidation_prices"), nullptr);
}

TEST(AaveDetail, OfOneThatMayBeLiquidated) {
  PoolBuilder pool = pool_of_two();
  pool.bank("JUNK", "1");
  testing::weigh_assets(pool.at("JUNK"), "0", "0");
  const Detail all = told(pool.state({{"ETH", "8"}, {"JUNK", "5"}, {"USDC", "-14400"}}));
  EXPECT_EQ(in(all, "health_factor")->text, "0.972222222");
  EXPECT_EQ(in(*in(all, "repay_to_safe"), "USDC")->text, "400");
  const auto& pairs = in(all, "liquidator_may_take")->children;
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(in(pairs[0], "debt_repaid")->text, "7200");  // half
  EXPECT_EQ(in(pairs[0], "most_taken")->text, "3.825");
  EXPECT_TRUE(in(pairs[1], "refused")->text.starts_with("CollateralCannotBeLiquidated"));
}

TEST(AaveDetail, NamesTheCategory) {
  PoolBuilder pool = pool_of_two();
  pool.at("USDC").emode_tag = 7;
  const Detail all = told(pool.state({{"ETH", "8"}, {"USDC", "-1"}}));
  EXPECT_EQ(in(all, "emode")->text, "7");
}

}  // namespace
}  // namespace plimsoll::cross_margin
