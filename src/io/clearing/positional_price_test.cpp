#include "io/clearing/positional_price.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

struct Case {
  std::int64_t digits;
  int places;
  char alignment;
  const char* price;  // empty: none
};

TEST(PositionalPrices, AreReadByTheirForm) {
  const std::vector<Case> table{{360000, 2, ' ', "3600"},
                                {139100, 3, ' ', "139.1"},
                                {1500, 0, ' ', "1500"},
                                {15, -2, ' ', "1500"},
                                {67123, 7, ' ', "0.0067123"},
                                {12345678901234, 9, ' ', "12345.678901234"},
                                {117130, 3, 'C', "117.40625"},
                                {106161, 3, 'C', "106.50390625"},
                                {106165, 3, 'C', "106.515625"},
                                {106167, 3, 'C', "106.5234375"},
                                {10616, 2, 'C', "106.5"},
                                {106320, 3, 'C', ""},
                                {106164, 3, 'C', ""},
                                {3540, 3, 'K', "3.84375"},
                                {3635, 3, 'K', "3.9921875"},
                                {3640, 3, 'K', ""},
                                {4472, 3, '0', "4.4725"},
                                {4475, 3, '0', "4.475"},
                                {4477, 3, '0', "4.4775"},
                                {4470, 3, '0', "4.47"},
                                {4471, 3, '0', "4.47125"},
                                {4473, 3, '0', "4.47375"},
                                {4476, 3, '0', "4.47625"},
                                {4478, 3, '0', "4.47875"},
                                {4474, 3, '0', ""},
                                {4479, 3, '0', ""},
                                {1122, 1, '0', "112.25"},
                                {1127, 1, '0', "112.75"},
                                {1125, 1, '0', "112.5"},
                                {1125, 0, '0', "1125"},
                                {112, 0, 'C', "112"},
                                {12345678901234, 0, ' ', ""},
                                {99999999999998, 0, 'C', ""},
                                {0, 2, ' ', "0"}};
  for (const Case& row : table) {
    const auto price = price_of(row.digits, {row.places, row.alignment});
    EXPECT_EQ(price ? plimsoll::to_text(*price, 0) : "", row.price)
        << row.digits << " " << row.places << row.alignment;
  }
}

TEST(PositionalPrices, FormsThatAreNotReadable) {
  EXPECT_TRUE(is_readable({3, 'C'}));
  EXPECT_TRUE(is_readable({0, 'K'}));
  EXPECT_TRUE(is_readable({1, '0'}));
  EXPECT_FALSE(is_readable({1, 'C'}));
  EXPECT_FALSE(is_readable({4, 'K'}));
  EXPECT_FALSE(is_readable({2, 'Q'}));
}

TEST(PositionalPrices, FormsInWords) {
  EXPECT_EQ(in_words(PriceForm{3, 'C'}), "3 decimals in 32nds");
  EXPECT_EQ(in_words(PriceForm{3, 'K'}), "3 decimals in 64ths");
  EXPECT_EQ(in_words(PriceForm{1, '0'}), "1 decimals in eighths");
  EXPECT_EQ(in_words(PriceForm{2, ' '}), "2 decimals");
}

}  // namespace
}  // namespace plimsoll::io
