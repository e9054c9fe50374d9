#include "methods/span/caveats.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::Reckoned,
    testing::two_commodities;

bool said(const std::vector<Caveat>& caveats, std::string_view part) {
  return std::ranges::any_of(
      caveats, [&](const Caveat& one) { return one.text.find(part) != std::string::npos; });
}

struct Told {
  Reckoned reckoned{{future("ZZ", december, 1)}};
  MarketSnapshot market = {};
  std::vector<Caveat> all() {
    const Prices prices{reckoned.held, market, *reckoned.places};
    return caveats_of(reckoned.held, reckoned.book, *reckoned.places, prices, reckoned.policies);
  }
};

TEST(Caveats, AlwaysNameThePolicy) {
  const auto all = Told{}.all();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(said(all, "SYN is read by the policy \"test\""));
}

TEST(Caveats, SayAnotherDay) {
  Told told;
  told.reckoned.held.as_of = Date{2025y / September / 15};
  EXPECT_TRUE(said(told.all(), "of 2025-09-12, the account is of 2025-09-15"));
}

TEST(Caveats, SayThatAGrossAccountHasNoSpreads) {
  Told told;
  told.reckoned.held.bond.gross = true;
  EXPECT_TRUE(said(told.all(), "every position is margined alone"));
}

TEST(Caveats, SayThatTheMarketMoved) {
  Told told;
  told.market.quotes[InstrumentId{"ZZ202512"}].price = 1_d;
  EXPECT_TRUE(said(told.all(), "prices of the market stand in"));
}

TEST(Caveats, SayWhereAGainIsUnknown) {
  FileBuilder builder = two_commodities();
  for (clearing::Contract& contract : builder.file.contracts) contract.price.reset();
  Told told{.reckoned = Reckoned{{future("ZZ", december, 1)}, builder}};
  EXPECT_FALSE(said(told.all(), "what it has gained is unknown"));
  told.reckoned.held.positions[0].average_cost = 3'500_usd_each;
  EXPECT_TRUE(said(told.all(), "what it has gained is unknown"));
  told.reckoned.held.cash.reset();
  EXPECT_FALSE(said(told.all(), "what it has gained is unknown")) << "there is no equity";
}

TEST(Caveats, AreSaidOnceInOrder) {
  std::vector<Caveat> caveats{{"b"}, {"a"}, {"b"}, {"a"}, {"c"}};
  drop_repeated(caveats);
  EXPECT_EQ(caveats, (std::vector<Caveat>{{"b"}, {"a"}, {"c"}}));
}

}  // namespace
}  // namespace plimsoll::span
