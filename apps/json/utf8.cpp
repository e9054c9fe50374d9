#include "apps/json/utf8.hpp"

#include <cstdint>

namespace plimsoll::json {
namespace {

/// What RFC 3629 allows behind a first byte: how many bytes, and the range of the second.
struct Shape {
  std::size_t bytes;
  std::uint8_t second_low, second_high;
};

Shape shape_of(std::uint8_t first) {
  if (first < 0x80) return {1, 0, 0};
  if (first < 0xc2) return {0, 0, 0};
  if (first < 0xe0) return {2, 0x80, 0xbf};
  if (first == 0xe0) return {3, 0xa0, 0xbf};
  if (first == 0xed) return {3, 0x80, 0x9f};
  if (first < 0xf0) return {3, 0x80, 0xbf};
  if (first == 0xf0) return {4, 0x90, 0xbf};
  if (first < 0xf4) return {4, 0x80, 0xbf};
  if (first == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

}  // namespace

std::size_t character_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const Shape shape = shape_of(byte(0));
  if (shape.bytes < 2) return shape.bytes;
  if (text.size() < shape.bytes) return 0;
  if (byte(1) < shape.second_low || byte(1) > shape.second_high) return 0;
  for (std::size_t i = 2; i < shape.bytes; ++i)
    if ((byte(i) & 0xc0) != 0x80) return 0;
  return shape.bytes;
}

std::size_t first_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = character_bytes(text.substr(at));
    if (bytes == 0) return at;
    at += bytes;
  }
  return std::string_view::npos;
}

std::string_view cut(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<std::uint8_t>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace plimsoll::json
