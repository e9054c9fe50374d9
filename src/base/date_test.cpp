#include "base/date.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

TEST(Date, ReadsAndWritesTheOneForm) {
  for (const char* text :
       {"2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1974-01-03"}) {
    const auto day = parse_date(text);
    ASSERT_TRUE(day.has_value()) << text;
    EXPECT_EQ(to_text(*day), text);
  }
}

TEST(Date, RefusesEveryOtherFormAndDaysNoCalendarHas) {
  for (const char* text : {"",           "2026",        "2026-11",     "2026-11-2",
                           "26-11-20",   "2026-1-20",   "2026/11/20",  "20261120",
                           "11/20/2026", "2026-11-20 ", " 2026-11-20", "2026-11-20T00:00:00Z",
                           "2026-13-01", "2026-00-01",  "2026-01-00",  "2026-01-32",
                           "2026-04-31", "2026-02-29",  "2100-02-29",  "2023-02-29",
                           "0000-01-01", "-026-01-01",  "2026-+1-01",  "2026-0a-01",
                           "today"}) {
    const auto day = parse_date(text);
    ASSERT_FALSE(day.has_value()) << text;
    EXPECT_EQ(day.error().reason, Reason::bad_input);
    EXPECT_NE(day.error().what.find("write YYYY-MM-DD"), std::string::npos);
  }
}

TEST(Date, RefusesALongTextWithoutRepeatingIt) {
  const auto day = parse_date(std::string(10'000'000, '1'));
  ASSERT_FALSE(day.has_value());
  EXPECT_LT(day.error().what.size(), 100u);
}

TEST(Date, MonthsLaterIsTheSameDayOrTheLastOfAShorterMonth) {
  struct Row {
    const char* from;
    int months;
    const char* to;
  };
  const std::vector<Row> rows{
      {"2026-05-31", 9, "2027-02-28"},  {"2027-05-31", 9, "2028-02-29"},
      {"2026-05-15", 9, "2027-02-15"},  {"2026-01-31", 1, "2026-02-28"},
      {"2024-01-31", 1, "2024-02-29"},  {"2026-12-31", 2, "2027-02-28"},
      {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
      {"2026-03-31", 0, "2026-03-31"},  {"2026-03-31", -1, "2026-02-28"},
      {"2026-10-31", 1, "2026-11-30"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(to_text(plus_months(parse_date(row.from).value(), row.months)), row.to)
        << row.from << " + " << row.months;
}

}  // namespace
}  // namespace plimsoll
