#pragma once
// The house profiles of the project, as the program carries them.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/check.hpp"
#include "io/toml.hpp"
#include "rules/house.hpp"

namespace plimsoll::testing {

inline std::vector<std::filesystem::path> house_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{
           std::filesystem::path{PLIMSOLL_SOURCE_DIR} / "profiles/house"})
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

inline Result<House> house_in(const std::filesystem::path& path) {
  std::ifstream stream{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  const std::string name = "profiles/house/" + path.filename().string();
  PLIMSOLL_TRY(tree, io::read_toml(text, name));
  return house_profile(tree, name);
}

inline const HouseList& houses() {
  static const HouseList all = [] {
    HouseList list;
    for (const auto& path : house_files()) {
      auto house = house_in(path);
      PLIMSOLL_CHECK(house.has_value() && list.add(*house).has_value());
    }
    return list;
  }();
  return all;
}

}  // namespace plimsoll::testing
