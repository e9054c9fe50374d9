#include "market/exchange_days.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

struct Row {
  const char* day;
  const char* why;  // empty: the exchanges trade
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(why_closed(day(row.day)), row.why) << row.day;
    EXPECT_EQ(is_trading_day(day(row.day)), std::string_view{row.why}.empty()) << row.day;
  }
}

// As the New York Stock Exchange announced it.
TEST(ExchangeDays, AWholeYear) {
  const std::vector<Row> closed{
      {"2026-01-01", "New Year's Day"},        {"2026-01-19", "Martin Luther King Day"},
      {"2026-02-16", "Washington's Birthday"}, {"2026-04-03", "Good Friday"},
      {"2026-05-25", "Memorial Day"},          {"2026-06-19", "Juneteenth"},
      {"2026-07-03", "Independence Day"},      {"2026-09-07", "Labor Day"},
      {"2026-11-26", "Thanksgiving"},          {"2026-12-25", "Christmas"},
  };
  expect(closed);
  std::size_t weekdays_closed = 0;
  for (Date date = day("2026-01-01"); date <= day("2026-12-31"); date += std::chrono::days{1}) {
    const std::string_view why = why_closed(date);
    weekdays_closed += !why.empty() && why != "Saturday" && why != "Sunday" ? 1u : 0u;
  }
  EXPECT_EQ(weekdays_closed, closed.size());
}

TEST(ExchangeDays, ANewHolidayHasAFirstYear) {
  expect({
      {"1997-01-20", ""},  // the third Monday of the year before
      {"1998-01-19", "Martin Luther King Day"},
      {"2021-06-18", ""},  // the 19th was a Saturday
      {"2022-06-20", "Juneteenth"},
      {"1980-11-04", "presidential Election Day"},
      {"1984-11-06", ""},
      {"2024-11-05", ""},
  });
}

TEST(ExchangeDays, AHolidayOnASundayIsKeptOnMonday) {
  expect({
      {"2023-01-01", "Sunday"},
      {"2023-01-02", "New Year's Day"},
      {"2023-01-03", ""},
      {"2022-06-17", ""},
      {"2022-06-20", "Juneteenth"},
      {"2022-06-21", ""},
      {"2021-07-02", ""},
      {"2021-07-05", "Independence Day"},
      {"2021-07-06", ""},
      {"2022-12-23", ""},
      {"2022-12-26", "Christmas"},
      {"2022-12-27", ""},
  });
}

TEST(ExchangeDays, AHolidayOnASaturdayIsKeptOnFridayButNotNewYear) {
  expect({
      {"2021-12-30", ""},
      {"2021-12-31", ""},
      {"2022-01-03", ""},
      {"1993-12-31", ""},
      {"2010-12-31", ""},
      {"1994-01-03", ""},
      {"2027-06-17", ""},
      {"2027-06-18", "Juneteenth"},
      {"2027-06-21", ""},
      {"2026-07-02", ""},
      {"2026-07-03", "Independence Day"},
      {"2026-07-06", ""},
      {"2021-12-23", ""},
      {"2021-12-24", "Christmas"},
      {"2021-12-27", ""},
  });
}

TEST(ExchangeDays, AHolidayMidweekIsKeptOnTheDay) {
  expect({
      {"2025-06-18", ""},
      {"2025-06-19", "Juneteenth"},
      {"2025-06-20", ""},
      {"2024-07-03", ""},
      {"2024-07-04", "Independence Day"},
      {"2024-07-05", ""},
      {"2024-12-24", ""},
      {"2024-12-25", "Christmas"},
      {"2024-12-26", ""},
      {"2024-12-31", ""},
      {"2025-01-01", "New Year's Day"},
      {"2025-01-02", ""},
  });
}

TEST(ExchangeDays, TheEarliestAndLatestOfAWeekday) {
  expect({
      {"2018-01-15", "Martin Luther King Day"},
      {"2018-01-08", ""},
      {"2018-01-22", ""},
      {"2019-01-21", "Martin Luther King Day"},
      {"2019-01-14", ""},
      {"2019-01-28", ""},
      {"2021-02-15", "Washington's Birthday"},
      {"2021-02-08", ""},
      {"2021-02-22", ""},
      {"2022-02-21", "Washington's Birthday"},
      {"2022-02-14", ""},
      {"2022-02-28", ""},
      {"2020-05-25", "Memorial Day"},
      {"2020-05-18", ""},
      {"2020-06-01", ""},
      {"2021-05-31", "Memorial Day"},
      {"2021-05-24", ""},
      {"2021-06-07", ""},
      {"2025-09-01", "Labor Day"},
      {"2025-08-25", ""},
      {"2025-09-08", ""},
      {"2026-09-07", "Labor Day"},
      {"2026-08-31", ""},
      {"2026-09-14", ""},
      {"2018-11-22", "Thanksgiving"},
      {"2018-11-15", ""},
      {"2018-11-29", ""},
      {"2024-11-28", "Thanksgiving"},
      {"2024-11-21", ""},
      {"2024-11-29", ""},
  });
}

