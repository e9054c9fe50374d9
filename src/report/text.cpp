#include "report/text.hpp"

#include <algorithm>
#include <cctype>
#include <limits>

namespace plimsoll::report {
namespace {

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

/// Bytes of the first `columns` characters.
std::size_t bytes_of(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if (starts_character(text[at]) && seen++ == columns) break;
  return at;
}

/// Where a line that begins `text` may end: at the last blank that fits, else where it is full.
std::size_t line_end(std::string_view text, std::size_t width) {
  const std::size_t full = bytes_of(text, width);
  if (full == text.size()) return full;
  const std::size_t blank = text.substr(0, full + 1).rfind(' ');
  return blank == std::string_view::npos || blank == 0 ? full : blank;
}

/// Whether the character at `at` would be read as markup there: an underscore within a word is not,
/// nor is an ampersand that begins no entity.
bool is_markup(std::string_view text, std::size_t at) {
  const auto next = [&](std::size_t by) { return at + by < text.size() ? text[at + by] : ' '; };
  const auto joins = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '|':
    case '~':
      return true;
    case '_':
      return at == 0 || !joins(text[at - 1]) || !joins(next(1));
    case '<':
      return joins(next(1)) || next(1) == '/' || next(1) == '!' || next(1) == '?';
    case ']':
      return next(1) == '(' || next(1) == '[' || next(1) == ':';
    case '&':
      return text.substr(at, 40).find(';') != std::string_view::npos;
    default:
      return false;
  }
}

std::string_view code(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::none:
      return "";
    case Emphasis::strong:
      return "\x1b[1m";
    case Emphasis::dim:
      return "\x1b[2m";
    case Emphasis::warning:
      return "\x1b[1;31m";
  }
  return "";
}

}  // namespace

std::string inked(std::string_view text, Emphasis emphasis, Ink ink) {
  if (ink == Ink::markdown) {
    const std::string safe = unmarked(text, ink);
    const bool bold = emphasis == Emphasis::strong || emphasis == Emphasis::warning;
    return bold && !text.empty() ? "**" + safe + "**" : safe;
  }
  if (ink == Ink::plain || emphasis == Emphasis::none || text.empty()) return std::string{text};
  return std::string{code(emphasis)} + std::string{text} + "\x1b[0m";
}

Paper markdown_paper() {
  return {.ink = Ink::markdown, .width = std::numeric_limits<std::size_t>::max() / 2};
}

std::string section_heading(std::string_view text, const Paper& paper) {
  if (paper.ink != Ink::markdown) return inked(text, Emphasis::strong, paper.ink) + "\n";
  return std::string(paper.depth, '#') + " " + unmarked(text, paper.ink) + "\n";
}

std::string unmarked(std::string_view text, Ink ink) {
  if (ink != Ink::markdown) return std::string{text};
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_markup(text, i)) out += '\\';
    out += text[i];
  }
  return out;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

std::string printable(std::string_view text) {
  std::string safe{text};
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const auto byte = static_cast<unsigned char>(safe[i]);
    if (byte < 0x20 || byte == 0x7F) safe[i] = '?';
    // U+0080 to U+009F are control characters too, as two bytes.
    if (byte == 0xC2 && i + 1 < safe.size() && static_cast<unsigned char>(safe[i + 1]) < 0xA0)
      safe[i] = safe[i + 1] = '?';
    // So are those that turn or break a line unseen: U+200B to U+200F, U+2028 to U+202E, U+2066 to
    // U+2069.
    if (byte == 0xE2 && i + 2 < safe.size()) {
      const auto second = static_cast<unsigned char>(safe[i + 1]);
      const auto third = static_cast<unsigned char>(safe[i + 2]);
      const bool unseen = (second == 0x80 && ((third >= 0x8B && third <= 0x8F) ||
                                              (third >= 0xA8 && third <= 0xAE))) ||
                          (second == 0x81 && third >= 0xA6 && third <= 0xA9);
      if (unseen) safe[i] = safe[i + 1] = safe[i + 2] = '?';
    }
  }
  return safe;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  width = std::max<std::size_t>(width, 1);
  while (!text.empty()) {
    const std::size_t end = line_end(text, width);
    const std::string_view line = text.substr(0, end);
    lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
    text.remove_prefix(end);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string item(std::string_view mark, std::string_view text, std::size_t width) {
  const std::size_t indent = width_of(mark);
  const auto lines = wrapped(text, width > indent ? width - indent : 1);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i)
    out += (i == 0 ? std::string{mark} : std::string(indent, ' ')) + lines[i] + "\n";
  return out;
}

std::string item(std::string_view mark, std::string_view text, const Paper& paper) {
  std::string safe = unmarked(text, paper.ink);
  // At the start of a line these too are markup.
  if (paper.ink == Ink::markdown && !safe.empty() &&
      std::string_view{"#>+-"}.find(safe.front()) != std::string_view::npos)
    safe.insert(0, 1, '\\');
  // A footnote's own mark would be a bullet there.
  if (paper.ink == Ink::markdown && mark.contains('*'))
    return item("  - ", unmarked(mark.substr(mark.find('*')), paper.ink) + safe, paper.width);
  return item(mark, safe, paper.width);
}

}  // namespace plimsoll::report
