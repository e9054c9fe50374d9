#pragma once
// Finds a figure of a method's own tree: "combined_commodities/CC-ZZ/scan_risk". An item of a list
// is named by its place from 0, or by its first member's text.

#include <optional>
#include <string>
#include <string_view>

#include "margin/answer.hpp"

namespace plimsoll::testing {

inline const Detail* child_of(const Detail& parent, std::string_view name) {
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const Detail& child = parent.children[i];
    if (!parent.list && child.name == name) return &child;
    if (!parent.list) continue;
    if (std::to_string(i) == name) return &child;
    if (!child.children.empty() && child.children.front().text == name) return &child;
  }
  return nullptr;
}

inline std::optional<std::string> detail_at(const Detail& detail, std::string_view path) {
  const Detail* here = &detail;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    here = child_of(*here, path.substr(0, slash));
    if (here == nullptr) return std::nullopt;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return here->text;
}

}  // namespace plimsoll::testing
