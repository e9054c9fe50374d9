#pragma once
// Calendar days. Nothing below apps/ asks what day it is: the date is always an argument.

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace plimsoll {

using Date = std::chrono::sys_days;

using std::chrono::operator""y;
using std::chrono::January, std::chrono::February, std::chrono::March, std::chrono::April,
    std::chrono::May, std::chrono::June, std::chrono::July, std::chrono::August,
    std::chrono::September, std::chrono::October, std::chrono::November, std::chrono::December;

/// The same day of the month `months` later, or the last day of that month where it is shorter.
Date plus_months(Date day, int months);

/// Reads YYYY-MM-DD; any other form, and a day no calendar has, is refused.
Result<Date> parse_date(std::string_view text);

std::string to_text(Date day);  // 2026-03-02

}  // namespace plimsoll
