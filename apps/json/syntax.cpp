#include "apps/json/syntax.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "apps/json/utf8.hpp"
#include "apps/json/writer.hpp"

namespace plimsoll::json {
namespace {

struct Hint {
  std::string_view sign;
  std::string_view what;
};

constexpr std::string_view no_nan =
    "JSON has no NaN and no infinity; leave the member out where its value is unknown";

/// By what stands at the mistake.
constexpr std::array beginnings{
    Hint{"NaN", no_nan},
    Hint{"nan", no_nan},
    Hint{"Infinity", no_nan},
    Hint{"inf", no_nan},
    Hint{"-Infinity", no_nan},
    Hint{"-inf", no_nan},
    Hint{"-NaN", no_nan},
    Hint{"-nan", no_nan},
    Hint{"'", "text stands between double quotes in JSON, not single ones"},
    Hint{"//", "JSON has no comments; take it out"},
    Hint{"/*", "JSON has no comments; take it out"},
    Hint{"#", "JSON has no comments; take it out"},
    Hint{"True", "write true, in lower case"},
    Hint{"False", "write false, in lower case"},
    Hint{"None", "leave the member out where its value is unknown"},
    Hint{"+", "a number has no plus sign in JSON; write 1, not +1"},
    Hint{".", "a number begins with a digit in JSON; write 0.5, not .5"},
};

/// By what the library says of it.
constexpr std::array sayings{
    Hint{"control character",
         "a string holds a line break or another control character; close it on its line, or write "
         "\\n or \\u00.."},
    Hint{"after backslash", "a backslash in a string stands before one of \" \\ / b f n r t u"},
    Hint{"4 hex digits", "\\u in a string stands before four hexadecimal digits"},
    Hint{"surrogate", "a \\ud800 to \\udfff in a string is half a character; write both halves"},
    Hint{"number overflow", "this number is too large for any amount"},
    Hint{"invalid number", "this is not a number as JSON writes them, like -1234.56"},
    Hint{"; expected string literal", "a key in double quotes is missing here"},
    Hint{"; expected ':'", "a colon is missing here, between a key and its value"},
    Hint{"; expected '}'", "a comma or } is missing here"},
    Hint{"; expected ']'", "a comma or ] is missing here"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the library's token is the whole of what it stopped at: a string or a number.
bool is_whole_token(const Stop& stop) {
  if (stop.ended) return stop.token.starts_with('"');
  for (const std::string_view saying : {"invalid string", "invalid number", "number overflow",
                                        "unexpected string literal", "unexpected number literal"})
    if (stop.message.contains(saying)) return true;
  return false;
}

/// Where what went wrong began. The library says how far it has read: to the end of a string, one
/// character past a number, to the letter at which a word went wrong.
std::size_t beginning_of(const Stop& stop) {
  for (const std::size_t ahead : {std::size_t{0}, std::size_t{1}}) {
    if (!is_whole_token(stop) || stop.reached < stop.token.size() + ahead) continue;
    const std::size_t from = stop.reached - ahead - stop.token.size();
    if (stop.bytes.substr(from, stop.token.size()) == stop.token) return from;
  }
  std::size_t from = stop.reached == 0 ? 0 : stop.reached - 1;
  if (is_letter(stop.bytes[from]) || stop.message.contains("invalid literal"))
    while (from > 0 && is_letter(stop.bytes[from - 1])) --from;
  return from;
}

char last_before(std::string_view bytes, std::size_t offset) {
  const std::size_t at = bytes.substr(0, offset).find_last_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : bytes[at];
}

}  // namespace

Mistake mistake_of(const Stop& stop) {
  if (stop.ended) {
    if (stop.token.starts_with('"'))
      return {beginning_of(stop), "a string begins here and never ends; the file is cut short"};
    return {stop.bytes.size(), "the text ends before the document does; the file is cut short"};
  }
  const std::size_t at = beginning_of(stop);
  if (stop.complete) return {at, "something follows the end of the document; take it out"};
  const std::string_view rest = stop.bytes.substr(at);
  for (const Hint& hint : beginnings)
    if (rest.starts_with(hint.sign)) return {at, std::string{hint.what}};
  if ((rest.starts_with('}') || rest.starts_with(']')) && last_before(stop.bytes, at) == ',')
    return {at, "a comma stands before the closing bracket; take the comma out"};
  for (const Hint& hint : sayings)
    if (stop.message.contains(hint.sign)) return {at, std::string{hint.what}};
  const std::size_t word = std::max<std::size_t>(1, rest.find_first_of(" \t\r\n,:[]{}\""));
  return {at, in_quotes(cut(rest.substr(0, word), 40)) + " is not JSON; text needs double quotes"};
}

std::string line_and_column(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto lines = std::ranges::count(before, '\n');
  const std::size_t line_from = before.find_last_of('\n') + 1;  // npos + 1 is 0: the first line
  const auto characters = std::ranges::count_if(before.substr(line_from), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
  });
  return std::to_string(lines + 1) + ":" + std::to_string(characters + 1);
}

}  // namespace plimsoll::json
