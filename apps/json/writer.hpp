#pragma once
// JSON text, written front to back. The same calls always give the same bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::json {

enum class Layout : std::uint8_t {
  indented,  // two spaces, one member or item a line
  one_line,  // no blanks at all
};

/// Keys come in the order they are written; brackets must match (checked). Text may come from
/// anywhere: it is escaped (RFC 8259), and bytes that are not UTF-8 become U+FFFD.
class Writer {
 public:
  explicit Writer(Layout layout) : layout_{layout} {}

  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return close('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return close(']'); }
  Writer& key(std::string_view name);

  Writer& text(std::string_view value);
  /// A finite number, in the shortest form that reads back the same (layout of RFC 8785).
  Writer& number(double value);
  Writer& whole(std::int64_t value);
  /// A number that already is JSON text.
  Writer& number_text(std::string_view value);
  Writer& boolean(bool value);
  Writer& null();

  /// The document and one newline. Every bracket is closed by now.
  std::string finish() &&;

 private:
  struct Level {
    char closing;
    bool empty = true;
  };
  Writer& open(char bracket);
  Writer& close(char bracket);
  void begin_value();
  void line_break();

  Layout layout_;
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

/// `value` between quotes, escaped.
std::string in_quotes(std::string_view value);

/// 0.25 is "0.25", 1e21 is "1e+21", 51000000.0 is "51000000". `value` is finite.
std::string number_text_of(double value);

/// Whether `text` is a number as JSON writes them: "-0.5e3", never "+1", ".5" or "nan".
bool is_number(std::string_view text);

}  // namespace plimsoll::json
