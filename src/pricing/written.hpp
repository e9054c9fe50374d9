#pragma once
// A number in a message.

#include <array>
#include <charconv>
#include <string>

namespace plimsoll::pricing {

/// The shortest text that reads back as the same number: "0.05", "1e-12".
inline std::string written(double number) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), end};
}

}  // namespace plimsoll::pricing
