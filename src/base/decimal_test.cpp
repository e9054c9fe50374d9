#include "base/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace plimsoll {
namespace {

constexpr std::int64_t second = Decimal::scale;  // one, in billionths

TEST(Decimal, ReadsNumbersToTheLastPlace) {
  struct Row {
    const char* text;
    const char* written;
  };
  const std::vector<Row> rows{
      {"0", "0"},
      {"-0", "0"},
      {"12", "12"},
      {"+12", "12"},
      {"-7.5", "-7.5"},
      {".125", "0.125"},
      {"5.", "5"},
      {"007", "7"},
      {"1e-3", "0.001"},
      {"1E3", "1000"},
      {"2.5e+2", "250"},
      {"0.000000001", "0.000000001"},
      {"-0.000000001", "-0.000000001"},
      {"1.10000000000000000000", "1.1"},  // zeros past the last place say nothing
      {"99999999999999999999.999999999", "99999999999999999999.999999999"},
      {"-99999999999999999999.999999999", "-99999999999999999999.999999999"},
      {"0e999", "0"},
      {"000000000000000000000000000000000000001", "1"},
  };
  for (const Row& row : rows) {
    const auto number = parse_decimal(row.text);
    ASSERT_TRUE(number.has_value()) << row.text << ": " << number.error().what;
    EXPECT_EQ(to_text(*number, 0), row.written) << row.text;
  }
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text :
       {"",       "-",        "+",    ".",        "-.", "1.2.3", "nan",   "NaN",   "inf",
        "-inf",   "Infinity", "0x10", " 1",       "1 ", "1 000", "1,000", "1'000", "--1",
        "+-1",    "1-",       "e5",   ".e5",      "1e", "1e+",   "1e-",   "1e1.5", "1e1e1",
        "1e9999", "\t1",      "1\n",  "\xd9\xa1", "$1", "1%",    "(1)"}) {
    const auto number = parse_decimal(text);
    ASSERT_FALSE(number.has_value()) << "\"" << text << "\"";
    EXPECT_EQ(number.error().reason, Reason::bad_input);
    EXPECT_NE(number.error().what.find("is not a number"), std::string::npos)
        << number.error().what;
  }
}

TEST(Decimal, RefusesWhatDoesNotFit) {
  for (const char* text :
       {"1e308", "1e20", "100000000000000000000", "123456789012345678901234567890",
        "-123456789012345678901234567890", "1e999"}) {
    const auto number = parse_decimal(text);
    ASSERT_FALSE(number.has_value()) << text;
    EXPECT_NE(number.error().what.find("too large"), std::string::npos) << number.error().what;
  }
  for (const char* text : {"0.0000000001", "1.2345678901", "1e-10", "-5e-999", "0.1234567891"}) {
    const auto number = parse_decimal(text);
    ASSERT_FALSE(number.has_value()) << text;
    EXPECT_NE(number.error().what.find("more than 9 decimal places"), std::string::npos)
        << number.error().what;
  }
}

TEST(Decimal, RefusesTenMegabytesWithAShortMessage) {
  for (const std::string& text : {std::string(10'000'000, '9'), std::string(10'000'000, 'x'),
                                  "0." + std::string(10'000'000, '1')}) {
    const auto number = parse_decimal(text);
    ASSERT_FALSE(number.has_value());
    EXPECT_LT(number.error().what.size(), 200u);
  }
}

