#include "apps/json/place.hpp"

#include <algorithm>

#include "apps/json/utf8.hpp"

namespace plimsoll::json {

std::string Place::text() const {
  if (parent_ == nullptr) return std::string{key_};
  const std::string step = index_ == member ? escaped(key_) : std::to_string(index_);
  return parent_->text() + (parent_->parent_ == nullptr ? "#/" : "/") + step;
}

std::string escaped(std::string_view key) {
  constexpr std::size_t shown_bytes_max = 80;
  std::string text;
  for (const char c : cut(key, shown_bytes_max)) {
    if (c == '~') text += "~0";
    else if (c == '/') text += "~1";
    else text += c;
  }
  if (key.size() > shown_bytes_max) text += "...";
  return one_line(std::move(text));
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
  return text;
}

}  // namespace plimsoll::json
