#pragma once
#include <string_view>

namespace plimsoll {

/// A short name. It points at its text and never owns it: text written in code lives as long as the
/// program; text read from a file (a house profile) is kept alive by the answer that mentions it
/// (`Answer::owners`).
class Label {
 public:
  consteval Label(const char* literal) : text_{literal} {}
  /// Text somebody else keeps alive.
  static constexpr Label of(std::string_view text) {
    Label label{""};
    label.text_ = text;
    return label;
  }

  constexpr std::string_view text() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }
  constexpr bool operator==(const Label&) const = default;

 private:
  std::string_view text_;
};

}  // namespace plimsoll
