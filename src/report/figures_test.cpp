#include "report/figures.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

Money dollars(const char* text) { return {parse_decimal(text).value(), usd}; }

TEST(Figures, RoundAgainstTheHeadroom) {
  struct Line {
    const char *exact, *requirement, *equity, *excess;
  };
  const Line lines[] = {
      {"0", "0.00", "0.00", "0.00"},
      {"57525", "57,525.00", "57,525.00", "57,525.00"},
      {"57525.001", "57,525.01", "57,525.00", "57,525.00"},
      {"57525.009999999", "57,525.01", "57,525.00", "57,525.00"},
      {"-0.001", "-0.01", "0.00", "-0.01"},
      {"-1234567.891", "-1,234,567.90", "-1,234,567.89", "-1,234,567.90"},
      {"999.99", "999.99", "999.99", "999.99"},
      {"999.991", "1,000.00", "999.99", "999.99"},
      {"1000000", "1,000,000.00", "1,000,000.00", "1,000,000.00"},
  };
  for (const Line& line : lines) {
    EXPECT_EQ(requirement_text(dollars(line.exact)), line.requirement) << line.exact;
    EXPECT_EQ(equity_text(dollars(line.exact)), line.equity) << line.exact;
    EXPECT_EQ(excess_text(dollars(line.exact)), line.excess) << line.exact;
  }
}

TEST(Figures, MultipleIsCutNeverRoundedUpAcrossALine) {
  struct Line {
    const char *equity, *requirement, *shown;
  };
  const Line lines[] = {
      {"180100", "57525", "3.13x"},     {"1000", "1000", "1.00x"},
      {"999.99", "1000", "0.99x"},      {"999999.99", "1000000", "0.99x"},
      {"1000.01", "1000", "1.00x"},     {"-500", "1000", "-0.50x"},
      {"0", "1000", "0.00x"},           {"1749.99", "1000", "1.74x"},
      {"5000000", "1000", "5,000.00x"}, {"100", "0", "no requirement"},
      {"-100", "0", "no requirement"},  {"100", "-5", "no requirement"},
  };
  for (const Line& line : lines)
    EXPECT_EQ(multiple_text(dollars(line.equity), dollars(line.requirement)), line.shown)
        << line.equity << " / " << line.requirement;
  EXPECT_EQ(multiple_text(std::nullopt, dollars("1")), std::nullopt);
}

TEST(Figures, Quantities) {
  EXPECT_EQ(quantity_text(Quantity::of(std::int64_t{1000})), "1,000");
  EXPECT_EQ(quantity_text(Quantity::of(std::int64_t{-10})), "-10");
  EXPECT_EQ(quantity_text(parse_quantity("1234.5").value()), "1,234.5");
  EXPECT_EQ(quantity_text(parse_quantity("0.123456789").value()), "0.123456789");
}

}  // namespace
}  // namespace plimsoll::report
