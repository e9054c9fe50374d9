#include "base/date.hpp"

#include <cstdio>

namespace plimsoll {

Date plus_months(Date day, int months) {
  const std::chrono::year_month_day from{day};
  const auto month =
      std::chrono::year_month{from.year(), from.month()} + std::chrono::months{months};
  const auto same = month / from.day();
  return same.ok() ? Date{same} : Date{month / std::chrono::last};
}

Result<Date> parse_date(std::string_view text) {
  const auto refused = [&] {
    return fail(Reason::bad_input,
                "\"" + std::string{text.substr(0, 40)} + "\" is not a date; write YYYY-MM-DD");
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return refused();
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return refused();
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return refused();
  return Date{date};
}

std::string to_text(Date day) {
  const std::chrono::year_month_day date{day};
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace plimsoll
