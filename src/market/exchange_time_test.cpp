#include "market/exchange_time.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

using std::chrono::hours, std::chrono::minutes, std::chrono::seconds;

/// "2026-07-13 10:00:00", or the day alone.
std::string text_of(const Moment& moment) {
  if (!moment.time) return to_text(moment.day);
  const std::chrono::hh_mm_ss time{*moment.time};
  char clock[16];
  std::snprintf(clock, sizeof clock, " %02d:%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return to_text(moment.day) + clock;
}

TEST(ExchangeTime, ReadsATimeWithItsOffset) {
  const struct {
    const char* text;
    const char* in_new_york;
  } rows[] = {
      {"2026-07-13T14:00:00Z", "2026-07-13 10:00:00"},
      {"2026-01-13T14:00:00Z", "2026-01-13 09:00:00"},
      {"2026-07-13T10:00:00-04:00", "2026-07-13 10:00:00"},
      {"2026-01-13T10:00:00-05:00", "2026-01-13 10:00:00"},
      {"2026-07-13T10:00:00-05:00", "2026-07-13 11:00:00"},  // winter's offset, said in summer
      {"2026-07-13T19:30:00+05:30", "2026-07-13 10:00:00"},
      {"2026-07-13T14:00:00+00:00", "2026-07-13 10:00:00"},
      {"2026-07-13T14:00:00-00:00", "2026-07-13 10:00:00"},
      {"2026-07-13T14:00:00.5Z", "2026-07-13 10:00:00"},
      {"2026-07-13T14:00:00.999999999999Z", "2026-07-13 10:00:00"},
      {"2026-07-13T10:00:00.000-04:00", "2026-07-13 10:00:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31 19:00:00"},
  };
  for (const auto& row : rows) {
    const auto moment = exchange_moment(row.text);
    ASSERT_TRUE(moment.has_value()) << moment.error().what;
    EXPECT_EQ(text_of(*moment), row.in_new_york) << row.text;
  }
}

TEST(ExchangeTime, ADayAloneIsOfTheExchangesAndHasNoTime) {
  const auto moment = exchange_moment("2026-07-13");
  ASSERT_TRUE(moment.has_value());
  EXPECT_EQ(moment->day, 2026y / July / 13);
  EXPECT_EQ(moment->time, std::nullopt);
}

TEST(ExchangeTime, TheDayIsNewYorks) {
  const struct {
    const char* text;
    const char* in_new_york;
  } rows[] = {
      {"2026-07-13T23:30:00Z", "2026-07-13 19:30:00"},
      {"2026-07-14T00:30:00Z", "2026-07-13 20:30:00"},
      {"2026-01-14T00:30:00Z", "2026-01-13 19:30:00"},  // after hours, stored as the next day's
      {"2026-07-14T03:59:59Z", "2026-07-13 23:59:59"},
      {"2026-07-14T04:00:00Z", "2026-07-14 00:00:00"},
      {"2026-01-14T04:59:59Z", "2026-01-13 23:59:59"},
      {"2026-01-14T05:00:00Z", "2026-01-14 00:00:00"},
      {"2026-07-14T02:00:00+09:00", "2026-07-13 13:00:00"},
      {"2026-07-13T22:00:00-07:00", "2026-07-14 01:00:00"},
      {"2027-01-01T04:59:59Z", "2026-12-31 23:59:59"},
      {"1980-01-01T05:00:00Z", "1980-01-01 00:00:00"},
  };
  for (const auto& row : rows) {
    const auto moment = exchange_moment(row.text);
    ASSERT_TRUE(moment.has_value()) << moment.error().what;
    EXPECT_EQ(text_of(*moment), row.in_new_york) << row.text;
  }
}

// The second before clocks change and the second they do: in spring at 07:00 UTC from 01:59:59 to
// 03:00:00, in autumn at 06:00 UTC from 01:59:59 back to 01:00:00.
TEST(ExchangeTime, BothSidesOfEachSwitch) {
  const struct {
    std::chrono::sys_days spring, autumn;
  } rows[] = {
      {1967y / April / 30, 1967y / October / 29},  {1973y / April / 29, 1973y / October / 28},
      {1974y / January / 6, 1974y / October / 27}, {1975y / February / 23, 1975y / October / 26},
      {1976y / April / 25, 1976y / October / 31},  {1986y / April / 27, 1986y / October / 26},
      {1987y / April / 5, 1987y / October / 25},   {2001y / April / 1, 2001y / October / 28},
      {2006y / April / 2, 2006y / October / 29},   {2007y / March / 11, 2007y / November / 4},
      {2009y / March / 8, 2009y / November / 1},   {2015y / March / 8, 2015y / November / 1},
      {2025y / March / 9, 2025y / November / 2},   {2026y / March / 8, 2026y / November / 1},
      {2027y / March / 14, 2027y / November / 7},  {2040y / March / 11, 2040y / November / 4},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(text_of(in_new_york(row.spring + hours{7} - seconds{1})),
              to_text(row.spring) + " 01:59:59");
    EXPECT_EQ(text_of(in_new_york(row.spring + hours{7})), to_text(row.spring) + " 03:00:00");
    EXPECT_EQ(text_of(in_new_york(row.autumn + hours{6} - seconds{1})),
              to_text(row.autumn) + " 01:59:59");
    EXPECT_EQ(text_of(in_new_york(row.autumn + hours{6})), to_text(row.autumn) + " 01:00:00");
  }
}

TEST(ExchangeTime, WhatIsNoTimeIsRefused) {
  for (const char* text : {"",
                           "today",
                           "14:00:00Z",
                           "2026-07-13T",
                           "2026-07-13 14:00:00Z",
                           "2026-07-13t14:00:00Z",
                           "2026-07-13T14:00:00z",
                           "2026-07-13T14:00Z",
                           "2026-07-13T24:00:00Z",
                           "2026-07-13T14:60:00Z",
                           "2026-07-13T14:00:61Z",
                           "2026-07-13T1a:00:00Z",
                           "2026-07-13T14:00:00.Z",
                           "2026-07-13T14:00:00,5Z",
                           "2026-07-13T14:00:00ZZ",
                           "2026-07-13T14:00:00 Z",
                           "2026-07-13T14:00:00+0530",
                           "2026-07-13T14:00:00+5:30",
                           "2026-07-13T14:00:00+24:00",
                           "2026-07-13T14:00:00+05:60",
                           "2026-07-13T14:00:00+05:30Z",
                           "2026-07-13T14:00:00 EST",
                           "2026-02-29T14:00:00Z",
                           "2026-7-13",
                           "20260713",
                           "2026-07-13Z",
                           "2026-07-13 "}) {
    const auto moment = exchange_moment(text);
    ASSERT_FALSE(moment.has_value()) << text;
    EXPECT_EQ(moment.error().reason, Reason::bad_input);
    EXPECT_EQ(moment.error().what, "\"" + std::string{text} +
                                       "\" is not a time; write 2026-07-13T14:00:00Z, or "
                                       "2026-07-13 where only the day is known");
  }
}

TEST(ExchangeTime, ATimeWithoutItsOffsetIsRefused) {
  for (const char* text : {"2026-07-13T14:00:00", "2026-07-13T14:00:00.25"}) {
    const auto moment = exchange_moment(text);
    ASSERT_FALSE(moment.has_value()) << text;
    EXPECT_EQ(moment.error().what,
              "\"" + std::string{text} +
                  "\" does not say its offset from UTC; end it with Z where it is UTC, and for New "
                  "York with -04:00 under daylight saving time, else -05:00");
  }
}

TEST(ExchangeTime, DaysBeforeTheFirstOnFileAreRefused) {
  for (const char* text : {"1979-12-31", "1979-12-31T23:59:59-05:00", "1980-01-01T04:59:59Z",
                           "0001-01-01", "0001-01-01T00:00:00Z"}) {
    const auto moment = exchange_moment(text);
    ASSERT_FALSE(moment.has_value()) << text;
    EXPECT_NE(moment.error().what.find("write 1980-01-01 or a later day"), std::string::npos);
  }
  EXPECT_TRUE(exchange_moment("9999-12-31T23:59:60-23:59").has_value());
}

TEST(ExchangeTime, RefusesALongTextWithoutRepeatingIt) {
  const auto moment = exchange_moment("2026-07-13T14:00:00." + std::string(10'000'000, '1'));
  ASSERT_FALSE(moment.has_value());
  EXPECT_LT(moment.error().what.size(), 250u);
}

}  // namespace
}  // namespace plimsoll
