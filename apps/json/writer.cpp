#include "apps/json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "apps/json/utf8.hpp"
#include "base/check.hpp"

namespace plimsoll::json {
namespace {

/// The two-letter escape of a character that has one, or nothing.
std::string_view short_escape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return {};
  }
}

void append_escaped(std::string& out, std::string_view value) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  for (std::size_t at = 0; at < value.size();) {
    const auto byte = static_cast<unsigned char>(value[at]);
    const std::size_t bytes = character_bytes(value.substr(at));
    if (const auto escape = short_escape(value[at]); !escape.empty()) {
      out += escape;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += "\\u00";
      out += hexadecimal[byte >> 4];
      out += hexadecimal[byte & 15];
    } else if (bytes == 0) {
      out += "\xef\xbf\xbd";
    } else {
      out += value.substr(at, bytes);
    }
    at += bytes == 0 ? 1 : bytes;
  }
}

/// Digits without a point, and the power of ten the point stands behind: 0.25 is "25" and 0.
struct Digits {
  std::string text;
  int point;
};

Digits shortest_digits(double size) {
  std::array<char, 32> buffer{};
  const auto [end, failed] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size,
                                           std::chars_format::scientific);
  PLIMSOLL_CHECK(failed == std::errc{});
  const std::string_view written{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
  const std::size_t e = written.find('e');
  int exponent = 0;
  const std::size_t digits_from = written[e + 1] == '+' ? e + 2 : e + 1;
  std::from_chars(written.data() + digits_from, written.data() + written.size(), exponent);
  Digits digits{std::string{written.substr(0, 1)}, exponent + 1};
  if (e > 2) digits.text += written.substr(2, e - 2);
  return digits;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes the digits `text` begins with; false where there are none.
bool take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  text.remove_prefix(count);
  return count > 0;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

Writer& Writer::open(char bracket) {
  begin_value();
  out_ += bracket;
  levels_.push_back({bracket == '{' ? '}' : ']'});
  return *this;
}

Writer& Writer::close(char bracket) {
  PLIMSOLL_CHECK(!levels_.empty() && levels_.back().closing == bracket && !after_key_);
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) line_break();
  out_ += bracket;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  PLIMSOLL_CHECK(!levels_.empty() && levels_.back().closing == '}' && !after_key_);
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  line_break();
  out_ += in_quotes(name);
  out_ += layout_ == Layout::indented ? ": " : ":";
  after_key_ = true;
  return *this;
}

void Writer::begin_value() {
  if (std::exchange(after_key_, false)) return;
  if (levels_.empty()) {
    PLIMSOLL_CHECK(out_.empty());
    return;
  }
  PLIMSOLL_CHECK(levels_.back().closing == ']');
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  line_break();
}

void Writer::line_break() {
  if (layout_ == Layout::one_line) return;
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

Writer& Writer::text(std::string_view value) {
  begin_value();
  out_ += in_quotes(value);
  return *this;
}

Writer& Writer::number(double value) { return number_text(number_text_of(value)); }

Writer& Writer::whole(std::int64_t value) { return number_text(std::to_string(value)); }

Writer& Writer::number_text(std::string_view value) {
  PLIMSOLL_CHECK(is_number(value));
  begin_value();
  out_ += value;
  return *this;
}

Writer& Writer::boolean(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::null() {
  begin_value();
  out_ += "null";
  return *this;
}

std::string Writer::finish() && {
  PLIMSOLL_CHECK(levels_.empty() && !after_key_ && !out_.empty());
  out_ += '\n';
  return std::move(out_);
}

std::string in_quotes(std::string_view value) {
  std::string out = "\"";
  append_escaped(out, value);
  out += '"';
  return out;
}

std::string number_text_of(double value) {
  PLIMSOLL_CHECK(std::isfinite(value));
  if (value == 0) return "0";
  auto [digits, point] = shortest_digits(std::abs(value));
  const int count = static_cast<int>(digits.size());
  std::string text;
  if (point > 21 || point < -5) {
    text = digits.substr(0, 1);
    if (count > 1) text += "." + digits.substr(1);
    text += (point > 0 ? "e+" : "e") + std::to_string(point - 1);
  } else if (point <= 0) {
    text = "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else if (point >= count) {
    text = digits + std::string(static_cast<std::size_t>(point - count), '0');
  } else {
    text = digits.insert(static_cast<std::size_t>(point), ".");
  }
  return value < 0 ? "-" + text : text;
}

bool is_number(std::string_view text) {
  take(text, "-");
  if (text.empty() || (text.front() == '0' && text.size() > 1 && is_digit(text[1]))) return false;
  if (!take_digits(text)) return false;
  if (take(text, ".") && !take_digits(text)) return false;
  if (take(text, "eE")) {
    take(text, "+-");
    if (!take_digits(text)) return false;
  }
  return text.empty();
}

}  // namespace plimsoll::json
