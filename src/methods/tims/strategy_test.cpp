#include "methods/tims/strategy.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

template <Reading R>
Answer<R> answered(Money requirement, Money equity, Money value) {
  const R asked = known<R>("asked", requirement);
  Answer<R> answer{.initial = asked,
                   .maintenance = asked,
                   .risk_initial = asked,
                   .risk_maintenance = asked,
                   .proceeds = known<R>("none", zero(usd))};
  answer.groups.push_back(
      {"fund", {{InstrumentId{"FND"}, Quantity::of(50)}}, asked, asked, zero(usd), requirement});
  answer.equity = known<R>("equity", equity);
  answer.net_liquidation = known<R>("value", value);
  return answer;
}

/// Rules that ask for a tenth, and count `equity` of a value of 1,000.
StrategyRules rules(Money equity) {
  return {[equity](const Account& account, const MarketSnapshot&) -> Result<Answer<Money>> {
            EXPECT_EQ(account.positions.size(), 1u) << "only what is not eligible";
            EXPECT_TRUE(account.cash->empty());
            return answered<Money>(100_usd, equity, 1000_usd);
          },
          [equity](const Account&, const MarketSnapshot&) -> Result<Answer<Amount>> {
            return answered<Amount>(100_usd, equity, 1000_usd);
          }};
}

Answer<Money> of(const StrategyRules& strategy) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d).hold(Fund{.id = InstrumentId{"FND"}}, 50, 20_d);
  return Tims{{.rules = {}, .packs = {small_pack(), nullptr}, .strategy = strategy}}
      .compute(desk.account, desk.market)
      .value();
}

TEST(ByStrategyRules, AsksWhatTheyAskAndForWhatTheirEquityLeavesOut) {
  const Answer<Money> counted = of(rules(1000_usd));
  EXPECT_EQ(counted.maintenance, 850_usd) << "750 of the stock, 100 of the fund";
  EXPECT_EQ(*counted.equity, 1'006'000_usd);
  EXPECT_EQ(counted.groups.size(), 2u);
  EXPECT_EQ(of(rules(400_usd)).maintenance, 1450_usd) << "600 that are lent nothing on";
}

TEST(ByStrategyRules, WhatTheyRefuseIsInNoGroup) {
  StrategyRules refusing = rules(0_usd);
  refusing.compute = [](const Account&, const MarketSnapshot&) -> Result<Answer<Money>> {
    auto answer = answered<Money>(0_usd, 0_usd, 0_usd);
    answer.groups.clear();
    answer.refused = {{Reason::missing_price, "no price", "FND"}};
    return answer;
  };
  const Answer<Money> answer = of(refusing);
  EXPECT_EQ(answer.refused.size(), 1u);
  EXPECT_EQ(answer.groups.size(), 1u) << "the stock alone";
}

TEST(ByStrategyRules, AreNamedWhereThereAreNone) {
  const Answer<Money> answer = of({});
  ASSERT_EQ(answer.not_covered.size(), 1u);
  EXPECT_EQ(answer.not_covered.front().symbol, "FND");
}

}  // namespace
}  // namespace plimsoll::tims
