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
  ASSERT_TRUE(valued);
  EXPECT_EQ((*valued)->instruments().size(), 2u);
  EXPECT_TRUE((*valued)->find(InstrumentId{"SPY"}));
  EXPECT_FALSE((*valued)->find(InstrumentId{"ABC"}));
}

TEST(ValuedMarket, MovesSharesAndLeveragedFundsInALine) {
  Desk desk;
  desk.hold(fund("UPRO", "SPX", Decimal{3}), 1, 100_d)
      .hold(fund("SDS", "SPX", Decimal{-2}), 1, 10_d)
      .hold(fund("TEN", "XYZ", Decimal{10}), 1, 100_d);
  const auto valued = desk.valued().value();
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
  const auto valued = desk.valued().value();
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
  const auto valued = desk.valued().value();
  const auto gains = [&](const InstrumentId& id) {
    return valued->grids().front().gains_of(*valued->find(id));
  };
  for (std::size_t k = 0; k < points_count; ++k)
    EXPECT_NEAR(gains(mini.id)[k] * 10, gains(option("SPX", Right::call, 5000_d).id)[k], 1e-4);
}

TEST(ValuedMarket, ADayBeforeTheRangesIsEverybodysRefusal) {
  Desk desk;
  desk.hold(stock("XYZ"), 1, 50_d);
  desk.account.as_of = desk.market.as_of = Date{2005y / June / 30};
  const auto valued = desk.valued();
  ASSERT_FALSE(valued);
  EXPECT_EQ(valued.error().reason, Reason::not_in_force);
}

}  // namespace
}  // namespace plimsoll::tims
