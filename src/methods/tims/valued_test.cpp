#include "methods/tims/valued.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

TEST(ValuedMarket, HoldsEveryInstrumentOnceWithItsPlace) {
  Desk desk;
  desk.hold(fund("SPY", "SPX"), 1, 500_d).hold(stock("XYZ"), 1, 50_d).hold(stock("XYZ"), -1, 50_d);
  const auto valued = desk.valued();
  EXPECT_EQ(valued->instruments().size(), 2u);
  EXPECT_TRUE(valued->find(InstrumentId{"SPY"}));
  EXPECT_FALSE(valued->find(InstrumentId{"ABC"}));
}

TEST(ValuedMarket, MovesSharesAndLeveragedFundsInALine) {
  Desk desk;
  desk.hold(fund("UPRO", "SPX", Decimal{3}), 1, 100_d)
      .hold(fund("SDS", "SPX", Decimal{-2}), 1, 10_d)
      .hold(fund("TEN", "XYZ", Decimal{10}), 1, 100_d);
  const auto valued = desk.valued();
  const auto gains = [&](const char* id) {
    return valued->grids().front().gains_of(*valued->find(InstrumentId{id}));
  };
  EXPECT_NEAR(gains("UPRO")[0], -24, 1e-12);
  EXPECT_NEAR(gains("UPRO")[9], 18, 1e-12);
  EXPECT_NEAR(gains("SDS")[0], 1.6, 1e-12);
  EXPECT_NEAR(gains("SDS")[9], -1.2, 1e-12);
  EXPECT_EQ(gains("TEN")[0], -100) << "nothing is worth less than nothing";
}

TEST(ValuedMarket, SaysAtEachInstrumentWhatIsWrong) {
  Desk desk;
  desk.hold(stock("XYZ"), 1, 50_d)
      .hold(option("XYZ", Right::call, 40_d), 1, 9_d)
      .know(Index{.id = InstrumentId{"VIX"}}, 18_d)
      .hold(option("VIX", Right::call, 20_d), 1, 2_d)
      .hold(Token{InstrumentId{"SOL"}}, 1, 100_d);
  desk.market.quotes[InstrumentId{"XYZ"}].price = 50_d;
  const auto valued = desk.valued();
  std::map<Standing, int> count;
  for (const ValuedInstrument& one : valued->instruments()) ++count[one.standing];
  EXPECT_EQ(count[Standing::in_grid], 1);
  EXPECT_EQ(count[Standing::refused], 1);
  EXPECT_EQ(count[Standing::not_covered], 2);
}

TEST(ValuedMarket, ReadsTheLevelOfAReducedIndex) {
  Desk desk;
  ListedOption mini = option("SPX", Right::call, 500_d);
  mini.id = osi_id({"XSP", mini.expiry, mini.right, 500_d});
  mini.underlying_scale = Decimal{10};
  desk.know(Index{.id = InstrumentId{"SPX"}, .index_class = IndexClass::broad}, 5000_d)
      .hold(mini, 1, 12_d)
      .hold(option("SPX", Right::call, 5000_d), 1, 120_d);
  const auto valued = desk.valued();
  const auto gains = [&](const InstrumentId& id) {
    return valued->grids().front().gains_of(*valued->find(id));
  };
  for (std::size_t k = 0; k < points_count; ++k)
    EXPECT_NEAR(gains(mini.id)[k] * 10, gains(option("SPX", Right::call, 5000_d).id)[k], 1e-4);
}

TEST(ValuedMarket, ADayBeforeARangeRefusesWhatItIsOf) {
  Desk desk;
  desk.hold(stock("XYZ"), 1, 50_d).hold(fund("SPY", "SPX"), 1, 500_d);
  desk.account.as_of = desk.market.as_of = Date{2006y / December / 11};
  auto pack = open_pack();
  for (RangeRow& row : pack->ranges)
    if (row.type == equity_range) row.since = Date{2006y / December / 12};
  const auto valued = desk.valued({pack, nullptr});
  const ValuedInstrument& stocks = valued->instruments()[*valued->find(InstrumentId{"XYZ"})];
  EXPECT_EQ(stocks.standing, Standing::refused);
  EXPECT_EQ(stocks.fault.reason, Reason::not_in_force);
  EXPECT_EQ(stocks.fault.where, "XYZ");
  EXPECT_TRUE(stocks.fault.what.contains("--method reg_t")) << stocks.fault.what;
  EXPECT_EQ(valued->instruments()[*valued->find(InstrumentId{"SPY"})].standing, Standing::in_grid);
}

