#include "io/text.hpp"

#include <algorithm>

namespace plimsoll::io {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char upper_letter(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether of every two bytes one is zero and the other mostly is not, as of plain text in UTF-16.
bool alternates(std::string_view bytes) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++zeros[i % 2];
  const std::size_t pairs = bytes.size() / 2, most = std::max(zeros[0], zeros[1]);
  return pairs >= 2 && most * 3 >= pairs * 2 && std::min(zeros[0], zeros[1]) * 10 <= pairs;
}

/// Zero bytes in number: one alone is a fault in a line, which is told with it.
bool is_binary(std::string_view bytes) {
  const auto zeros = static_cast<std::size_t>(std::ranges::count(bytes, '\0'));
  return zeros >= 3 && zeros * 8 >= bytes.size();
}

/// A byte order mark of UTF-16 or UTF-32, or the zero bytes plain text of the first is full of.
bool is_wide(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.starts_with(std::string_view{"\0\0\xFE\xFF", 4})) return true;
  return alternates(bytes.substr(0, 200));
}

/// How many bytes the character at the start of `text` has; 0 where it is a control character or
/// not UTF-8.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return first < 0x20 || first == 0x7f ? 0 : 1;
  if (first >= 0xC2 && first <= 0xDF)
    return follows(1) && !(first == 0xC2 && second < 0xA0) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool fits = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0);
    return fits && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool fits = (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
    return fits && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string_view detail::trim(std::string_view text) {
  while (!text.empty()) {
    if (is_blank(text.front())) text.remove_prefix(1);
    else if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
    else break;
  }
  while (!text.empty()) {
    if (is_blank(text.back())) text.remove_suffix(1);
    else if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
    else break;
  }
  return text;
}

std::string lower(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), lower_letter);
  return result;
}

std::string upper(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), upper_letter);
  return result;
}

std::string letters(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const char low = lower_letter(c);
    if ((low >= 'a' && low <= 'z') || is_digit(low)) result.push_back(low);
  }
  return result;
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::ranges::equal(text.substr(0, start.size()), start, {}, lower_letter, lower_letter);
}

bool holds(std::string_view text, std::string_view part) {
  return !std::ranges::search(text, part, {}, lower_letter, lower_letter).empty() || part.empty();
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string place(std::string_view name, std::uint32_t line) {
  return std::string{name} + ":" + std::to_string(line);
}

std::string shown(std::string_view text) {
  constexpr std::size_t length_max = 60;
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (result.size() >= length_max) return result + "...";
    const std::size_t length = character_length(text.substr(i));
    if (length == 0) result.push_back('?');
    else result.append(text.substr(i, length));
    i += std::max<std::size_t>(length, 1);
  }
  return result;
}

std::string one_line(std::string_view text, std::size_t bytes_max) {
  std::string result;
  text = trimmed(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text.substr(i));
    if (result.size() + std::max<std::size_t>(length, 1) > bytes_max) break;
    if (length == 0) result.push_back(is_blank(text[i]) ? ' ' : '?');
    else result.append(text.substr(i, length));
    i += std::max<std::size_t>(length, 1);
  }
  return std::string{trimmed(result)};
}

bool is_one_line(std::string_view text, std::size_t bytes_max) {
  return one_line(text, bytes_max) == text;
}

Result<std::string_view> text_of(std::string_view bytes, std::string_view name,
                                 std::size_t bytes_max) {
  const std::string where{name};
  if (bytes.size() > bytes_max)
    return fail(Reason::bad_input,
                "the file has " + std::to_string(bytes.size()) + " bytes; at most " +
                    std::to_string(bytes_max) + " are read",
                where);
  if (is_wide(bytes))
    return fail(Reason::bad_input, "the file is UTF-16 text; save it as UTF-8 (\"CSV UTF-8\")",
                where);
  if (is_binary(bytes.substr(0, 200)))
    return fail(Reason::bad_input,
                "the file is no text: a program, a picture or an archive; name what the broker "
                "exported as CSV, or an account document",
                where);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (trimmed(bytes).empty())
    return fail(Reason::bad_input, "the file is empty; export it again", where);
  return bytes;
}

}  // namespace plimsoll::io