// The earliest of these years, the latest Easter allows, and the two years whose full moon is kept
// a day early.
TEST(ExchangeDays, GoodFriday) {
  expect({
      {"1980-04-04", "Good Friday"},
      {"1981-04-17", "Good Friday"},
      {"1981-04-24", ""},
      {"2000-04-21", "Good Friday"},
      {"2008-03-20", ""},
      {"2008-03-21", "Good Friday"},
      {"2008-03-28", ""},
      {"2024-03-29", "Good Friday"},
      {"2025-04-18", "Good Friday"},
      {"2026-03-27", ""},
      {"2026-04-10", ""},
      {"2038-04-23", "Good Friday"},
      {"2038-04-16", ""},
      {"2038-04-30", ""},
      {"2049-04-16", "Good Friday"},
      {"2049-04-23", ""},
  });
}

TEST(ExchangeDays, ClosingsNoRuleForetells) {
  const char* attack = "attack on the World Trade Center";
  expect({
      {"1985-09-26", ""},
      {"1985-09-27", "Hurricane Gloria"},
      {"1985-09-30", ""},
      {"1994-04-26", ""},
      {"1994-04-27", "funeral of Richard Nixon"},
      {"1994-04-28", ""},
      {"2001-09-10", ""},
      {"2001-09-11", attack},
      {"2001-09-12", attack},
      {"2001-09-13", attack},
      {"2001-09-14", attack},
      {"2001-09-17", ""},
      {"2004-06-10", ""},
      {"2004-06-11", "funeral of Ronald Reagan"},
      {"2004-06-14", ""},
      {"2007-01-01", "New Year's Day"},
      {"2007-01-02", "day of mourning for Gerald Ford"},
      {"2007-01-03", ""},
      {"2012-10-26", ""},
      {"2012-10-29", "Hurricane Sandy"},
      {"2012-10-30", "Hurricane Sandy"},
      {"2012-10-31", ""},
      {"2018-12-04", ""},
      {"2018-12-05", "day of mourning for George H. W. Bush"},
      {"2018-12-06", ""},
      {"2025-01-08", ""},
      {"2025-01-09", "day of mourning for Jimmy Carter"},
      {"2025-01-10", ""},
  });
}

// Banks close, the exchanges trade.
TEST(ExchangeDays, HolidaysOfBanksAlone) {
  expect({{"1984-02-13", ""}, {"1995-10-09", ""}, {"2026-10-12", ""}, {"2026-11-11", ""}});
}

TEST(ExchangeDays, DaysBeforeTheFirstOnFileAreRefused) {
  EXPECT_EQ(within_exchange_days(day("1980-01-01")), day("1980-01-01"));
  const auto refused = within_exchange_days(day("1979-12-31"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().reason, Reason::bad_input);
  EXPECT_EQ(refused.error().what,
            "1979-12-31 is before the exchanges' days on file; write 1980-01-01 or a later day");
}

TEST(ExchangeDays, TheNextTradingDayUnlessItIsOne) {
  const struct {
    const char* from;
    const char* to;
  } rows[] = {
      {"2026-11-20", "2026-11-20"},  // itself
      {"2026-11-21", "2026-11-23"}, {"2026-11-22", "2026-11-23"}, {"2026-11-26", "2026-11-27"},
      {"2026-07-03", "2026-07-06"}, {"2001-09-11", "2001-09-17"}, {"2006-12-30", "2007-01-03"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(to_text(trading_day_on_or_after(day(row.from))), row.to) << row.from;
  }
}

TEST(ExchangeDays, SoManyTradingDaysLater) {
  const struct {
    const char* from;
    int count;
    const char* to;
  } rows[] = {
      {"2026-11-20", 0, "2026-11-20"},  {"2026-11-21", 0, "2026-11-21"},
      {"2026-11-20", 1, "2026-11-23"},  {"2026-11-21", 1, "2026-11-23"},
      {"2026-11-22", 1, "2026-11-23"},  {"2026-11-25", 1, "2026-11-27"},
      {"2026-11-25", 2, "2026-11-30"},  {"2026-11-23", -1, "2026-11-20"},
      {"2026-11-22", -1, "2026-11-20"}, {"2026-11-30", -2, "2026-11-25"},
      {"2026-07-02", 1, "2026-07-06"},  {"2025-12-31", 251, "2026-12-31"},
      {"2001-09-10", 1, "2001-09-17"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(to_text(add_trading_days(day(row.from), row.count)), row.to)
        << row.from << " and " << row.count;
}

}  // namespace
}  // namespace plimsoll