TEST(Decimal, ScaledNumbersHaveTheirOwnPlaces) {
  EXPECT_TRUE(parse_scaled("1.5", 18) == Int128{15} * 100'000'000'000'000'000);
  EXPECT_TRUE(parse_scaled("0.000000000000000001", 18) == Int128{1});
  EXPECT_FALSE(parse_scaled("0.0000000000000000001", 18).has_value());
  EXPECT_EQ(scaled_to_text(parse_scaled("99999999999999999999", 18).value(), 18, 0),
            "99999999999999999999");
  EXPECT_TRUE(parse_scaled("12", 0) == Int128{12});
  EXPECT_FALSE(parse_scaled("12.5", 0).has_value());
}

TEST(Decimal, WritesAtLeastTheAskedPlaces) {
  struct Row {
    Decimal value;
    int places_min;
    const char* text;
  };
  const std::vector<Row> rows{
      {7370.25_d, 2, "7370.25"},
      {4110_d, 2, "4110.00"},
      {0.005_d, 2, "0.005"},
      {0_d, 2, "0.00"},
      {0_d, 0, "0"},
      {-(0.5_d), 2, "-0.50"},
      {-(1200_d), 0, "-1200"},
      {0.1_d, 9, "0.100000000"},
  };
  for (const Row& row : rows) EXPECT_EQ(to_text(row.value, row.places_min), row.text);
}

TEST(Decimal, RoundsAsToldInAllThreeWays) {
  struct Row {
    const char* value;
    const char* toward_zero;
    const char* away_from_zero;
    const char* half_even;
  };
  const std::vector<Row> rows{
      {"1.000", "1.00", "1.00", "1.00"},     {"1.001", "1.00", "1.01", "1.00"},
      {"1.005", "1.00", "1.01", "1.00"},     {"1.0050001", "1.00", "1.01", "1.01"},
      {"1.015", "1.01", "1.02", "1.02"},     {"1.009", "1.00", "1.01", "1.01"},
      {"-1.001", "-1.00", "-1.01", "-1.00"}, {"-1.005", "-1.00", "-1.01", "-1.00"},
      {"-1.015", "-1.01", "-1.02", "-1.02"}, {"0.994999999", "0.99", "1.00", "0.99"},
      {"0.995", "0.99", "1.00", "1.00"},     {"0", "0.00", "0.00", "0.00"},
  };
  for (const Row& row : rows) {
    const Decimal value = parse_decimal(row.value).value();
    EXPECT_EQ(to_text_rounded(value, 2, Round::toward_zero), row.toward_zero) << row.value;
    EXPECT_EQ(to_text_rounded(value, 2, Round::away_from_zero), row.away_from_zero) << row.value;
    EXPECT_EQ(to_text_rounded(value, 2, Round::half_even), row.half_even) << row.value;
  }
}

TEST(Decimal, MultipliesAndDividesToTheLastPlace) {
  const Decimal nano = Decimal::from_nano(1);
  EXPECT_EQ(multiply(0.1_d, 0.1_d, Round::toward_zero), 0.01_d);
  EXPECT_EQ(multiply(nano, 0.5_d, Round::toward_zero), 0_d);
  EXPECT_EQ(multiply(nano, 0.5_d, Round::away_from_zero), nano);
  EXPECT_EQ(multiply(nano, 0.5_d, Round::half_even), 0_d);
  EXPECT_EQ(multiply(nano, 1.5_d, Round::half_even), Decimal::from_nano(2));
  EXPECT_EQ(multiply(-nano, 0.5_d, Round::away_from_zero), -nano);
  EXPECT_EQ(divide(1_d, 3_d, Round::toward_zero), 0.333333333_d);
  EXPECT_EQ(divide(1_d, 3_d, Round::away_from_zero), 0.333333334_d);
  EXPECT_EQ(divide(2_d, -(3_d), Round::half_even), -(0.666666667_d));
  EXPECT_EQ(divide(-(2_d), -(3_d), Round::toward_zero), 0.666666666_d);
  EXPECT_EQ(divide(100_d, 8_d, Round::half_even), 12.5_d);
}

TEST(Decimal, ArithmeticAndOrder) {
  EXPECT_EQ(0.1_d + 0.2_d, 0.3_d);
  EXPECT_EQ(1_d - 3_d, -(2_d));
  Decimal sum = 1_d;
  sum += 2.5_d;
  sum -= 0.5_d;
  EXPECT_EQ(sum, 3_d);
  EXPECT_LT(-(2_d), 1_d);
  EXPECT_EQ(abs(-(2.5_d)), 2.5_d);
  EXPECT_TRUE((-(1_d)).is_negative());
  EXPECT_FALSE((0_d).is_negative());
  EXPECT_TRUE((0_d).is_zero());
  EXPECT_EQ(9'500.25_d, Decimal::from_nano(Int128{950025} * second / 100));
  EXPECT_DOUBLE_EQ(to_double(12.5_d), 12.5);
  EXPECT_DOUBLE_EQ(to_double(-(0.001_d)), -0.001);
}

TEST(DecimalDeathTest, OverflowStopsTheProgram) {
  const Decimal most = Decimal::from_nano(static_cast<Int128>((UInt128{1} << 127) - 1));
  EXPECT_DEATH(static_cast<void>(most + Decimal::from_nano(1)), "broken invariant");
  EXPECT_DEATH(static_cast<void>(-most - Decimal::from_nano(2)), "broken invariant");
  EXPECT_DEATH(static_cast<void>(multiply(most, 2_d, Round::toward_zero)), "broken invariant");
  EXPECT_DEATH(static_cast<void>(divide(1_d, 0_d, Round::toward_zero)), "broken invariant");
}

/// Any value a file can bring.
rc::Gen<Decimal> decimals() {
  return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<std::int64_t>(),
                                    rc::gen::inRange<std::int64_t>(1, 1'000'000'000)),
                      [](const std::pair<std::int64_t, std::int64_t>& parts) {
                        return Decimal::from_nano(Int128{parts.first} * parts.second);
                      });
}

RC_GTEST_PROP(DecimalProperty, TextReadsBackToTheSameNumber, ()) {
  const Decimal value = *decimals();
  const int places = *rc::gen::inRange(0, 10);
  RC_ASSERT(parse_decimal(to_text(value, places)).value() == value);
}

RC_GTEST_PROP(DecimalProperty, RoundingBracketsTheExactProduct, ()) {
  const Decimal a = Decimal::from_nano(*rc::gen::arbitrary<std::int64_t>());
  const Decimal b = Decimal::from_nano(*rc::gen::arbitrary<std::int64_t>());
  const Int128 exact = a.nano() * b.nano();
  const Int128 down = multiply(a, b, Round::toward_zero).nano() * second;
  const Int128 up = multiply(a, b, Round::away_from_zero).nano() * second;
  const Int128 even = multiply(a, b, Round::half_even).nano() * second;
  const auto size = [](Int128 value) { return value < 0 ? -value : value; };
  RC_ASSERT(size(down) <= size(exact));
  RC_ASSERT(size(exact) - size(down) < second);
  RC_ASSERT(size(up) >= size(exact));
  RC_ASSERT(size(up) - size(exact) < second);
  RC_ASSERT(size(even - exact) * 2 <= second);
  RC_ASSERT(even == down || even == up);
}

TEST(Decimal, OfWhatAModelGave) {
  EXPECT_EQ(decimal_of(0.1), 0.1_d);
  EXPECT_EQ(decimal_of(-2.5), Decimal{} - 2.5_d);
  EXPECT_EQ(decimal_of(1.0000000005), 1_d) << "half to even";
  EXPECT_DEATH(decimal_of(1e21), "");
}

}  // namespace
}  // namespace plimsoll
