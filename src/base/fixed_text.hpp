#pragma once
// Short text held by value: no allocation, cheap to copy, compare and hash.

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>

namespace plimsoll {

/// Up to `capacity` characters, zero-padded. What does not fit is the caller's to refuse: ask
/// `fits`.
template <std::size_t capacity>
class FixedText {
  static_assert(capacity % 8 == 0);

 public:
  constexpr FixedText() = default;
  constexpr explicit FixedText(std::string_view text) {
    for (std::size_t i = 0; i < std::min(text.size(), capacity); ++i) text_[i] = text[i];
  }
  static constexpr bool fits(std::string_view text) { return text.size() <= capacity; }

  constexpr std::string_view view() const {
    std::size_t size = 0;
    while (size < capacity && text_[size] != '\0') ++size;
    return {text_.data(), size};
  }
  constexpr bool empty() const { return text_[0] == '\0'; }
  constexpr bool operator==(const FixedText& other) const { return text_ == other.text_; }
  constexpr std::strong_ordering operator<=>(const FixedText& other) const {
    return view() <=> other.view();
  }

  std::size_t hash() const {
    std::uint64_t mixed = 0x9e3779b97f4a7c15u;
    for (std::size_t i = 0; i < capacity; i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text_.data() + i, 8);
      mixed = (mixed ^ word) * 0xff51afd7ed558ccdu;
      mixed ^= mixed >> 32;
    }
    return mixed;
  }

 private:
  std::array<char, capacity> text_{};
};

}  // namespace plimsoll

template <std::size_t capacity>
struct std::hash<plimsoll::FixedText<capacity>> {
  std::size_t operator()(const plimsoll::FixedText<capacity>& text) const { return text.hash(); }
};
