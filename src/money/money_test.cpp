#include "money/money.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

constexpr Currency eur{"EUR"};

TEST(Money, ProductsThatMeanSomething) {
  static_assert(20_pct * 9'500_usd == 1'900_usd);
  static_assert(95_usd_each * Quantity::of(100) == 9'500_usd);
  static_assert((100_usd_each - 95_usd_each) * Quantity::of(-100) == -500_usd);
  EXPECT_EQ(37.5_pct * 8_usd, 3_usd);
  EXPECT_EQ(2.5_usd_each * Quantity::of(-10), -25_usd);
}

TEST(Money, RequirementsRoundAwayFromZero) {
  const Money nano{Decimal::from_nano(1), usd};
  EXPECT_EQ(10_pct * nano, nano);
  EXPECT_EQ(10_pct * -nano, -nano);
  EXPECT_EQ(0_pct * nano, zero(usd));
}

TEST(Money, PriceTimesQuantityRoundsHalfToEven) {
  const Quantity half{Quantity::scale / 2};
  EXPECT_EQ((Price{Decimal::from_nano(1), usd} * half), zero(usd));
  EXPECT_EQ((Price{Decimal::from_nano(3), usd} * half), (Money{Decimal::from_nano(2), usd}));
}

TEST(Money, SumsDifferencesAndOrder) {
  EXPECT_EQ(1_usd + 2.5_usd, 3.5_usd);
  EXPECT_EQ(1_usd - 2.5_usd, -(1.5_usd));
  EXPECT_TRUE(1_usd < 2_usd);
  EXPECT_FALSE(2_usd < 2_usd);
}

TEST(MoneyDeathTest, CurrenciesDoNotMix) {
  const Money euro{1_d, eur};
  EXPECT_DEATH(static_cast<void>(1_usd + euro), "currency");
  EXPECT_DEATH(static_cast<void>(1_usd - euro), "currency");
  EXPECT_DEATH(static_cast<void>(1_usd < euro), "currency");
  EXPECT_DEATH(static_cast<void>(1_usd_each - (Price{1_d, eur})), "currency");
}

TEST(Money, Text) {
  EXPECT_EQ(to_text(1'900_usd), "1900.00 USD");
  EXPECT_EQ(to_text(-(0.005_usd)), "-0.005 USD");
  EXPECT_EQ(to_text(Money{3_d, eur}), "3.00 EUR");
  EXPECT_EQ(to_text(20_pct), "20%");
  EXPECT_EQ(to_text(37.5_pct), "37.5%");
  EXPECT_EQ(to_text(0.01_pct), "0.01%");
}

TEST(Quantity, ReadsEighteenPlaces) {
  struct Row {
    const char* text;
    const char* written;
  };
  const std::vector<Row> rows{
      {"100", "100"},
      {"-0.5", "-0.5"},
      {"0.000000000000000001", "0.000000000000000001"},
      {"-10000000000", "-10000000000"},
      {"1e-18", "0.000000000000000001"},
      {"99999999999999999999", "99999999999999999999"},
  };
  for (const Row& row : rows) {
    const auto quantity = parse_quantity(row.text);
    ASSERT_TRUE(quantity.has_value()) << row.text;
    EXPECT_EQ(to_text(*quantity), row.written);
  }
  for (const char* text : {"", "0.0000000000000000001", "1e20", "nan", "1e308", "1,000"})
    EXPECT_FALSE(parse_quantity(text).has_value()) << text;
}

TEST(Quantity, SignWholenessAndUnits) {
  EXPECT_TRUE(Quantity::of(-1).is_negative());
  EXPECT_TRUE(Quantity{}.is_zero());
  EXPECT_TRUE(Quantity::of(-3).is_whole());
  EXPECT_FALSE(Quantity{1}.is_whole());
  EXPECT_FALSE(Quantity::of(0.5_d).is_whole());
  EXPECT_EQ(Quantity::of(2.5_d).units(), 2.5_d);
  EXPECT_EQ(Quantity{999'999'999}.units(), 0_d);  // below a billionth
  EXPECT_EQ(Quantity{-1'999'999'999}.units(), Decimal::from_nano(-1));
  EXPECT_EQ(Quantity::of(2) - Quantity::of(5), Quantity::of(-3));
  EXPECT_EQ(abs(Quantity::of(-3)), Quantity::of(3));
  EXPECT_LT(Quantity::of(-3), Quantity::of(2));
}

TEST(Currency, CodesAreCapitalsAndDigits) {
  for (const char* code : {"USD", "EUR", "USDC", "1INCH", "ABCDEFGH"})
    EXPECT_TRUE(Currency::is_code(code)) << code;
  for (const char* code : {"", "US", "usd", "US$", "ABCDEFGHI", "U D", "ÜSD"})
    EXPECT_FALSE(Currency::is_code(code)) << code;
  EXPECT_EQ(Currency::of("USD"), usd);
  EXPECT_NE(Currency::of("EUR"), usd);
  EXPECT_LT(eur, usd);
  EXPECT_EQ(eur.code(), "EUR");
}

}  // namespace
}  // namespace plimsoll
