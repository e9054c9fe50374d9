#include "report/token_figures.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

TEST(TokenFigures, TheDigitsThatMatter) {
  struct Row {
    const char *number, *down, *up, *price;
  };
  for (const Row& row : {
           Row{"0", "0", "0", "0.00"},
           Row{"120", "120", "120", "120.00"},
           Row{"2500000", "2,500,000", "2,500,000", "2,500,000.00"},
           Row{"75.9438809601", "75.94388", "75.943881", "75.9438"},
           Row{"1.0002", "1.0002", "1.0002", "1.0002"},
           Row{"186.1", "186.1", "186.1", "186.10"},
           Row{"0.1234567891", "0.123456", "0.123457", "0.1234"},
           Row{"0.000018234567", "0.0000182345", "0.0000182346", "0.00001823"},
           Row{"0.000000000000000001", "0.000000000000000001", "0.000000000000000001",
               "0.000000000000000001"},
           Row{"-9000.1234567", "-9,000.123456", "-9,000.123457", "-9,000.1234"},
           Row{"", "", "", ""},
           Row{"none", "none", "none", "none"},
       }) {
    EXPECT_EQ(tokens_text(row.number, Round::toward_zero), row.down);
    EXPECT_EQ(tokens_text(row.number, Round::away_from_zero), row.up);
    EXPECT_EQ(token_price_text(row.number, Round::toward_zero), row.price);
  }
}

TEST(TokenFigures, PerCent) {
  EXPECT_EQ(percent_text("0.615664032138", Round::half_even), "61.57%");
  EXPECT_EQ(percent_text("0.88", Round::half_even), "88%");
  EXPECT_EQ(percent_text("0.353379443371", Round::away_from_zero), "35.34%");
  EXPECT_EQ(percent_text("-0.00001", Round::away_from_zero), "-0.01%");
  EXPECT_EQ(percent_text("12.5", Round::toward_zero), "1,250%");
  EXPECT_EQ(percent_text("", Round::toward_zero), "");
}

}  // namespace
}  // namespace plimsoll::report
