#pragma once
// Clearing houses' risk files and the project's policies, for cases.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "base/check.hpp"
#include "engine/evaluate.hpp"
#include "io/clearing/positional.hpp"
#include "io/clearing/spn.hpp"
#include "io/toml.hpp"

namespace plimsoll::testing {

inline std::string text_at(const std::filesystem::path& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// A file of the project by its path in it; what of it is refused fails the case.
inline Result<std::vector<std::shared_ptr<const clearing::RiskFile>>> risk_files(
    const std::string& path) {
  const std::string text = text_at(std::filesystem::path{PLIMSOLL_SOURCE_DIR} / path);
  const std::string name = std::filesystem::path{path}.filename().string();
  std::vector<std::shared_ptr<const clearing::RiskFile>> files;
  if (text.starts_with("<")) {
    auto read = io::read_spn(text, name, {});
    if (!read.refused.empty()) return std::unexpected{read.refused.front()};
    for (clearing::RiskFile& file : read.value)
      files.push_back(std::make_shared<const clearing::RiskFile>(std::move(file)));
    return files;
  }
  auto read = io::read_positional(text, name, {});
  if (!read) return std::unexpected{read.error()};
  if (!read->refused.empty()) return std::unexpected{read->refused.front()};
  files.push_back(std::make_shared<const clearing::RiskFile>(std::move(read->value)));
  return files;
}

/// The one called so alone; where no name is given all of them, the usual one first.
inline std::vector<RiskPolicy> risk_policies(const std::string& called) {
  std::vector<RiskPolicy> all;
  for (const auto& entry : std::filesystem::directory_iterator{
           std::filesystem::path{PLIMSOLL_SOURCE_DIR} / "profiles/span"}) {
    const std::string name = "profiles/span/" + entry.path().filename().string();
    const auto tree = io::read_toml(text_at(entry.path()), name);
    PLIMSOLL_CHECK(tree.has_value());
    const auto policy = risk_policy(*tree, name);
    PLIMSOLL_CHECK(policy.has_value());
    if (called.empty() || (*policy)->name == called) all.push_back(*policy);
  }
  std::ranges::sort(all, {}, [](const RiskPolicy& policy) {
    return std::pair{policy->name != "cme", policy->name};
  });
  return all;
}

}  // namespace plimsoll::testing
