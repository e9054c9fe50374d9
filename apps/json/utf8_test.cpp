#include "apps/json/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::json {
namespace {

TEST(Utf8, CharacterBytes) {
  struct Row {
    std::string_view text;
    std::size_t bytes;
  };
  for (const auto& [text, bytes] : {
           Row{"a", 1},
           Row{"\x7f", 1},
           Row{"\xc3\xa9", 2},
           Row{"\xe2\x82\xac", 3},
           Row{"\xf0\x9f\x98\x80", 4},
           Row{"\xf4\x8f\xbf\xbf", 4},
           // None: a continuation first, cut short, overlong, a surrogate, past the last.
           Row{"\x80", 0},
           Row{"\xc3", 0},
           Row{"\xc3(", 0},
           Row{"\xe2\x82", 0},
           Row{"\xe2\x82(", 0},
           Row{"\xc0\xaf", 0},
           Row{"\xc1\xbf", 0},
           Row{"\xe0\x9f\xbf", 0},
           Row{"\xf0\x8f\xbf\xbf", 0},
           Row{"\xed\xa0\x80", 0},
           Row{"\xed\xbf\xbf", 0},
           Row{"\xf4\x90\x80\x80", 0},
           Row{"\xf5\x80\x80\x80", 0},
           Row{"\xff", 0},
       })
    EXPECT_EQ(character_bytes(text), bytes) << testing::PrintToString(std::string{text});
}

TEST(Utf8, FirstBadByte) {
  EXPECT_EQ(first_not_utf8(""), std::string_view::npos);
  EXPECT_EQ(first_not_utf8("caf\xc3\xa9"), std::string_view::npos);
  EXPECT_EQ(first_not_utf8("caf\xe9"), 3u);
  EXPECT_EQ(first_not_utf8("\xc3\xa9\xc3"), 2u);
}

TEST(Utf8, CutsBetweenCharacters) {
  EXPECT_EQ(cut("abc", 5), "abc");
  EXPECT_EQ(cut("abc", 3), "abc");
  EXPECT_EQ(cut("abc", 2), "ab");
  EXPECT_EQ(cut("a\xe2\x82\xac", 3), "a");
  EXPECT_EQ(cut("a\xe2\x82\xac", 4), "a\xe2\x82\xac");
  EXPECT_EQ(cut("\x80\x80\x80", 2), "");
}

}  // namespace
}  // namespace plimsoll::json
