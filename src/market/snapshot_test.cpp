#include "market/snapshot.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(MarketSnapshot, AnswersWhatItKnowsAndRefusesTheRest) {
  MarketSnapshot market;
  market.as_of = 2026y / November / 20;
  market.quotes[InstrumentId{"AAPL"}].price = 230.10_d;
  market.quotes[InstrumentId{"F"}].bid = 12_d;
  EXPECT_EQ(market.price(InstrumentId{"AAPL"}), 230.10_d);
  for (const char* symbol : {"F", "MSFT", ""}) {
    const auto price = market.price(InstrumentId{symbol});
    ASSERT_FALSE(price.has_value()) << symbol;
    EXPECT_EQ(price.error().reason, Reason::missing_price);
    EXPECT_EQ(price.error().where, symbol);
    EXPECT_NE(price.error().what.find("no price on 2026-11-20"), std::string::npos);
  }
  ASSERT_NE(market.find(InstrumentId{"F"}), nullptr);
  EXPECT_EQ(market.find(InstrumentId{"F"})->bid, 12_d);
  EXPECT_EQ(market.find(InstrumentId{"MSFT"}), nullptr);
}

}  // namespace
}  // namespace plimsoll
