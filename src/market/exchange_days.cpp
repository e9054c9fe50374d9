#include "market/exchange_days.hpp"

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

using std::chrono::days, std::chrono::month, std::chrono::weekday, std::chrono::year;
using std::chrono::Monday, std::chrono::Tuesday, std::chrono::Thursday, std::chrono::Friday,
    std::chrono::Saturday, std::chrono::Sunday;

constexpr year since_the_first{1980}, to_this_day = year::max();

// Holidays and their shifts: NYSE Rule 7.2, formerly Rule 51, and its annual holiday notices.

/// The one such weekday among seven days of a month: the third Monday is the one from the 15th on.
struct WeekdayHoliday {
  std::string_view name;
  year first, last;
  month in;
  weekday on;
  unsigned earliest;  // day of the month
};

constexpr std::array weekday_holidays{
    WeekdayHoliday{"Martin Luther King Day", year{1998}, to_this_day, January, Monday, 15},
    WeekdayHoliday{"Washington's Birthday", since_the_first, to_this_day, February, Monday, 15},
    WeekdayHoliday{"Memorial Day", since_the_first, to_this_day, May, Monday, 25},
    WeekdayHoliday{"Labor Day", since_the_first, to_this_day, September, Monday, 1},
    WeekdayHoliday{"Thanksgiving", since_the_first, to_this_day, November, Thursday, 22},
    // In the years of presidential elections until this one.
    WeekdayHoliday{"presidential Election Day", year{1980}, year{1980}, November, Tuesday, 2},
};

/// Kept on Monday where it falls on a Sunday and on Friday where it falls on a Saturday, but for
/// New Year's Day: the exchange stays open on a Friday that ends the year.
struct DatedHoliday {
  std::string_view name;
  year first;
  month in;
  unsigned day;
};

constexpr std::array dated_holidays{
    DatedHoliday{"New Year's Day", since_the_first, January, 1},
    DatedHoliday{"Juneteenth", year{2022}, June, 19},
    DatedHoliday{"Independence Day", since_the_first, July, 4},
    DatedHoliday{"Christmas", since_the_first, December, 25},
};

struct Closing {
  Date day;
  std::string_view why;
};

// Whole days only, to November 2026: the exchange's list of special closings since 1885
// (nyse.com/pdfs/closings.pdf), and its announcements of 2018 and 2025.
constexpr std::array closings{
    Closing{1985y / September / 27, "Hurricane Gloria"},
    Closing{1994y / April / 27, "funeral of Richard Nixon"},
    Closing{2001y / September / 11, "attack on the World Trade Center"},
    Closing{2001y / September / 12, "attack on the World Trade Center"},
    Closing{2001y / September / 13, "attack on the World Trade Center"},
    Closing{2001y / September / 14, "attack on the World Trade Center"},
    Closing{2004y / June / 11, "funeral of Ronald Reagan"},
    Closing{2007y / January / 2, "day of mourning for Gerald Ford"},
    Closing{2012y / October / 29, "Hurricane Sandy"},
    Closing{2012y / October / 30, "Hurricane Sandy"},
    Closing{2018y / December / 5, "day of mourning for George H. W. Bush"},
    Closing{2025y / January / 9, "day of mourning for Jimmy Carter"},
};
static_assert(std::ranges::is_sorted(closings, {}, &Closing::day));

/// Easter Sunday of the Gregorian calendar, by Oudin's form of the computus.
constexpr Date easter(year of) {
  const int y = static_cast<int>(of);
  const int golden = y % 19, century = y / 100;
  const int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  // Days from 21 March to the full moon, which is never kept later than 18 April.
  const int full_moon = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
  const int weekday_of_moon = (y + y / 4 + full_moon + 2 - century + century / 4) % 7;
  return Date{of / March / 28} + days{full_moon - weekday_of_moon};
}
static_assert(easter(year{1981}) == 1981y / April / 19);  // each needs one of the two
static_assert(easter(year{2049}) == 2049y / April / 18);  // corrections

struct Day {
  Date date;
  std::chrono::year_month_day parts{date};
  weekday on{date};
};

bool is_on(const WeekdayHoliday& holiday, const Day& day) {
  const auto number = static_cast<unsigned>(day.parts.day());
  return holiday.in == day.parts.month() && holiday.on == day.on && holiday.earliest <= number &&
         number < holiday.earliest + 7 && holiday.first <= day.parts.year() &&
         day.parts.year() <= holiday.last;
}

// Each is kept in its own month, so the Friday before New Year's Day is none.
bool is_kept_on(const DatedHoliday& holiday, const Day& day) {
  if (holiday.in != day.parts.month() || day.parts.year() < holiday.first) return false;
  const auto number = static_cast<unsigned>(day.parts.day());
  if (number == holiday.day + 1) return day.on == Monday;
  if (number + 1 == holiday.day) return day.on == Friday;
  return number == holiday.day;
}

bool is_good_friday(const Day& day) {
  if (day.on != Friday) return false;
  if (day.parts.month() != March && day.parts.month() != April) return false;
  return day.date == easter(day.parts.year()) - days{2};
}

Date from_on(Date day, days step) {
  while (!is_trading_day(day)) day += step;
  return day;
}

}  // namespace

Result<Date> within_exchange_days(Date day) {
  if (day >= exchange_days_first) return day;
  return fail(Reason::bad_input, to_text(day) + " is before the exchanges' days on file; write " +
                                     to_text(exchange_days_first) + " or a later day");
}

std::string_view why_closed(Date date) {
  const weekday on{date};
  if (on == Saturday) return "Saturday";
  if (on == Sunday) return "Sunday";
  const Day day{.date = date, .on = on};
  for (const WeekdayHoliday& holiday : weekday_holidays)
    if (is_on(holiday, day)) return holiday.name;
  for (const DatedHoliday& holiday : dated_holidays)
    if (is_kept_on(holiday, day)) return holiday.name;
  if (is_good_friday(day)) return "Good Friday";
  const auto closing = std::ranges::lower_bound(closings, date, {}, &Closing::day);
  return closing != closings.end() && closing->day == date ? closing->why : "";
}

bool is_trading_day(Date day) { return why_closed(day).empty(); }

Date trading_day_on_or_after(Date day) { return from_on(day, days{1}); }

Date add_trading_days(Date day, int count) {
  const days step{count < 0 ? -1 : 1};
  for (; count != 0; count -= static_cast<int>(step.count())) day = from_on(day + step, step);
  return day;
}

}  // namespace plimsoll
