#include "market/exchange_time.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "market/exchange_days.hpp"

namespace plimsoll {
namespace {

using std::chrono::days, std::chrono::hours, std::chrono::minutes, std::chrono::seconds;
using std::chrono::month_day, std::chrono::year;

/// From two in the morning of one Sunday to two in the morning of another: those on the days named
/// or next after them.
struct DaylightTime {
  year first;
  month_day begins, ends;
};

constexpr std::array daylight_times{
    // Uniform Time Act of 1966: last Sunday of April to last Sunday of October.
    DaylightTime{year{1967}, April / 24, October / 25},
    // Emergency Daylight Saving Time Energy Conservation Act of 1973, as amended for 1975.
    DaylightTime{year{1974}, January / 6, October / 25},
    DaylightTime{year{1975}, February / 23, October / 25},
    DaylightTime{year{1976}, April / 24, October / 25},
    // Public Law 99-359: from the first Sunday of April.
    DaylightTime{year{1987}, April / 1, October / 25},
    // Energy Policy Act of 2005: second Sunday of March to first Sunday of November.
    DaylightTime{year{2007}, March / 8, November / 1},
};

constexpr hours standard_offset{-5}, daylight_offset{-4};
constexpr hours switched_at{2};  // by the clock then in use

Date sunday_from(year of, month_day earliest) {
  const Date day{of / earliest.month() / earliest.day()};
  return day + (std::chrono::Sunday - std::chrono::weekday{day});
}

hours offset_at(std::chrono::sys_seconds utc) {
  const std::chrono::year_month_day date{std::chrono::floor<days>(utc)};
  std::size_t row = daylight_times.size() - 1;
  while (row > 0 && date.year() < daylight_times[row].first) --row;
  const auto begins = sunday_from(date.year(), daylight_times[row].begins) + switched_at;
  const auto ends = sunday_from(date.year(), daylight_times[row].ends) + switched_at;
  const bool daylight = begins - standard_offset <= utc && utc < ends - daylight_offset;
  return daylight ? daylight_offset : standard_offset;
}

constexpr std::string_view time_shape = "T00:00:00", offset_shape = "+00:00";
constexpr std::size_t date_length = 10;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Digits where the shape has them, and every other character as it stands.
bool has_shape(std::string_view text, std::string_view shape) {
  return std::ranges::equal(
      text, shape, [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// "T10:00:00", since midnight.
std::optional<seconds> time_of_day(std::string_view text) {
  if (!has_shape(text, time_shape)) return {};
  const int hour = two_digits(text, 1), minute = two_digits(text, 4), second = two_digits(text, 7);
  if (hour > 23 || minute > 59 || second > 60) return {};
  return hours{hour} + minutes{minute} + seconds{second};
}

/// "Z" or "-04:00".
std::optional<seconds> offset(std::string_view text) {
  if (text == "Z") return seconds{0};
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return {};
  if (!has_shape(text.substr(1), offset_shape.substr(1))) return {};
  const int hour = two_digits(text, 1), minute = two_digits(text, 4);
  if (hour > 23 || minute > 59) return {};
  return (text[0] == '-' ? -1 : 1) * (hours{hour} + minutes{minute});
}

/// What follows a fraction of a second: nothing where a point stands without a digit.
std::optional<std::string_view> after_fraction(std::string_view text) {
  if (!text.starts_with('.')) return text;
  text.remove_prefix(1);
  const auto end = std::ranges::find_if_not(text, is_digit);
  const auto digits = static_cast<std::size_t>(end - text.begin());
  if (digits == 0) return {};
  return text.substr(digits);
}

std::unexpected<Error> refused(std::string_view text, std::string_view why) {
  return fail(Reason::bad_input, "\"" + std::string{text.substr(0, 40)} + "\" " + std::string{why});
}

constexpr std::string_view not_a_time =
    "is not a time; write 2026-07-13T14:00:00Z, or 2026-07-13 where only the day is known";
constexpr std::string_view no_offset =
    "does not say its offset from UTC; end it with Z where it is UTC, and for New York with -04:00 "
    "under daylight saving time, else -05:00";

}  // namespace

Moment in_new_york(std::chrono::sys_seconds utc) {
  const auto local = utc + offset_at(utc);
  const Date day = std::chrono::floor<days>(local);
  return {.day = day, .time = local - day};
}

Result<Moment> exchange_moment(std::string_view text) {
  const auto date = parse_date(text.substr(0, date_length));
  if (!date) return refused(text, not_a_time);
  if (text.size() == date_length) {
    PLIMSOLL_TRY(day, within_exchange_days(*date));
    return Moment{.day = day};
  }
  const std::string_view rest = text.substr(date_length);
  const auto time = time_of_day(rest.substr(0, time_shape.size()));
  if (!time) return refused(text, not_a_time);
  const auto suffix = after_fraction(rest.substr(time_shape.size()));
  if (!suffix) return refused(text, not_a_time);
  if (suffix->empty()) return refused(text, no_offset);
  const auto ahead = offset(*suffix);
  if (!ahead) return refused(text, not_a_time);
  const Moment moment = in_new_york(*date + *time - *ahead);
  PLIMSOLL_TRY_VOID(within_exchange_days(moment.day));
  return moment;
}

}  // namespace plimsoll
