#include "market/stale.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

constexpr Date friday = 2026y / November / 20;

TEST(Stale, ADayOrATime) {
  for (const char* text :
       {"2026-11-20", "2026-11-20T00:00:00Z", "2026-11-20T21:00:00Z", "2026-11-20T23:59:60.5Z"})
    EXPECT_EQ(day_of(text), friday) << text;
}

TEST(Stale, NeitherOfThem) {
  for (const char* text :
       {"", "tomorrow", "2026-11-31", "2026-11-20 21:00", "2026-11-20T21:00:00", "2026-11-20T",
        "2026-11-20T21:00Z", "2026-11-20T24:00:00Z", "2026-11-20T21:60:00Z",
        "2026-11-20T21:00:00.Z", "2026-11-20T21:00:00.xZ", "2026-11-20T21:00:00+01:00", "15 min"})
    EXPECT_EQ(day_of(text), std::nullopt) << text;
}

TEST(Stale, QuotesOfTheAccountThatEndedBeforeItsDay) {
  Account account;
  account.as_of = friday;
  MarketSnapshot market;
  for (const char* symbol : {"A", "B", "C", "D"}) {
    account.catalog.emplace(InstrumentId{symbol}, Stock{.id = InstrumentId{symbol}});
    market.quotes[InstrumentId{symbol}].price = 1_d;
  }
  market.quotes[InstrumentId{"D"}].stale_after = "2026-11-18T21:00:00Z";
  market.quotes[InstrumentId{"B"}].stale_after = "2026-11-19";
  market.quotes[InstrumentId{"C"}].stale_after = "2026-11-20T00:00:00Z";
  market.quotes[InstrumentId{"NOT HELD"}].stale_after = "2020-01-01";
  EXPECT_EQ(stale_quotes(market, account),
            (std::vector<StaleQuote>{{InstrumentId{"B"}, 2026y / November / 19},
                                     {InstrumentId{"D"}, 2026y / November / 18}}));
}

}  // namespace
}  // namespace plimsoll
