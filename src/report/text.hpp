#pragma once
// Text on a screen: how wide it is, where it may break, and what may not reach a terminal.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::report {

enum class Ink : std::uint8_t { plain, colour, markdown };

/// What the page is printed on. `width` in columns: lines break there where they can.
struct Paper {
  Ink ink = Ink::plain;
  std::size_t width = 100;
  std::size_t depth = 2;  // of a section's heading in Markdown: "##"
};

/// Lines break where the reader's own page does: a mark at the start of a broken one would be
/// markup.
Paper markdown_paper();

enum class Emphasis : std::uint8_t { none, strong, dim, warning };

/// The text between the terminal's codes for `emphasis`, bold in Markdown; the text alone on plain
/// paper.
std::string inked(std::string_view text, Emphasis emphasis, Ink ink);

/// A section's heading, a line by itself.
std::string section_heading(std::string_view text, const Paper& paper);

/// On Markdown paper with a backslash before what would be read as markup; else the text itself.
std::string unmarked(std::string_view text, Ink ink);

/// Columns a text takes: one for each character, which is not one for each byte.
std::size_t width_of(std::string_view text);

/// What came from a file, fit for a terminal: control characters, which could move the cursor or
/// forge a line, become "?".
std::string printable(std::string_view text);

/// Lines of at most `width` columns, broken at blanks; a longer word is broken where it must.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// A paragraph behind a first-line mark, the other lines indented to match: "  - text".
std::string item(std::string_view mark, std::string_view text, std::size_t width);
/// The same as wide as the paper, and unmarked where it is Markdown: "* text", a footnote, is an
/// item there that begins with its star.
std::string item(std::string_view mark, std::string_view text, const Paper& paper);

}  // namespace plimsoll::report
