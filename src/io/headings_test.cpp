#include "io/headings.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

TEST(Headings, FindColumnsByTheirLetters) {
  CsvReader reader{"Symbol, Qty (Quantity) ,\"Mkt Val (Market Value)\",Price\nA,1,2\n"};
  CsvRow row;
  ASSERT_TRUE(reader.next(row));
  const Headings headings{row};
  EXPECT_EQ(headings.find({"qtyquantity"}), 1u);
  EXPECT_EQ(headings.find({"marketvalue", "mktvalmarketvalue"}), 2u);
  EXPECT_FALSE(headings.find({"quantity"}));
  EXPECT_TRUE(headings.has("symbol"));
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(headings.in(row, {"qtyquantity"}), "1");
  EXPECT_EQ(headings.in(row, {"price"}), "");  // a short row
  EXPECT_EQ(headings.in(row, {"absent"}), "");
}

}  // namespace
}  // namespace plimsoll::io
