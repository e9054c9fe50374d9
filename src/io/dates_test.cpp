#include "io/dates.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

std::string days(std::string_view text) {
  std::string result;
  for (const Date day : days_in(text)) result += (result.empty() ? "" : " ") + to_text(day);
  return result;
}

TEST(Dates, ReadsWhatBrokersWrite) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"Date downloaded Nov-20-2026 at 4:15 p.m ET", "2026-11-20"},
      {"Date downloaded 11/20/2026 4:20 PM ET", "2026-11-20"},
      {"Positions for account Margin ...123 as of 12:33 PM ET, 2026/11/20", "2026-11-20"},
      {"November 20, 2026", "2026-11-20"},
      {"January 1, 2026 - November 20, 2026", "2026-01-01 2026-11-20"},
      {"20261120", "2026-11-20"},
      {"20261120;093000", "2026-11-20"},
      {"2026-11-20", "2026-11-20"},
      {"2026-11-20, 16:20:00 EST", "2026-11-20"},
      {"24AUG26", "2026-08-24"},
      {"U S TREASURY NOTE 1.875 01/15/36 01/15/06", "2036-01-15 2006-01-15"},
      {"UNITED STATES TREAS BILLS 0.00000% 03/18/2027", "2027-03-18"},
      {"2026-02-30", ""},
      {"13/40/2026", ""},
      {"11/24/20226", ""},
      {"20261399", ""},
      {"May", ""},
      {"123456789", ""},
      {"99999999999999999999-01-01", ""},
      {"no day at all", ""},
      {"", ""}};
  for (const auto& [text, expected] : table) EXPECT_EQ(days(text), expected) << text;
}

TEST(Dates, TheFirstOrNone) {
  EXPECT_EQ(to_text(*day_in("from 1/2/2026 to 3/4/2026")), "2026-01-02");
  EXPECT_FALSE(day_in("4:15"));
}

}  // namespace
}  // namespace plimsoll::io
