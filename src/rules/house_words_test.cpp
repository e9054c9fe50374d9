#include "rules/house_words.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(HouseWords, EachNameIsItsOwn) {
  EXPECT_EQ(name_of(HouseScope::account), "account");
  EXPECT_EQ(name_of(HouseMode::block), "block");
  EXPECT_EQ(name_of(HouseOf::market_value), "market_value");
  EXPECT_EQ(name_of(HouseOf::credit), "credit");
  EXPECT_EQ(name_of(HouseWord::strategy), "strategy");
  EXPECT_EQ(name_of(HouseNumber::margin_rate), "margin_rate");
  for (std::size_t i = 0; i < house::numbers.size(); ++i)
    EXPECT_EQ(house::meaning<HouseNumber>(house::numbers, house::numbers[i]),
              static_cast<HouseNumber>(i));
  EXPECT_EQ(house::meaning<HouseMode>(house::modes, "lower"), std::nullopt);
  EXPECT_TRUE(house::words_of(HouseWord::underlying).empty());
  EXPECT_EQ(house::listed(house::words_of(HouseWord::side)), "long, short");
}

}  // namespace
}  // namespace plimsoll
