// The exchanges' days against QuantLib's, every day from 1980 to 2040. QuantLib answers in a
// process of its own: tests/quantlib.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>

#include "market/exchange_days.hpp"

namespace plimsoll {
namespace {

using Days = std::set<std::string>;

const std::string first = "1980-01-01", last = "2040-12-31";

/// What QuantLib 1.29 has otherwise, and why. Nothing else may differ, and all of these must.
struct Difference {
  const char* day;
  const char* ours;  // why we say the exchanges are closed; QuantLib has them open
  const char* why;
};
const Difference known[] = {
    {"2025-01-09", "day of mourning for Jimmy Carter", "released in January 2023, before it"},
};

#ifdef PLIMSOLL_QUANTLIB_ORACLE
Days closed_says_quantlib() {
  const std::string command = PLIMSOLL_QUANTLIB_ORACLE " nyse-closed " + first + " " + last;
  Days closed;
  std::FILE* lines = popen(command.c_str(), "r");
  if (!lines) return closed;
  char line[64];
  while (std::fgets(line, sizeof line, lines))
    closed.insert(std::string{line, std::string_view{line}.find_first_of("\r\n")});
  EXPECT_EQ(pclose(lines), 0) << command;
  return closed;
}

Days closed_weekdays() {
  Days closed;
  for (Date day = parse_date(first).value(); day <= parse_date(last).value();
       day += std::chrono::days{1}) {
    const std::string_view why = why_closed(day);
    if (!why.empty() && why != "Saturday" && why != "Sunday") closed.insert(to_text(day));
  }
  return closed;
}

TEST(QuantlibCalendar, TheExchangesAreClosedOnTheSameDaysFrom1980To2040) {
  const Days theirs = closed_says_quantlib();
  Days ours = closed_weekdays();
  EXPECT_GT(theirs.size(), 500u);
  for (const Difference& row : known) {
    EXPECT_EQ(why_closed(parse_date(row.day).value()), row.ours) << row.day;
    EXPECT_FALSE(theirs.contains(row.day)) << row.day << " is no longer a difference: " << row.why;
    ours.erase(row.day);
  }
  for (const std::string& day : ours)
    EXPECT_TRUE(theirs.contains(day))
        << day << ": closed for " << why_closed(parse_date(day).value()) << ", open in QuantLib";
  for (const std::string& day : theirs)
    EXPECT_TRUE(ours.contains(day)) << day << ": open, closed in QuantLib";
}
#else
TEST(QuantlibCalendar, TheExchangesAreClosedOnTheSameDaysFrom1980To2040) {
  GTEST_SKIP() << "QuantLib (libquantlib0-dev) is not installed";
}
#endif

}  // namespace
}  // namespace plimsoll
