#include "io/text.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

TEST(Text, Trims) {
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
  EXPECT_EQ(trimmed("\xC2\xA0"
                    "AAPL"
                    "\xC2\xA0"),
            "AAPL");
  EXPECT_EQ(trimmed(" \n "), "");
}

TEST(Text, ComparesNamesByTheirLetters) {
  EXPECT_EQ(letters("Mkt Val (Market Value)"), letters("mkt_val_market_value"));
  EXPECT_EQ(letters("Today's Gain/Loss $"), "todaysgainloss");
  EXPECT_TRUE(begins_with("Pending Activity", "pending"));
  EXPECT_FALSE(begins_with("Pend", "pending"));
  EXPECT_TRUE(holds("US TREASURY BILL", "Treas"));
  EXPECT_FALSE(holds("US", "Treas"));
  EXPECT_TRUE(is_digits("012"));
  EXPECT_FALSE(is_digits(""));
  EXPECT_FALSE(is_digits("1.2"));
}

TEST(Text, ShowsAnythingSafely) {
  EXPECT_EQ(shown(std::string_view{"a\0b\x1b[31m", 8}), "a?b?[31m");
  EXPECT_EQ(shown("Z\xC3\xBCrich \xE2\x82\xAC"), "Z\xC3\xBCrich \xE2\x82\xAC");
  EXPECT_EQ(shown("Z\xFCrich"), "Z?rich");  // Latin-1
  EXPECT_EQ(shown("\xED\xA0\x80"), "???");  // a surrogate
  EXPECT_EQ(shown("\xC2\x9B"), "??");       // a control character of two bytes
  EXPECT_EQ(shown(std::string(61, 'x')), std::string(60, 'x') + "...");
  EXPECT_EQ(shown(std::string(59, 'x') + "\xC3\xBCyy"), std::string(59, 'x') + "\xC3\xBC...");
}

TEST(Text, MakesOneLineThatADocumentMayHold) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"PROSHARES ULTRA", "PROSHARES ULTRA"},
      {" A\tB\nC ", "A B C"},
      {"Z\xFCrich", "Z?rich"},
      {"Z\xC3\xBCrich", "Z\xC3\xBCrich"},
      {std::string(30, 'x'), std::string(20, 'x')},
      {std::string(19, 'x') + "\xC3\xBC", std::string(19, 'x')},  // no half of a character
      {std::string(19, 'x') + " y", std::string(19, 'x')}};
  for (const auto& [text, line] : table) {
    EXPECT_EQ(one_line(text, 20), line);
    EXPECT_EQ(is_one_line(text, 20), text == line);
  }
}

TEST(Text, RefusesWhatIsNotUtf8TextAtAll) {
  const auto why = [](std::string_view bytes) {
    const auto text = text_of(bytes, "f.csv", 100);
    return text ? "read " + std::string{*text} : text.error().where + ": " + text.error().what;
  };
  EXPECT_EQ(why("\xEF\xBB\xBF"
                "a,b"),
            "read a,b");
  EXPECT_EQ(why(""), "f.csv: the file is empty; export it again");
  EXPECT_EQ(why(" \r\n"), "f.csv: the file is empty; export it again");
  EXPECT_EQ(why("\xFF\xFE"
                "a"),
            "f.csv: the file is UTF-16 text; save it as UTF-8 (\"CSV UTF-8\")");
  EXPECT_EQ(why(std::string_view{"a\0b\0c\0", 6}).substr(0, 28), "f.csv: the file is UTF-16 te");
  EXPECT_EQ(why(std::string_view{"\x7f"
                                 "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0",
                                 20})
                .substr(0, 44),
            "f.csv: the file is no text: a program, a pic");
  EXPECT_EQ(why(std::string(101, 'x')), "f.csv: the file has 101 bytes; at most 100 are read");
}

}  // namespace
}  // namespace plimsoll::io
