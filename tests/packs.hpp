#pragma once
// The parameter packs of the project, as the program carries them.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/check.hpp"
#include "engine/evaluate.hpp"
#include "io/toml.hpp"

namespace plimsoll::testing {

inline Result<ParameterPack> pack_in(const std::filesystem::path& path) {
  std::ifstream stream{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  const std::string name = "profiles/tims/" + path.filename().string();
  PLIMSOLL_TRY(tree, io::read_toml(text, name));
  return parameter_pack(tree, name);
}

inline const ParameterPackList& packs() {
  static const ParameterPackList all = [] {
    ParameterPackList list;
    for (const auto& entry : std::filesystem::directory_iterator{
             std::filesystem::path{PLIMSOLL_SOURCE_DIR} / "profiles/tims"}) {
      if (entry.path().extension() != ".toml") continue;
      const auto pack = pack_in(entry.path());
      PLIMSOLL_CHECK(pack.has_value() && list.add(*pack).has_value());
    }
    return list;
  }();
  return all;
}

/// A pack with the one beneath it; none before its first day.
inline ParameterPacks packs_called(const std::string& name, Date day) {
  const auto pack = packs().find(name, day);
  if (!pack) return {};
  if (!(*pack)->is_overlay()) return {.base = *pack, .overlay = {}};
  return {.base = packs().find((*pack)->over, day).value_or(nullptr), .overlay = *pack};
}

/// What is read where nobody names a pack: on a day before its first, its first.
inline ParameterPacks usual_packs(Date day) {
  const auto all = packs().all();
  ParameterPacks first;
  for (const ParameterPack& pack : all)
    if (pack->name == "occ-public" && (!first.base || pack->effective_from <= day))
      first.base = pack;
  return first;
}

}  // namespace plimsoll::testing
