#include "apps/cli/rate_schedules.hpp"

#include <algorithm>
#include <utility>

#include "apps/cli/profile_files.hpp"

namespace plimsoll::cli {

std::expected<RateScheduleList, std::vector<Error>> rate_schedules(
    const std::optional<std::string>& folder) {
  auto [files, errors] = profile_files("plimsoll.rates/1", folder);
  RateScheduleList list;
  for (const ProfileFile& file : files) {
    auto schedule = rate_schedule(file.tree, file.name);
    const Result<void> added =
        schedule ? list.add(*std::move(schedule)) : std::unexpected{schedule.error()};
    if (!added) errors.push_back(added.error());
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return list;
}

Result<RateSchedule> rate_schedule_at(const std::string& path) {
  PLIMSOLL_TRY(file, profile_file(path));
  return rate_schedule(file.tree, file.name);
}

std::expected<std::vector<RatePath>, std::vector<Error>> rate_paths(
    const std::optional<std::string>& folder) {
  auto [files, errors] = profile_files("plimsoll.rate_path/1", folder);
  std::vector<RatePath> paths;
  for (const ProfileFile& file : files) {
    auto path = rate_path(file.tree, file.name);
    if (!path) {
      errors.push_back(std::move(path).error());
      continue;
    }
    const auto same = std::ranges::find(paths, path->about.name,
                                        [](const RatePath& known) { return known.about.name; });
    if (same != paths.end())
      errors.push_back({Reason::bad_input,
                        "rate path \"" + path->about.name + "\" is already given by " +
                            same->about.file + "; give one of the two another name",
                        path->about.file + ":" + std::to_string(path->about.line)});
    else paths.push_back(*std::move(path));
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  std::ranges::sort(paths, {}, [](const RatePath& path) { return path.about.name; });
  return paths;
}

}  // namespace plimsoll::cli
