#include "io/clearing/positional_row.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

/// From column 3 on.
Row row_of(const std::string& text) { return Row{"XX" + text, 5}; }

constexpr Column whole{.name = "whole", .first = 3, .last = 7, .places = 0};
constexpr Column decimal{.name = "decimal", .first = 3, .last = 7, .places = 4};
constexpr Column power{.name = "power", .first = 8, .last = 9, .places = 0};
constexpr Column power_sign{.name = "power_sign", .first = 10, .last = 10};
constexpr Column month{.name = "month", .first = 3, .last = 8, .places = 0};
constexpr Column day{.name = "day", .first = 9, .last = 10};
constexpr Column date{.name = "date", .first = 3, .last = 10, .places = 0};

std::string wrong(const Row& row) {
  if (row.is_sound()) return "";
  const Error error = row.error("cme.pa2");
  return error.where + " " + error.what;
}

TEST(PositionalRows, DigitsOfEveryWidth) {
  for (std::uint8_t width = 1; width <= 18; ++width) {
    const Column column{.name = "n", .first = 3, .last = static_cast<std::uint8_t>(2 + width)};
    Row row = row_of(std::string(width, '7') + "X");
    const auto number = row.digits(column);
    ASSERT_TRUE(number.has_value()) << +width;
    EXPECT_EQ(std::to_string(*number), std::string(width, '7'));
    for (int at = 0; at < width; ++at)
      for (const char c : {'x', '/', ':', ' ', '\x7f', '-'}) {
        if (width == 1 && c == ' ') continue;
        std::string text(width, '1');
        text[static_cast<std::size_t>(at)] = c;
        Row broken = row_of(text);
        EXPECT_EQ(broken.digits(column), std::nullopt) << text;
        EXPECT_FALSE(broken.is_sound()) << text;
      }
  }
}

TEST(PositionalRows, BlankIsAbsent) {
  Row row = row_of("");
  EXPECT_EQ(row.digits(whole), std::nullopt);
  EXPECT_EQ(row.number(decimal), std::nullopt);
  EXPECT_EQ(row.real(decimal), std::nullopt);
  EXPECT_EQ(row.date(date), std::nullopt);
  EXPECT_TRUE(row.month(month, day).empty());
  EXPECT_EQ(row.sign(power_sign), 1);
  EXPECT_EQ(row.signed_text(whole), std::nullopt);
  EXPECT_TRUE(row.is_sound());
  EXPECT_EQ(row.digits_needed(whole), 0);
  EXPECT_EQ(wrong(row), "cme.pa2:5:3-7 whole is blank; write its digits");
}

TEST(PositionalRows, ALongerRowLeavesNothingBehind) {
  Row row{"XX1234567890", 1};
  row.load("XX12345", 2);
  EXPECT_EQ(row.digits(whole), 12345);
  EXPECT_EQ(row.digits(power), std::nullopt);
  EXPECT_EQ(row.line(), "XX12345");
  EXPECT_EQ(row.number(), 2u);
}

TEST(PositionalRows, ImpliedDecimalsAndExponents) {
  EXPECT_EQ(row_of("12345").number(decimal), 1.2345_d);
  EXPECT_EQ(row_of("1234502 ").number(decimal, power, power_sign), 123.45_d);
  EXPECT_EQ(row_of("1234503-").number(decimal, power, power_sign), 0.0012345_d);
  EXPECT_EQ(row_of("1200007-").number(decimal, power, power_sign), 0.00000012_d);
  EXPECT_EQ(row_of("12345").number(decimal, power, power_sign), 1.2345_d);
  EXPECT_DOUBLE_EQ(row_of("1234503-").real(decimal, power, power_sign).value(), 0.0012345);
  EXPECT_DOUBLE_EQ(row_of("1234520-").real(decimal, power, power_sign).value(), 1.2345e-20);
  Row fine = row_of("1234507-");
  EXPECT_EQ(fine.number(decimal, power, power_sign), std::nullopt);
  EXPECT_EQ(wrong(fine),
            "cme.pa2:5:3-7 decimal \"12345\" with exponent -7 has more than nine places or is "
            "beyond what is read, 1000000000");
  Row large = row_of("1234599+");
  EXPECT_EQ(large.real(decimal, power, power_sign), std::nullopt);
  EXPECT_FALSE(large.is_sound());
}

TEST(PositionalRows, TheFirstWrongColumnIsNamed) {
  Row row = row_of("0x12 99x");
  (void)row.digits(whole);
  (void)row.sign(power_sign);
  EXPECT_EQ(wrong(row),
            "cme.pa2:5:3-7 whole \"0x12 \" is no number; write digits in all of its columns, or "
            "leave it blank");
  Row sign = row_of("0001299x");
  EXPECT_EQ(sign.sign(power_sign), 1);
  EXPECT_EQ(wrong(sign), "cme.pa2:5:10 power_sign \"x\" is no sign; write +, - or leave it blank");
}

TEST(PositionalRows, MonthsHaveADayOrAWeek) {
  EXPECT_EQ(row_of("202512").month(month, day), (Month{2025, 12, {}}));
  EXPECT_EQ(row_of("20251200").month(month, day), (Month{2025, 12, {}}));
  EXPECT_EQ(row_of("202512W1").month(month, day), (Month{2025, 12, DayCode{"W1"}}));
  EXPECT_EQ(row_of("20251219").month(month, day), (Month{2025, 12, DayCode{"19"}}));
  EXPECT_TRUE(row_of("000000").month(month, day).empty());
  for (const char* text : {"202513", "202500", "2025 1", "189912"}) {
    Row row = row_of(text);
    EXPECT_TRUE(row.month(month, day).empty());
    EXPECT_FALSE(row.is_sound()) << text;
  }
}

TEST(PositionalRows, DaysSidesTiersAndLocators) {
  EXPECT_EQ(row_of("20250228").date(date), Date{2025y / February / 28});
  EXPECT_EQ(row_of("00000000").date(date), std::nullopt);
  Row no_day = row_of("20250229");
  EXPECT_EQ(no_day.date(date), std::nullopt);
  EXPECT_EQ(wrong(no_day), "cme.pa2:5:3-10 date \"20250229\" is no day; write it as CCYYMMDD");
  constexpr Column two{.name = "tier", .first = 3, .last = 4, .places = 0};
  EXPECT_EQ(row_of("01").tier(two).view(), "1");
  EXPECT_EQ(row_of("12").tier(two).view(), "12");
  EXPECT_TRUE(row_of("00").tier(two).empty());
  constexpr Column letter{.name = "side", .first = 3, .last = 3};
  EXPECT_EQ(row_of("B").side(letter), clearing::Side::b);
  Row no_side = row_of("C");
  (void)no_side.side(letter);
  EXPECT_FALSE(no_side.is_sound());
  constexpr Column locator{.name = "locator", .first = 3, .last = 5};
  EXPECT_EQ(row_of("002").signed_text(locator), 2);
  EXPECT_EQ(row_of("-05").signed_text(locator), -5);
  EXPECT_EQ(row_of(" -1").signed_text(locator), -1);
  Row no_locator = row_of("0-1");
  (void)no_locator.signed_text(locator);
  EXPECT_FALSE(no_locator.is_sound());
}

}  // namespace
}  // namespace plimsoll::io
