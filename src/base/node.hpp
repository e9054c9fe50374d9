#pragma once
// A parsed document, whatever it was written in (JSON, TOML, XML): a plain read-only tree that
// remembers where each value stood. Readers make it; whoever owns the meaning decodes it. Numbers
// keep their text, so no digit is lost.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

struct Member;

struct Node {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  std::string text;         // strings: the text; numbers: as written; booleans: "true" or "false"
  std::vector<Node> items;  // arrays
  std::vector<Member> members;  // objects, in the order written; keys are unique
  std::uint32_t line = 0;       // 1-based line it began on; 0 where the reader has none

  /// The member called `key`, or nothing.
  const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Node value;
};

inline const Node* Node::find(std::string_view key) const {
  for (const auto& [name, value] : members)
    if (name == key) return &value;
  return nullptr;
}

}  // namespace plimsoll
