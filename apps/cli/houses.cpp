#include "apps/cli/houses.hpp"

#include <algorithm>

#include "apps/cli/profile_files.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

std::expected<HouseList, Errors> known_houses(const std::optional<std::string>& folder) {
  auto [files, errors] = profile_files("plimsoll.house/1", folder);
  HouseList list;
  for (const ProfileFile& file : files) {
    auto house = house_profile(file.tree, file.name);
    const Result<void> added = house ? list.add(*house) : std::unexpected{house.error()};
    if (!added) errors.push_back(added.error());
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return list;
}

std::optional<std::string> folder_of(const Settings& settings, const Session& session) {
  return settings.profiles ? settings.profiles : session.profiles;
}

Result<House> house_at(const std::string& path) {
  PLIMSOLL_TRY(file, profile_file(path));
  return house_profile(file.tree, file.name);
}

/// A file named by its path, as a series of one.
Result<House> house_at(const std::string& path, Date day) {
  PLIMSOLL_TRY(house, house_at(path));
  HouseList own;
  PLIMSOLL_TRY_VOID(own.add(house));
  return own.find(house->name, day);
}

/// Reads each name with `named`; paths with `at`.
template <class Named, class At>
std::expected<std::vector<House>, Errors> read(const Settings& settings, const Session& session,
                                               Named named, At at) {
  if (settings.houses.empty()) return std::vector<House>{};
  auto known = known_houses(folder_of(settings, session));
  if (!known) return std::unexpected{std::move(known).error()};
  std::vector<House> houses;
  Errors errors;
  for (const std::string& name : settings.houses) {
    auto found = is_path(name) ? at(name) : named(*known, name);
    if (!found) {
      if (found.error().where.empty()) found.error().where = "--house";
      errors.push_back(std::move(found).error());
      continue;
    }
    for (House& house : *found)
      if (std::ranges::find(houses, house) == houses.end()) houses.push_back(std::move(house));
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return houses;
}

Result<std::vector<House>> one(Result<House> house) {
  if (!house) return std::unexpected{std::move(house).error()};
  return std::vector{*std::move(house)};
}

}  // namespace

std::expected<std::vector<House>, Errors> houses_asked(const Settings& settings,
                                                       const Session& session, Date day) {
  return read(
      settings, session,
      [&](const HouseList& known, const std::string& name) -> Result<std::vector<House>> {
        if (name == law_alone) return std::vector{House{}};
        return one(known.find(name, day));
      },
      [&](const std::string& path) { return one(house_at(path, day)); });
}

std::expected<std::vector<House>, Errors> house_series(const Settings& settings,
                                                       const Session& session) {
  return read(
      settings, session,
      [](const HouseList& known, const std::string& name) -> Result<std::vector<House>> {
        std::vector<House> series = known.all();
        std::erase_if(series, [&](const House& house) { return house->name != name; });
        if (series.empty()) return one(known.find(name, Date::max()));
        return series;
      },
      [](const std::string& path) { return one(house_at(path)); });
}

std::expected<HouseList, Errors> brokers_asked(const Settings& settings, const Session& session) {
  Settings named = settings;
  std::erase(named.houses, law_alone);
  if (named.houses.empty()) return known_houses(folder_of(settings, session));
  auto series = house_series(named, session);
  if (!series) return std::unexpected{std::move(series).error()};
  HouseList brokers;
  for (const House& house : *series)
    if (auto added = brokers.add(house); !added)
      return std::unexpected{Errors{std::move(added).error()}};
  return brokers;
}

std::vector<std::string> house_names() {
  const auto known = known_houses(std::nullopt);
  return known ? known->names() : std::vector<std::string>{};
}

}  // namespace plimsoll::cli
