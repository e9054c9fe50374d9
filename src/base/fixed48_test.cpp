#include "base/fixed48.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace plimsoll {
namespace {

Fixed48 fixed(const char* text) { return parse_fixed48(text).value(); }

TEST(Fixed48, ReadsTextCutToItsBits) {
  EXPECT_EQ(to_text(fixed("0.5")), "0.5");
  EXPECT_EQ(to_text(fixed("-12.25")), "-12.25");
  EXPECT_EQ(to_text(fixed("0.1")), "0.099999999999997868371792719699442386627197265625");
  EXPECT_EQ(fixed("0.1").bits(), (Int128{1} << 48) / 10);
  EXPECT_EQ(fixed("-0.1").bits(), -((Int128{1} << 48) / 10));
  EXPECT_EQ(to_text(fixed("0")), "0");
  EXPECT_FALSE(parse_fixed48("x"));
  EXPECT_FALSE(parse_fixed48("0.1234567890123456789"));  // a nineteenth place is not cut
}

TEST(Fixed48, ProductsAreCutTowardZero) {
  const Fixed48 least = Fixed48::from_bits(1);
  EXPECT_EQ(times(least, fixed("0.5")), Fixed48{});
  EXPECT_EQ(times(-least, fixed("0.5")), Fixed48{});
  EXPECT_EQ(times(fixed("1.5"), fixed("-2.5")), fixed("-3.75"));
  EXPECT_EQ(times(Fixed48::of(std::int64_t{1} << 40), Fixed48::of(std::int64_t{1} << 38)),
            Fixed48::from_bits(Int128{1} << (78 + 48)));
  EXPECT_EQ(times(Fixed48::of(std::int64_t{1} << 40), Fixed48::of(std::int64_t{1} << 39)),
            std::nullopt);
}

TEST(Fixed48, QuotientsAreCutTowardZero) {
  EXPECT_EQ(over(Fixed48::of(1), Fixed48::of(3))->bits(), (Int128{1} << 48) / 3);
  EXPECT_EQ(over(Fixed48::of(-1), Fixed48::of(3))->bits(), -((Int128{1} << 48) / 3));
  EXPECT_EQ(over(fixed("3.75"), fixed("-2.5")), fixed("-1.5"));
  EXPECT_EQ(over(Fixed48::of(1), fixed("0.1"))->bits(),
            static_cast<Int128>((UInt128{1} << 96) / static_cast<UInt128>(fixed("0.1").bits())));
  EXPECT_EQ(over(Fixed48::of(1), Fixed48{}), std::nullopt);
  EXPECT_EQ(over(Fixed48::from_bits(Int128{1} << 126), fixed("0.001")), std::nullopt);
}

TEST(Fixed48, WholeDivisorsGiveTheSameAsAnyOther) {
  const Fixed48 top = fixed("123456789.987654321");
  const Fixed48 million = Fixed48::of(1'000'000);
  const Fixed48 nearly = Fixed48::from_bits(million.bits() + 1);
  EXPECT_EQ(over(top, million)->bits(), top.bits() / 1'000'000);
  EXPECT_LE(over(top, nearly)->bits(), over(top, million)->bits());
}

TEST(Fixed48, SumsThatDoNotFitAreNone) {
  const Fixed48 most = Fixed48::from_bits(static_cast<Int128>(~UInt128{0} >> 1));
  EXPECT_EQ(plus(most, Fixed48::from_bits(1)), std::nullopt);
  EXPECT_EQ(minus(-most, Fixed48::from_bits(2)), std::nullopt);
  EXPECT_EQ(plus(fixed("1.5"), fixed("-2")), fixed("-0.5"));
}

TEST(Fixed48, UnitsOfEighteenDecimalsAreExact) {
  EXPECT_EQ(scaled_to_fixed48(15, 1), fixed("1.5"));
  EXPECT_EQ(scaled_to_fixed48(Int128{1} << 79, 0), std::nullopt);
  EXPECT_EQ(scaled_to_fixed48((Int128{1} << 79) - 1, 0)->bits(), ((Int128{1} << 79) - 1) << 48);
  EXPECT_EQ(to_decimal(fixed("-1.25")), -(1.25_d));
  EXPECT_EQ(to_decimal(fixed("0.1")), 0.099999999_d);
  EXPECT_EQ(to_double(fixed("-0.25")), -0.25);
}

/// Of so many bits at most, the highest of them set.
UInt128 some_bits(int most) {
  const auto word = [] { return *rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()); };
  const UInt128 all = (UInt128{1} << 127) | (static_cast<UInt128>(word()) << 64) | word();
  return all >> (128 - *rc::gen::inRange(1, most + 1));
}

RC_GTEST_PROP(Fixed48Property, QuotientsAreThoseOfLongDivision, ()) {
  const UInt128 top = some_bits(127), bottom = some_bits(127);
  UInt128 quotient = top / bottom, rest = top % bottom;
  const bool fits = quotient >> 79 == 0;
  for (int i = 0; i < Fixed48::fraction_bits; ++i) {
    rest <<= 1;
    quotient = (quotient << 1) | (rest < bottom ? 0 : 1);
    if (!(rest < bottom)) rest -= bottom;
  }
  const auto reached = over(Fixed48::from_bits(static_cast<Int128>(top)),
                            Fixed48::from_bits(static_cast<Int128>(bottom)));
  RC_ASSERT(reached.has_value() == fits);
  if (fits) RC_ASSERT(reached->bits() == static_cast<Int128>(quotient));
}

RC_GTEST_PROP(Fixed48Property, TheProcessorsDivisionIsTheCompilers, ()) {
  const UInt128 top = some_bits(128);
  const auto bottom = static_cast<std::uint64_t>(some_bits(64));
  const auto [quotient, rest] = detail::divided(top, bottom);
  RC_ASSERT(quotient == top / bottom);
  RC_ASSERT(rest == static_cast<std::uint64_t>(top % bottom));
}

}  // namespace
}  // namespace plimsoll
