#include "base/fixed_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string>
#include <unordered_set>

namespace plimsoll {
namespace {

using Symbol = FixedText<32>;

TEST(FixedText, HoldsWhatFits) {
  EXPECT_EQ(Symbol{"AAPL"}.view(), "AAPL");
  EXPECT_EQ(Symbol{"AAPL  270115C00250000"}.view(), "AAPL  270115C00250000");
  EXPECT_TRUE(Symbol{}.empty());
  EXPECT_TRUE(Symbol{""}.empty());
  EXPECT_FALSE(Symbol{"A"}.empty());
  const std::string whole(32, 'x');
  EXPECT_TRUE(Symbol::fits(whole));
  EXPECT_FALSE(Symbol::fits(whole + "x"));
  EXPECT_EQ(Symbol{whole}.view(), whole);
  EXPECT_EQ(sizeof(Symbol), 32u);
}

TEST(FixedText, OrdersLikeText) {
  const std::set<Symbol> symbols{Symbol{"B"}, Symbol{"A"}, Symbol{"AB"}, Symbol{"A B"}, Symbol{}};
  std::string order;
  for (const Symbol& symbol : symbols) order.append(symbol.view()).append("|");
  EXPECT_EQ(order, "|A|A B|AB|B|");
  EXPECT_EQ(Symbol{"AAPL"}, Symbol{"AAPL"});
  EXPECT_NE(Symbol{"AAPL"}, Symbol{"AAPL "});
}

TEST(FixedText, HashesSpreadSimilarSymbols) {
  std::unordered_set<std::size_t> hashes;
  for (int strike = 0; strike < 100'000; ++strike) {
    std::string symbol = "AAPL  270115C00000000";
    const std::string digits = std::to_string(strike);
    symbol.replace(symbol.size() - digits.size(), digits.size(), digits);
    hashes.insert(Symbol{symbol}.hash());
  }
  EXPECT_EQ(hashes.size(), 100'000u);
}

RC_GTEST_PROP(FixedTextProperty, ComparesAsTheTextsDo, ()) {
  const auto letters = rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
  const std::string a = (*letters).substr(0, 32);
  const std::string b = (*letters).substr(0, 32);
  RC_ASSERT((Symbol{a} < Symbol{b}) == (a < b));
  RC_ASSERT((Symbol{a} == Symbol{b}) == (a == b));
  RC_ASSERT(a != b || Symbol{a}.hash() == Symbol{b}.hash());
  RC_ASSERT(Symbol{a}.view() == a);
}

}  // namespace
}  // namespace plimsoll
