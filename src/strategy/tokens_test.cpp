#include "strategy/tokens.hpp"

#include <gtest/gtest.h>

#include "strategy/distance.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// Tokens under a margin of one rate, as a lending pool's account: no cash, debts below zero.
class PoolBook {
 public:
  explicit PoolBook(Percent rate) {
    of_.account.as_of = of_.market.as_of = day;
    of_.account.kind = AccountKind::cross_margin;
    of_.account.cash = std::vector<Money>{};
    of_.margin = flat(rate);
  }
  PoolBook& token(const char* symbol, std::int64_t quantity, Decimal price) {
    const InstrumentId id{symbol};
    of_.account.catalog.emplace(id, Token{.id = id});
    of_.account.positions.push_back(
        {.instrument = Token{.id = id}, .quantity = Quantity::of(quantity)});
    of_.market.quotes[id].price = price;
    return *this;
  }
  Book& book() { return of_; }

 private:
  Book of_;
};

Distance kept(PoolBook& of, const DistancePolicy& policy = {}) {
  keep_steady(of.book(), policy);
  return distance(of.book(), policy).value();
}

/// 2,500 XYZ at 100 against 100,000 USDC, a quarter of each to be kept: equity 150,000, required
/// 87,500. Where XYZ alone falls, 250,000 (1 + x) 0.75 = 125,000: at a third.
TEST(Tokens, ADebtInDollarsDoesNotFallWithTheMarket) {
  PoolBook of{25_pct};
  of.token("XYZ", 2500, 100_d).token("USDC", -100'000, 1_d);
  const Distance far = kept(of);
  ASSERT_TRUE(far.market.down);
  EXPECT_NEAR(far.market.down->move, -1.0 / 3, 1e-9);
  EXPECT_EQ(far.market.moved, std::vector{InstrumentId{"XYZ"}});
  EXPECT_EQ(far.steady, std::vector{InstrumentId{"USDC"}});
  EXPECT_EQ(far.assumed_beta, std::vector{InstrumentId{"XYZ"}});
}

TEST(Tokens, ItStillMovesAlone) {
  PoolBook of{25_pct};
  of.token("XYZ", 2500, 100_d).token("USDC", -100'000, 1_d);
  const Distance far = kept(of);
  ASSERT_EQ(far.names.size(), 2u);
  EXPECT_EQ(far.names[1].name, InstrumentId{"USDC"});
  ASSERT_TRUE(far.names[1].up);
  EXPECT_NEAR(far.names[1].up->move, 0.5, 1e-9) << "187,500 = 125,000 (1 + x)";
}

TEST(Tokens, APolicyThatNamesNoneMovesAll) {
  PoolBook of{25_pct};
  of.token("XYZ", 2500, 100_d).token("USDC", -100'000, 1_d);
  const Distance far = kept(of, {.steady = {}});
  EXPECT_FALSE(far.market.down) << "both sides fall alike";
  EXPECT_TRUE(far.steady.empty());
  EXPECT_EQ(far.assumed_beta.size(), 2u);
}

TEST(Tokens, AQuotedBetaWins) {
  PoolBook of{25_pct};
  of.token("XYZ", 2500, 100_d).token("USDC", -100'000, 1_d);
  of.book().market.quotes[InstrumentId{"USDC"}].beta = 0.5;
  const Distance far = kept(of);
  EXPECT_TRUE(far.steady.empty());
  ASSERT_TRUE(far.market.down);
  EXPECT_NEAR(far.market.down->move, -0.5, 1e-9) << "187,500 (1 + x) = 125,000 (1 + x / 2)";
}

TEST(Tokens, AShareOfThatNameIsAShare) {
  BookOf of;
  of.shares("DAI", 100, 10_d).cash(-100_d);
  of.book().market.quotes[InstrumentId{"DAI"}].beta.reset();
  keep_steady(of.book(), {});
  EXPECT_FALSE(of.book().market.quotes[InstrumentId{"DAI"}].beta);
  EXPECT_TRUE(steady_in(of.book(), {}).empty());
}

/// 100 SOL at 150 and 50 JITOSOL at 200 against 10,000 USDC.
PoolBook staked() {
  PoolBook of{25_pct};
  return of.token("SOL", 100, 150_d).token("JITOSOL", 50, 200_d).token("USDC", -10'000, 1_d);
}

TEST(Tokens, WhatIsStakedFallsWithWhatItIsStakedIn) {
  PoolBook of = staked();
  const Distance far = kept(of);
  ASSERT_EQ(far.names.size(), 2u);
  EXPECT_EQ(far.names[0].name, InstrumentId{"SOL"});
  EXPECT_EQ(far.names[0].moved, (std::vector{InstrumentId{"JITOSOL"}, InstrumentId{"SOL"}}));
  ASSERT_TRUE(far.names[0].down);
  EXPECT_NEAR(far.names[0].down->move, -1.0 / 3, 1e-9) << "18,750 (1 + x) = 12,500";
  ASSERT_TRUE(far.names[0].down->price);
  EXPECT_NEAR(to_double(far.names[0].down->price->per_unit), 100, 1e-6) << "of SOL";
}

TEST(Tokens, LeftAloneWhereThePolicySaysNothing) {
  PoolBook of = staked();
  const Distance far = kept(of, {.follows = {}});
  ASSERT_EQ(far.names.size(), 3u);
  EXPECT_EQ(far.names[1].name, InstrumentId{"SOL"}) << "after a rise of USDC by a half";
  EXPECT_NEAR(far.names[1].down->move, -5.0 / 9, 1e-9) << "11,250 (1 + x) + 7,500 = 12,500";
}

TEST(Tokens, OneThatFollowsWhatNothingElseDoesIsItself) {
  PoolBook of{25_pct};
  of.token("JITOSOL", 50, 200_d).token("USDC", -5'000, 1_d);
  EXPECT_EQ(kept(of).names[0].name, InstrumentId{"JITOSOL"});
}

TEST(Tokens, TwoThatFollowWhatIsNotHeldAreOneName) {
  PoolBook of{25_pct};
  of.token("WETH", -1, 3000_d).token("WSTETH", 2, 3600_d);
  const Distance far = kept(of);
  ASSERT_EQ(far.names.size(), 1u);
  EXPECT_EQ(far.names[0].name, InstrumentId{"ETH"});
  EXPECT_FALSE(far.names[0].down) << "debt and collateral fall alike";
}

}  // namespace
}  // namespace plimsoll::strategy
