#include "report/text.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using Lines = std::vector<std::string>;

TEST(Text, WidthCountsCharactersNotBytes) {
  EXPECT_EQ(width_of(""), 0u);
  EXPECT_EQ(width_of("AAPL"), 4u);
  EXPECT_EQ(width_of("Société"), 7u);
}

TEST(Text, WrapsAtBlanksAndBreaksWhatIsTooLong) {
  EXPECT_EQ(wrapped("", 10), Lines{""});
  EXPECT_EQ(wrapped("one two", 7), Lines{"one two"});
  EXPECT_EQ(wrapped("one two", 6), (Lines{"one", "two"}));
  EXPECT_EQ(wrapped("one  two", 4), (Lines{"one", "two"}));
  EXPECT_EQ(wrapped("abcdefgh ij", 3), (Lines{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrapped("ééé éé", 3), (Lines{"ééé", "éé"}));
  EXPECT_EQ(wrapped("ab", 0), (Lines{"a", "b"}));
}

TEST(Text, AnItemHangsBehindItsMark) {
  EXPECT_EQ(item("  - ", "one two three", 11), "  - one two\n    three\n");
  EXPECT_EQ(item("- ", "", 11), "- \n");
}

TEST(Text, NothingFromAFileMovesTheCursor) {
  EXPECT_EQ(printable("AAPL\x1b[2J"), "AAPL?[2J");
  EXPECT_EQ(printable("a\nplimsoll: all is well"), "a?plimsoll: all is well");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "??31m");
  EXPECT_EQ(printable("Société, 100 €"), "Société, 100 €");
  EXPECT_EQ(printable("a\u202E b\u200B c\u2028"), "a??? b??? c???");  // turned and broken lines
  EXPECT_EQ(printable("\xC2"), "\xC2");
}

TEST(Text, InkOnlyWhereThereIsColour) {
  EXPECT_EQ(inked("x", Emphasis::warning, Ink::plain), "x");
  EXPECT_EQ(inked("x", Emphasis::none, Ink::colour), "x");
  EXPECT_EQ(inked("", Emphasis::strong, Ink::colour), "");
  EXPECT_EQ(inked("x", Emphasis::strong, Ink::colour), "\x1b[1mx\x1b[0m");
  EXPECT_NE(inked("x", Emphasis::dim, Ink::colour), inked("x", Emphasis::warning, Ink::colour));
}

TEST(Text, MarkdownHasHeadingsAndBold) {
  const Paper paper = markdown_paper();
  EXPECT_EQ(section_heading("carry", paper), "## carry\n");
  EXPECT_EQ(section_heading("carry", {}), "carry\n");
  EXPECT_EQ(section_heading("carry", {.ink = Ink::colour}), "\x1b[1mcarry\x1b[0m\n");
  EXPECT_EQ(inked("x", Emphasis::warning, paper.ink), "**x**");
  EXPECT_EQ(inked("x", Emphasis::strong, paper.ink), "**x**");
  EXPECT_EQ(inked("x", Emphasis::dim, paper.ink), "x");
  EXPECT_EQ(inked("", Emphasis::strong, paper.ink), "");
}

TEST(Text, NothingFromAFileIsMarkup) {
  EXPECT_EQ(unmarked("a|b <img> *x* `y` [z](u) \\", Ink::markdown),
            "a\\|b \\<img> \\*x\\* \\`y\\` [z\\](u) \\\\");
  EXPECT_EQ(unmarked("S&P &amp; &#60; < 1 [1, 2]", Ink::markdown),
            "S\\&P \\&amp; \\&#60; < 1 [1, 2]");
  EXPECT_EQ(unmarked("S&P 500 [a]: b", Ink::markdown), "S&P 500 [a\\]: b");
  EXPECT_EQ(unmarked("cash_advice _x_", Ink::markdown), "cash_advice \\_x\\_");
  EXPECT_EQ(item("- ", "# no heading", markdown_paper()), "- \\# no heading\n");
  EXPECT_EQ(item("- ", "# no heading", Paper{}), "- # no heading\n");
  EXPECT_EQ(unmarked("a|b", Ink::plain), "a|b");
  EXPECT_EQ(item("  - ", "<b>", markdown_paper()), "  - \\<b>\n");
  EXPECT_EQ(item("  * ", "a *footnote", markdown_paper()), "  - \\* a \\*footnote\n");
  EXPECT_EQ(item("  * ", "a *footnote", Paper{}), "  * a *footnote\n");
}

TEST(Text, MarkdownDoesNotBreakLines) {
  const std::string words(3'000, 'x');
  const std::string text = words + " - " + words;
  EXPECT_EQ(item("- ", text, markdown_paper()), "- " + text + "\n");
}

}  // namespace
}  // namespace plimsoll::report
