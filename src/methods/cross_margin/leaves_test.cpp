#include "methods/cross_margin/leaves.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::bank, testing::number;

TEST(Leaves, NumbersComeBackAsTheyWereWritten) {
  for (const char* text : {"0.00", "0.80", "149.65", "0.0000182", "0.000000000001",
                           "999999999999.00", "1000000000.123456789012"})
    EXPECT_EQ(number_text(number(text)), text);
  EXPECT_EQ(number_text(number("0.0000000000004")), "0.00");  // nearest of twelve places
  EXPECT_EQ(number_text(Fixed48::of(1'000'000'000'000)), "1000000000000.00");
}

TEST(Leaves, AmountsAreCut) {
  EXPECT_EQ(amount_leaf("a", number("0.1")).text, "0.099999999");
  EXPECT_EQ(amount_leaf("a", Fixed48::of(-3)).text, "-3.00");
  EXPECT_EQ(flag_leaf("f", true).text, "true");
  EXPECT_TRUE(flag_leaf("f", false).number);
}

TEST(Leaves, ByBankWithReasonsBesideThem) {
  const Bank sol = bank("SOL", 9, "1"), usdc = bank("USDC", 6, "1"), bonk = bank("BONK", 5, "1");
  Detail detail;
  add_tokens(detail, "max_borrow",
             {{&sol, Fixed48::of(1'500'000'001)}, {&usdc, Fixed48{}, "why"}, {&bonk}});
  ASSERT_EQ(detail.children.size(), 2u);
  EXPECT_EQ(detail.children[0].name, "max_borrow");
  ASSERT_EQ(detail.children[0].children.size(), 2u);
  EXPECT_EQ(detail.children[0].children[0].text, "1.500000001");
  EXPECT_EQ(detail.children[0].children[1].text, "0");
  EXPECT_EQ(detail.children[1].name, "max_borrow_refused");
  EXPECT_EQ(detail.children[1].children.at(0).name, "USDC");
  EXPECT_EQ(detail.children[1].children.at(0).text, "why");
}

TEST(Leaves, OfNothingThereIsNothing) {
  const Bank sol = bank("SOL", 9, "1");
  Detail detail;
  add_prices(detail, "liquidation_prices", {{&sol}});
  EXPECT_TRUE(detail.children.empty());
  add_prices(detail, "liquidation_prices", {{&sol, number("75.5")}});
  EXPECT_EQ(detail.children.at(0).children.at(0).text, "75.50");
}

}  // namespace
}  // namespace plimsoll::cross_margin
