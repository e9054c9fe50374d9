#pragma once
// Small questions about text from outside, asked by every reader.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace plimsoll::io {

namespace detail {
std::string_view trim(std::string_view text);
constexpr bool is_plain(char c) { return c > ' ' && c < '\x7f'; }
}  // namespace detail

/// Without blanks, tabs, line ends and no-break spaces at either end.
inline std::string_view trimmed(std::string_view text) {
  if (!text.empty() && detail::is_plain(text.front()) && detail::is_plain(text.back())) return text;
  return detail::trim(text);
}

/// ASCII letters in lower case, and in upper case; every other byte as it is.
std::string lower(std::string_view text);
std::string upper(std::string_view text);

/// `text` in lower case, with only its letters and digits: "Mkt Val (Market Value)" and
/// "mkt_val_market_value" are one name.
std::string letters(std::string_view text);

/// Whether `text` begins with `start`, ignoring the case of ASCII letters.
bool begins_with(std::string_view text, std::string_view start);
/// Whether `part` occurs in `text`, ignoring the case of ASCII letters.
bool holds(std::string_view text, std::string_view part);
bool is_digits(std::string_view text);  // at least one, and nothing else

/// "positions.csv:12".
std::string place(std::string_view name, std::uint32_t line);

/// About 60 bytes of it for a message, cut with "..."; control characters and bytes that are not
/// UTF-8 as '?'.
std::string shown(std::string_view text);

/// At most `bytes_max` bytes of it as a document may hold them: UTF-8 in one line without outer
/// blanks, '?' for what is neither.
std::string one_line(std::string_view text, std::size_t bytes_max);
bool is_one_line(std::string_view text, std::size_t bytes_max);

/// The file as UTF-8 text without its byte order mark. Refused, naming the file: nothing in it but
/// blanks, UTF-16 or UTF-32 (the message says how to save it), or more bytes than `bytes_max`.
Result<std::string_view> text_of(std::string_view bytes, std::string_view name,
                                 std::size_t bytes_max);

}  // namespace plimsoll::io
