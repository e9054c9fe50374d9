#pragma once
// XML, streamed: one call for each element as it begins, nothing kept.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace plimsoll::io {

struct XmlElement {
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;
  std::uint32_t line = 0;  // 1-based
  int depth = 0;           // the root is 0
  std::string_view text;   // its start tag as written

  /// The first of these attributes that is there and not blank, trimmed; empty otherwise.
  std::string_view at(std::initializer_list<std::string_view> names) const;
};

/// Every element's start, and the characters between tags with the name of the element they stand
/// in; both valid during the call only.
struct XmlHandler {
  std::function<void(const XmlElement&)> element;
  std::function<void(std::string_view name, std::string_view characters)> characters;
};

/// Refused, with `name:line`: what is not well formed, a document type declaration (so no entity is
/// ever declared or fetched), more than 64 levels. What came before the fault has been handled.
Result<void> read_xml(std::string_view bytes, const std::string& name, const XmlHandler& handler);

}  // namespace plimsoll::io
