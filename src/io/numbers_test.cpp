#include "io/numbers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

std::string amount(std::string_view cell) {
  const auto value = amount_in(cell);
  if (!value) return "refused";
  return *value ? to_text(**value, 0) : "none";
}

TEST(Numbers, ReadsWhatBrokersPrint) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"1234.56", "1234.56"},
      {"$1,234.56", "1234.56"},
      {"+$1,234.56", "1234.56"},
      {"-$12.00", "-12"},
      {"$-12.00", "-12"},
      {"($12.00)", "-12"},
      {"$(7,822.71)", "-7822.71"},
      {"(7822.71)", "-7822.71"},
      {" 5 ", "5"},
      {".5", "0.5"},
      {"1,234,567", "1234567"},
      {"\xE2\x88\x92"
       "3",
       "-3"},
      {"1e3", "1000"},
      {"0.00", "0"},
      {"", "none"},
      {"--", "none"},
      {"-", "none"},
      {"n/a", "none"},
      {"N/A", "none"},
      {"NA", "none"},
      {"  ", "none"},
      {"1,5", "refused"},
      {"1,23,456", "refused"},
      {"1234,567", "refused"},
      {",123", "refused"},
      {"12.5%", "refused"},
      {"nan", "refused"},
      {"inf", "refused"},
      {"1e308", "refused"},
      {"--5", "refused"},
      {"-(5)", "refused"},
      {"(5", "refused"},
      {"$", "refused"},
      {"1.0000000001", "refused"},
      {"1 000", "refused"},
      {"0x10", "refused"},
      {"$ABC", "refused"},
      {"1.234,5", "refused"},
      {"99999999999999999999999", "refused"},
  };
  for (const auto& [cell, expected] : table) EXPECT_EQ(amount(cell), expected) << cell;
}

TEST(Numbers, QuantitiesKeepEighteenPlaces) {
  const auto units = quantity_in("1,000.000000000000000001");
  ASSERT_TRUE(units && *units);
  EXPECT_EQ(to_text(**units), "1000.000000000000000001");
  EXPECT_FALSE(quantity_in("0.0000000000000000001"));
}

TEST(Numbers, QuotientsAreRounded) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"0.0067114093959731543624", "0.006711409"},
      {"180.1000000005", "180.1"},
      {"180.1000000015", "180.100000002"},
      {"-2.3333333333333333333333", "-2.333333333"},
      {"1.0845", "1.0845"}};
  for (const auto& [cell, expected] : table) {
    const auto value = quotient_in(cell);
    ASSERT_TRUE(value && *value) << cell;
    EXPECT_EQ(to_text(**value, 0), expected) << cell;
  }
  EXPECT_FALSE(quotient_in("x"));
  EXPECT_FALSE(quotient_in("1e-400"));
}

}  // namespace
}  // namespace plimsoll::io
