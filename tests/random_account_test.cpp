#include "tests/random_account.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace plimsoll::testing {
namespace {

TEST(RandomAccount, HasAPriceForEverySymbol) {
  const auto request = request_for({});
  EXPECT_EQ(holdable_symbols().size(), 2u + 3u * 3u * 2u * 7u);
  for (const std::string& symbol : holdable_symbols())
    EXPECT_TRUE(request.market.quotes.contains(InstrumentId{symbol})) << symbol;
  EXPECT_EQ(std::set(holdable_symbols().begin(), holdable_symbols().end()).size(),
            holdable_symbols().size());
}

TEST(RandomAccount, AddsUpOneSymbol) {
  const auto request = request_for({{0, 2}, {5, -1}, {0, 1}, {6, 2}, {6, -2}});
  ASSERT_EQ(request.account.positions.size(), 2u);
  EXPECT_EQ(request.account.positions[0].quantity, Quantity::of(std::int64_t{150}));
  EXPECT_EQ(request.account.positions[1].quantity, Quantity::of(std::int64_t{-1}));
}

TEST(RandomAccount, IsWorthWhatItsPositionsAre) {
  const auto& symbols = holdable_symbols();
  const auto call = std::ranges::find(symbols, "XYZ   261218C00100000");
  ASSERT_NE(call, symbols.end());
  const int place = static_cast<int>(call - symbols.begin());
  ASSERT_TRUE(is_option(place));
  ASSERT_FALSE(is_option(0));
  // 50 shares at 101, and two calls sold at 1 + (250 - 11) / 100.
  EXPECT_EQ(market_value(request_for({{0, 1}, {place, -2}})), 5050_usd - 678_usd);
}

}  // namespace
}  // namespace plimsoll::testing
