#include "apps/cli/packs.hpp"

#include <algorithm>

#include "apps/cli/profile_files.hpp"

namespace plimsoll::cli {
namespace {

using Errors = std::vector<Error>;

std::expected<ParameterPackList, Errors> known_packs(const std::optional<std::string>& folder) {
  auto [files, errors] = profile_files("plimsoll.tims/1", folder);
  ParameterPackList list;
  for (const ProfileFile& file : files) {
    auto pack = parameter_pack(file.tree, file.name);
    const Result<void> added = pack ? list.add(*pack) : std::unexpected{pack.error()};
    if (!added) errors.push_back(added.error());
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return list;
}

std::optional<std::string> folder_of(const Settings& settings, const Session& session) {
  return settings.profiles ? settings.profiles : session.profiles;
}

Result<ParameterPack> pack_at(const std::string& path) {
  PLIMSOLL_TRY(file, profile_file(path));
  return parameter_pack(file.tree, file.name);
}

/// A file named by its path, as a series of one.
Result<ParameterPack> pack_at(const std::string& path, Date day) {
  PLIMSOLL_TRY(pack, pack_at(path));
  ParameterPackList own;
  PLIMSOLL_TRY_VOID(own.add(pack));
  return own.find(pack->name, day);
}

Result<ParameterPacks> with_what_is_beneath(ParameterPack pack, const ParameterPackList& known,
                                            Date day) {
  if (!pack->is_overlay()) return ParameterPacks{std::move(pack), nullptr};
  auto beneath = known.find(pack->over, day);
  if (beneath && (*beneath)->is_overlay())
    beneath = fail(Reason::bad_input,
                   "pack \"" + pack->name + "\" stands over \"" + pack->over +
                       "\", which has no ranges of its own; name a pack that has",
                   pack->file);
  if (!beneath) return std::unexpected{std::move(beneath).error()};
  PLIMSOLL_TRY_VOID(stands_over(pack, *beneath));
  return ParameterPacks{*beneath, std::move(pack)};
}

ParameterPacks usual(const ParameterPackList& known, Date day) {
  ParameterPacks usual;
  for (const ParameterPack& pack : known.all())
    if (pack->name == usual_pack && (!usual.base || pack->effective_from <= day)) usual.base = pack;
  return usual;
}

Error placed(Error error) {
  if (error.where.empty()) error.where = "--tims-pack";
  return error;
}

}  // namespace

std::expected<std::vector<ParameterPacks>, Errors> packs_asked(const Settings& settings,
                                                               const Session& session, Date day) {
  auto known = known_packs(folder_of(settings, session));
  if (!known) return std::unexpected{std::move(known).error()};
  if (settings.packs.empty()) return std::vector{usual(*known, day)};
  std::vector<ParameterPacks> all;
  Errors errors;
  for (const std::string& name : settings.packs) {
    const auto pack = is_path(name) ? pack_at(name, day) : known->find(name, day);
    const auto packs = pack ? with_what_is_beneath(*pack, *known, day)
                            : Result<ParameterPacks>{std::unexpected{pack.error()}};
    if (!packs) errors.push_back(placed(packs.error()));
    else if (std::ranges::find(all, *packs) == all.end()) all.push_back(*packs);
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return all;
}

std::expected<std::vector<ParameterPack>, Errors> pack_series(const Settings& settings,
                                                              const Session& session) {
  if (settings.packs.empty()) return std::vector<ParameterPack>{};
  auto known = known_packs(folder_of(settings, session));
  if (!known) return std::unexpected{std::move(known).error()};
  std::vector<ParameterPack> all;
  Errors errors;
  for (const std::string& name : settings.packs) {
    if (is_path(name)) {
      if (auto pack = pack_at(name)) all.push_back(*pack);
      else errors.push_back(placed(pack.error()));
      continue;
    }
    std::vector<ParameterPack> series = known->all();
    std::erase_if(series, [&](const ParameterPack& pack) { return pack->name != name; });
    if (series.empty()) errors.push_back(placed(known->find(name, Date::max()).error()));
    all.insert(all.end(), series.begin(), series.end());
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return all;
}

std::vector<std::string> pack_names() {
  const auto known = known_packs(std::nullopt);
  return known ? known->names() : std::vector<std::string>{};
}

}  // namespace plimsoll::cli
