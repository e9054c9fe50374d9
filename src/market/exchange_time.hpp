#pragma once
// From a time as files and services write it, with its offset from UTC, to the exchanges' day and
// the time on New York's clocks.

#include <chrono>
#include <string_view>

#include "model/activity.hpp"

namespace plimsoll {

/// Reads a time of RFC 3339, "2026-07-13T14:00:00Z" or "2026-07-13T10:00:00.25-04:00", or a day of
/// the exchanges alone, "2026-07-13", which has no time. A part of a second is dropped, and a leap
/// second is the next minute's first. What was stored as the next day's in UTC is of the day it was
/// in New York. Refuses a time without an offset and days before `exchange_days_first`.
Result<Moment> exchange_moment(std::string_view text);

/// The day and the time in New York, from 1967 on by the daylight saving time of federal law. An
/// hour that clocks show twice in autumn is not told apart.
Moment in_new_york(std::chrono::sys_seconds utc);

}  // namespace plimsoll
