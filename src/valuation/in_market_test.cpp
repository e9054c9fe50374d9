#include "valuation/in_market.hpp"

#include <gtest/gtest.h>

#include "model/osi.hpp"

namespace plimsoll::valuation {
namespace {

constexpr Date day{2026y / November / 20};

class InMarket : public ::testing::Test {
 protected:
  InMarket() { market_.risk_free_rate = 0.04; }
  ListedOption call(const char* on) const {
    return {.id = osi_id({on, Date{2027y / January / 15}, Right::call, 100_d}),
            .underlying = InstrumentId{on},
            .expiry = Date{2027y / January / 15},
            .strike = {100_d, usd}};
  }
  MarketSnapshot market_;
};

TEST_F(InMarket, TheLevelIsThePriceOfWhatItIsOn) {
  EXPECT_FALSE(level_under(call("XYZ"), market_));
  market_.quotes[InstrumentId{"XYZ"}].price = 101.5_d;
  EXPECT_EQ(level_under(call("XYZ"), market_), 101.5_d);
}

TEST_F(InMarket, OfAReducedIndexItsOwnQuoteComesFirst) {
  ListedOption reduced = call("XSP");
  reduced.underlying = InstrumentId{"SPX"};
  reduced.underlying_scale = 10_d;
  market_.quotes[InstrumentId{"SPX"}].price = 6600_d;
  EXPECT_EQ(level_under(reduced, market_), 660_d);
  market_.quotes[InstrumentId{"XSP"}].price = 660.25_d;
  EXPECT_EQ(level_under(reduced, market_), 660.25_d);
}

TEST_F(InMarket, ASeriesTakesYieldAndVolatilityFromTheQuotes) {
  const ListedOption option = call("XYZ");
  market_.quotes[InstrumentId{"XYZ"}].yield = 0.02;
  market_.quotes[option.id].volatility = 0.31;
  const auto series = series_in(option, {5, 100}, day, market_);
  ASSERT_TRUE(series);
  EXPECT_EQ(series->days, 56);
  EXPECT_EQ(series->yield, 0.02);
  EXPECT_EQ(series->given_volatility, 0.31);
  EXPECT_EQ(series->spot, 100);
  market_.risk_free_rate.reset();
  EXPECT_FALSE(series_in(option, {5, 100}, day, market_)) << "no interest rate";
}

}  // namespace
}  // namespace plimsoll::valuation
