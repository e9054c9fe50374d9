#pragma once
// Short text held by value: no allocation, cheap to copy, compare and hash.

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
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
  /// As the texts compare: words are read with their first character highest.
  constexpr std::strong_ordering operator<=>(const FixedText& other) const {
    const auto mine = std::bit_cast<Words>(text_);
    const auto theirs = std::bit_cast<Words>(other.text_);
    for (std::size_t i = 0; i < mine.size(); ++i)
      if (mine[i] != theirs[i]) return in_text_order(mine[i]) <=> in_text_order(theirs[i]);
    return std::strong_ordering::equal;
  }

  std::size_t hash() const {
    std::uint64_t mixed = 0x9e3779b97f4a7c15u;
    for (const std::uint64_t word : std::bit_cast<Words>(text_)) {
      mixed = (mixed ^ word) * 0xff51afd7ed558ccdu;
      mixed ^= mixed >> 32;
    }
    return mixed;
  }

 private:
  using Words = std::array<std::uint64_t, capacity / 8>;
  static constexpr std::uint64_t in_text_order(std::uint64_t word) {
    return std::endian::native == std::endian::little ? __builtin_bswap64(word) : word;
  }

  std::array<char, capacity> text_{};
};

}  // namespace plimsoll

template <std::size_t capacity>
struct std::hash<plimsoll::FixedText<capacity>> {
  std::size_t operator()(const plimsoll::FixedText<capacity>& text) const { return text.hash(); }
};
