#include "apps/json/syntax.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

TEST(Syntax, LineAndColumnCountCharacters) {
  struct Row {
    std::string_view bytes;
    std::size_t offset;
    std::string_view place;
  };
  for (const auto& [bytes, offset, place] : {
           Row{"", 0, "1:1"},
           Row{"abc", 0, "1:1"},
           Row{"abc", 3, "1:4"},
           Row{"a\nbc", 1, "1:2"},
           Row{"a\nbc", 2, "2:1"},
           Row{"a\r\n\nbc", 5, "3:2"},
           Row{"caf\xc3\xa9!", 5, "1:5"},
       })
    EXPECT_EQ(line_and_column(bytes, offset), place) << bytes << " " << offset;
}

TEST(Syntax, FindsWhereTheTokenBegan) {
  // The library has read one character past a number when it finds it out of place.
  const Mistake number = mistake_of({.bytes = "[1 22,3]",
                                     .reached = 6,
                                     .ended = false,
                                     .complete = false,
                                     .token = "22",
                                     .message = "unexpected number literal; expected ']'"});
  EXPECT_EQ(number.offset, 3u);
  EXPECT_EQ(number.what, "a comma or ] is missing here");
  // A token it shows in another spelling: the last byte read.
  const Mistake control = mistake_of({.bytes = "[\"a\x01\"]",
                                      .reached = 4,
                                      .ended = false,
                                      .complete = false,
                                      .token = "\"a<U+0001>",
                                      .message = "invalid string: control character"});
  EXPECT_EQ(control.offset, 3u);
  EXPECT_TRUE(control.what.starts_with("a string holds a line break or another control"))
      << control.what;
}

TEST(Syntax, TheEndOfTheText) {
  const Mistake text = mistake_of({.bytes = "[\"abc",
                                   .reached = 5,
                                   .ended = true,
                                   .complete = false,
                                   .token = "\"abc",
                                   .message = {}});
  EXPECT_EQ(text.offset, 1u);
  EXPECT_EQ(text.what, "a string begins here and never ends; the file is cut short");
  const Mistake list = mistake_of(
      {.bytes = "[1,", .reached = 3, .ended = true, .complete = false, .token = {}, .message = {}});
  EXPECT_EQ(list.offset, 3u);
  EXPECT_EQ(list.what, "the text ends before the document does; the file is cut short");
}

}  // namespace
}  // namespace plimsoll::json
