#pragma once
// Texts to small integers: a million account numbers are compared as numbers.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::io {

/// Distinct texts, each with its place in the order they were first seen.
class Names {
 public:
  /// The id of `text`, new or known.
  std::uint32_t id_of(std::string_view text);
  std::string_view operator[](std::uint32_t id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }

 private:
  void grow();

  std::vector<std::string> names_;
  std::vector<std::uint64_t> hashes_;  // of names_
  std::vector<std::uint32_t> slots_;   // id + 1, or 0 where free; a power of two of them
};

}  // namespace plimsoll::io
