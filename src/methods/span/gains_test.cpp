#include "methods/span/gains.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::option, testing::Reckoned,
    testing::two_commodities;

Position bought_at(Position position, Decimal cost) {
  position.average_cost = Price{cost, usd};
  return position;
}

struct Asked {
  std::optional<Money> gain = {};
  bool unknown = false;
};
Asked asked(const Position& position, FileBuilder builder = two_commodities(),
            const MarketSnapshot& market = {}) {
  const Reckoned reckoned{{position}, std::move(builder)};
  const Prices prices{reckoned.held, market, *reckoned.places};
  const PlacedPosition& one = reckoned.book.placed.front();
  return {gained(one, *reckoned.places, prices), gain_unknown(one, *reckoned.places, prices)};
}

// Settled at 3,600, at 100 for a point.
TEST(Gains, AreSettlementOverCost) {
  EXPECT_EQ(asked(bought_at(future("ZZ", december, 2), 3590_d)).gain, 2'000_usd);
  EXPECT_EQ(asked(bought_at(future("ZZ", december, -2), 3590_d)).gain, -2'000_usd);
}

TEST(Gains, TodaysTradeComesBeforeTheAverageCost) {
  Position position = bought_at(future("ZZ", december, 1), 3590_d);
  position.trade_price = 3599_usd_each;
  EXPECT_EQ(asked(position).gain, 100_usd);
}

TEST(Gains, WithoutACostIsSettledAlready) {
  EXPECT_EQ(asked(future("ZZ", december, 1)).gain, std::nullopt);
  EXPECT_FALSE(asked(future("ZZ", december, 1)).unknown);
}

TEST(Gains, OptionsPaidForHaveNoneAndThoseSettledDo) {
  const Position call = bought_at(option(Right::call, 3600_d, 1), 100_d);
  EXPECT_EQ(asked(call).gain, std::nullopt);
  EXPECT_FALSE(asked(call).unknown);
  FileBuilder settled = two_commodities();
  settled.file.commodities[0].option_style = clearing::Valuation::futures_style;
  EXPECT_EQ(asked(call, settled).gain, 2'000_usd);
}

TEST(Gains, AreInTheProductsCurrency) {
  FileBuilder builder = two_commodities();
  builder.file.products[0].currency = Currency{"EUR"};
  EXPECT_EQ(asked(bought_at(future("ZZ", december, 1), 3590_d), builder).gain,
            (Money{1'000_d, Currency{"EUR"}}));
}

TEST(Gains, AreAtTheMarketsPrice) {
  MarketSnapshot market;
  market.quotes[InstrumentId{"ZZ202512"}].price = 3610_d;
  EXPECT_EQ(asked(bought_at(future("ZZ", december, 1), 3590_d), two_commodities(), market).gain,
            2'000_usd);
}

TEST(Gains, WithoutAPriceAreUnknown) {
  FileBuilder builder = two_commodities();
  for (clearing::Contract& contract : builder.file.contracts) contract.price.reset();
  const Asked none = asked(bought_at(future("ZZ", december, 1), 3590_d), builder);
  EXPECT_EQ(none.gain, std::nullopt);
  EXPECT_TRUE(none.unknown);
}

}  // namespace
}  // namespace plimsoll::span
