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

TEST(MarketSnapshot, ABidAndAnAskAreNoPrice) {
  MarketSnapshot market;
  market.as_of = 2026y / November / 20;
  market.quotes[InstrumentId{"F"}].bid = 12_d;
  market.quotes[InstrumentId{"GM"}].ask = 50_d;
  market.quotes[InstrumentId{"X"}].beta = 1;
  const std::string no_price = "no price on 2026-11-20";
  const std::string where_to = " under market.quotes or in a --market file";
  EXPECT_EQ(market.price(InstrumentId{"X"}).error().what, no_price + "; add it" + where_to);
  EXPECT_EQ(market.price(InstrumentId{"F"}).error().what,
            no_price + "; add it" + where_to +
                " as \"price\": a bid or an ask of it is given, and not taken for one");
  const std::set<InstrumentId> all{InstrumentId{"X"}, InstrumentId{"GM"}, InstrumentId{"F"}};
  EXPECT_EQ(without_price(all, market),
            (Error{Reason::missing_price,
                   no_price + " for F, GM, X; add them" + where_to +
                       " as \"price\": a bid or an ask of F, GM is given, and not taken for one",
                   ""}));
  EXPECT_EQ(without_price({InstrumentId{"X"}}, market),
            (Error{Reason::missing_price, no_price + " for X; add it" + where_to, "X"}));
}

}  // namespace
}  // namespace plimsoll