TEST(ValuedMarket, WhatIsPricedAtNothingCannotLoseAndIsNotSold) {
  Desk desk;
  desk.know(stock("XYZ"), 50_d).hold(option("XYZ", Right::call, 55_d), 10, 0_d);
  const auto held = desk.answer().value();
  EXPECT_TRUE(held.refused.empty());
  EXPECT_EQ(held.maintenance, 0_usd);
  EXPECT_TRUE(std::ranges::any_of(held.caveats, [](const Caveat& caveat) {
    return caveat.text.contains("priced at nothing");
  }));
  desk.account.positions[0].quantity = Quantity::of(-10);
  const auto owed = desk.answer().value();
  ASSERT_EQ(owed.refused.size(), 1u);
  EXPECT_TRUE(owed.refused[0].what.contains("give a volatility")) << owed.refused[0].what;
  EXPECT_TRUE(owed.groups.empty());
  desk.market.quotes[option("XYZ", Right::call, 55_d).id].volatility = 0.3;
  const auto with_one = desk.answer().value();
  EXPECT_TRUE(with_one.refused.empty());
  EXPECT_LT(375_usd, with_one.maintenance);
  desk.account.positions[0].quantity = Quantity::of(10);
  EXPECT_EQ(desk.answer()->maintenance, 0_usd) << "bought, nothing of it is a gain";
}

TEST(ValuedMarket, FuturesAreMovedFromAPriceAboveZero) {
  for (const Decimal price : {0_d, -1_d}) {
    Desk desk;
    desk.hold(Future{.id = InstrumentId{"ESZ26"},
                     .product = InstrumentId{"ES"},
                     .exchange = {},
                     .month = {},
                     .multiplier = 50_d},
              1, price);
    const auto valued = desk.valued();
    EXPECT_EQ(valued->instruments()[0].standing, Standing::refused);
    EXPECT_TRUE(valued->instruments()[0].fault.what.contains("above zero"));
  }
}

TEST(ValuedMarket, AWarrantIsACallOnItsSharesWithoutAMinimum) {
  const ListedOption call =
      option("XYZ", Right::call, 55_d, Date{2027y / January / 15}, Style::american);
  const Warrant warrant{.id = InstrumentId{"XYZWS"},
                        .underlying = InstrumentId{"XYZ"},
                        .exercise = {55_d, usd},
                        .expiry = call.expiry,
                        .shares = 0.5_d};
  const auto owed = [](const Instrument& what, std::int64_t quantity, Decimal price) {
    Desk desk;
    desk.know(stock("XYZ"), 50_d).hold(what, quantity, price);
    const auto answer = desk.answer().value();
    EXPECT_TRUE(answer.complete());
    return answer.maintenance;
  };
  EXPECT_EQ(owed(warrant, -200, 0.5_d), owed(call, -1, 1_d)) << "200 halves of a share";
  Desk desk;
  desk.know(stock("XYZ"), 50_d).hold(warrant, 1, 0.5_d);
  EXPECT_FALSE(desk.valued()->instruments()[0].has_minimum);
}

TEST(ValuedMarket, EachOptionLeftOutForWantOfARateIsNamed) {
  Desk desk;
  desk.market.risk_free_rate.reset();
  desk.know(stock("XYZ"), 50_d)
      .hold(option("XYZ", Right::call, 55_d), 1, 1_d)
      .hold(option("XYZ", Right::put, 45_d), 1, 1_d);
  const auto answer = desk.answer().value();
  ASSERT_EQ(answer.refused.size(), 2u);
  EXPECT_NE(answer.refused[0].where, answer.refused[1].where);
}

}  // namespace
}  // namespace plimsoll::tims
