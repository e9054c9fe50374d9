#include "strategy/rebalance.hpp"

#include <gtest/gtest.h>

namespace plimsoll::strategy {
namespace {

constexpr Date today{2026y / November / 20};

/// 100,000 of equity, a target of 1.5: the band is 1.2 to 1.8.
RebalanceInputs at(Decimal gross) {
  return {
      .gross = {gross, usd}, .equity = {100'000_d, usd}, .target_leverage = 1.5, .as_of = today};
}

TEST(Rebalance, InsideTheBandNothingIsDone) {
  for (const Decimal gross : {120'000_d, 150'000_d, 180'000_d}) {
    const auto made = rebalance({}, at(gross));
    ASSERT_TRUE(made) << made.error().what;
    EXPECT_EQ(made->move, RebalanceMove::none) << made->reason;
    EXPECT_EQ(made->trade, zero(usd));
    EXPECT_NE(made->reason.find("inside the band"), std::string::npos);
  }
}

TEST(Rebalance, AboveItAllIsCutAtOnce) {
  const auto made = rebalance({}, at(180'001_d));
  EXPECT_EQ(made->move, RebalanceMove::cut);
  EXPECT_EQ(made->trade, (Money{-30'001_d, usd}));
  EXPECT_DOUBLE_EQ(made->band_to, 1.8);
}

TEST(Rebalance, BelowItHalfOfTheWayIsAdded) {
  const auto made = rebalance({}, at(100'000_d));
  EXPECT_EQ(made->move, RebalanceMove::add);
  EXPECT_EQ(made->trade, (Money{25'000_d, usd}));
}

TEST(Rebalance, NothingIsAddedWithinDaysOfABreach) {
  RebalanceInputs inputs = at(100'000_d);
  inputs.last_breach = Date{2026y / October / 22};  // 29 days ago
  auto made = rebalance({}, inputs);
  EXPECT_EQ(made->move, RebalanceMove::none);
  EXPECT_EQ(made->add_from, (Date{2026y / November / 21}));
  EXPECT_NE(made->reason.find("30 days"), std::string::npos) << made->reason;
  inputs.last_breach = Date{2026y / October / 21};
  EXPECT_EQ(rebalance({}, inputs)->move, RebalanceMove::add) << "the thirtieth day";
}

TEST(Rebalance, ABreachDoesNotStopACut) {
  RebalanceInputs inputs = at(200'000_d);
  inputs.last_breach = today;
  EXPECT_EQ(rebalance({}, inputs)->move, RebalanceMove::cut);
}

TEST(Rebalance, WhatNoRuleAllowsIsCutInsideTheBand) {
  RebalanceInputs inputs = at(160'000_d);
  inputs.leverage_most = 1.4;
  const auto made = rebalance({}, inputs);
  EXPECT_EQ(made->move, RebalanceMove::cut);
  EXPECT_DOUBLE_EQ(made->target, 1.4);
  EXPECT_EQ(made->trade, (Money{-20'000_d, usd}));
  inputs.gross = {140'000_d, usd};
  EXPECT_EQ(rebalance({}, inputs)->move, RebalanceMove::none);
}

TEST(Rebalance, Refused) {
  RebalanceInputs inputs = at(100'000_d);
  inputs.equity = zero(usd);
  EXPECT_NE(rebalance({}, inputs).error().what.find("what is owed"), std::string::npos);
  inputs = at(100'000_d);
  inputs.target_leverage = 0;
  EXPECT_FALSE(rebalance({}, inputs));
  inputs = at(100'000_d);
  inputs.last_breach = Date{2026y / November / 21};
  EXPECT_NE(rebalance({}, inputs).error().what.find("after"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::strategy
