#include "methods/span/currency_totals.hpp"

#include <gtest/gtest.h>

namespace plimsoll::span {
namespace {

TEST(CurrencyTotals, AreInOrderAndAddUp) {
  CurrencyTotals totals;
  const Currency euro = Currency::of("EUR");
  totals.add({usd, 10_d, 11_d, 3_d, 0_d});
  totals.add({euro, 5_d, 5.5_d, 0_d, 1_d});
  totals.add({usd, -4_d, -4_d, 6_d, 0_d});
  const Detail detail = totals.detail();
  ASSERT_EQ(detail.children.size(), 2u);
  EXPECT_EQ(detail.children[0].children[0].text, "EUR");
  EXPECT_EQ(detail.children[1].children[0].text, "USD");
  EXPECT_EQ(detail.children[1].children[1].text, "6.00");
  EXPECT_EQ(detail.children[1].children[2].text, "7.00");
  EXPECT_EQ(detail.children[1].children[3].text, "9.00");
  EXPECT_EQ(detail.children[0].children[4].text, "1.00");
}

}  // namespace
}  // namespace plimsoll::span
