#pragma once
// Where in a document a value stands: a JSON pointer (RFC 6901) behind the document's name.

#include <cstddef>
#include <string>
#include <string_view>

namespace plimsoll::json {

/// A link to the place it stands in, so that walking a document costs nothing until something is
/// wrong. Lives on the stack of the walk: the parent and the key outlive it.
class Place {
 public:
  /// The whole document.
  explicit Place(std::string_view document) : key_{document} {}
  /// `positions / 3`, where `positions` is a named place: the step keeps its address.
  Place operator/(std::string_view key) const& { return {this, key, member}; }
  Place operator/(std::size_t index) const& { return {this, {}, index}; }
  Place operator/(std::string_view key) const&& = delete;
  Place operator/(std::size_t index) const&& = delete;

  /// "account.json#/positions/3/quantity"; "account.json" for the whole.
  std::string text() const;

 private:
  static constexpr std::size_t member = static_cast<std::size_t>(-1);
  Place(const Place* parent, std::string_view key, std::size_t index)
      : parent_{parent}, key_{key}, index_{index} {}

  const Place* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = member;
};

/// One step of a pointer: "~" and "/" as RFC 6901 writes them, control characters as "?", long keys
/// cut, so that a hostile key cannot flood a log or break its line.
std::string escaped(std::string_view key);

/// `text` with each control character as "?": one line, whatever it quotes.
std::string one_line(std::string text);

}  // namespace plimsoll::json
