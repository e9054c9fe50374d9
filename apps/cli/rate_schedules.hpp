#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "market/rate_path.hpp"
#include "market/rate_schedule.hpp"

namespace plimsoll::cli {

/// Rate schedules compiled in and those of `folder`; of a series every file. Every mistake, each
/// with its place.
std::expected<RateScheduleList, std::vector<Error>> rate_schedules(
    const std::optional<std::string>& folder);

/// The one in the file at `path`. Refused with its place: no such file, none of a schedule.
Result<RateSchedule> rate_schedule_at(const std::string& path);

/// Rates' past paths, by name; the same.
std::expected<std::vector<RatePath>, std::vector<Error>> rate_paths(
    const std::optional<std::string>& folder);

}  // namespace plimsoll::cli
