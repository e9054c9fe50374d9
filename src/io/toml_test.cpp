#include "io/toml.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

std::string wrong(std::string_view bytes) {
  const auto read = read_toml(bytes, "f.toml");
  return read ? "read" : read.error().where + ": " + read.error().what;
}

TEST(Toml, KeepsOrderLinesAndText) {
  const auto read = read_toml(
      "# a list\n"
      "zebra = 3\n"
      "apple = \"0.25\"\n"
      "day = 2026-11-20\n"
      "on = true\n"
      "\n"
      "[[row]]\n"
      "name = \"first\"\n"
      "tags = [1, \"two\"]\n"
      "[[row]]\n"
      "name = \"second\"\n",
      "f.toml");
  ASSERT_TRUE(read);
  const Node& root = *read;
  ASSERT_EQ(root.kind, Node::Kind::object);
  ASSERT_EQ(root.members.size(), 5u);
  //                             key  kind  text  line
  const std::vector<std::tuple<std::string, Node::Kind, std::string, std::uint32_t>> expected{
      {"zebra", Node::Kind::number, "3", 2},
      {"apple", Node::Kind::string, "0.25", 3},
      {"day", Node::Kind::string, "2026-11-20", 4},
      {"on", Node::Kind::boolean, "true", 5},
      {"row", Node::Kind::array, "", 7}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& [key, node] = root.members[i];
    EXPECT_EQ(std::tuple(key, node.kind, node.text, node.line), expected[i]);
  }
  const Node* rows = root.find("row");
  ASSERT_EQ(rows->items.size(), 2u);
  EXPECT_EQ(rows->items[0].find("name")->text, "first");
  EXPECT_EQ(rows->items[0].find("tags")->items[1].text, "two");
  EXPECT_EQ(rows->items[1].find("name")->line, 11u);
}

TEST(Toml, RefusesWithTheLine) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"a = 1\nrate = 0.25\n", "f.toml:2: a number with a point; write it in quotes"},
      {"rate = 1e3\n", "f.toml:1: a number with a point"},
      {"rate = nan\n", "f.toml:1: a number with a point"},
      {"rate = inf\n", "f.toml:1: a number with a point"},
      {"at = 07:32:00\n", "f.toml:1: a time of day"},
      {"at = 2026-11-20T07:32:00Z\n", "f.toml:1: a time of day"},
      {"a = 1\nb = 2\na = 3\n", "f.toml:3: this is not TOML"},
      {"a = \n", "f.toml:1: this is not TOML"},
      {"[ = 1\n", "f.toml:1: a \"=\" inside of square brackets"},
      {"a. = 1\n", "f.toml:1: this is not TOML"},
      {"[a\nb = 1\n", "f.toml:2: a \"=\" inside of square brackets"},
      {"a = 1 = 2\n", "f.toml:1: a second \"=\" behind a value"},
      {"a = [\n0)=\"\xc2\xa2\"]", "f.toml:2: a \"=\" inside of square brackets"},
      {"a = [0}=\"\xc2\xa2\"", "f.toml:1: a closing bracket that closes none"},
      {"a = 1[2]\n", "f.toml:1: a quote or bracket where"},
      {"a = \"unfinished\n", "f.toml:1: a quote that is not closed"},
      {"a = \"\"\"b \\\n c\"\"\"\n", "f.toml:1: a backslash at the end of a line"},
      {"a = 2026 '\xC3\xBC'\n", "f.toml:1: a quote or bracket where no key or value begins"},
      {std::string{"a = 1\0\n", 7}, "f.toml:1: a NUL or another control"},
      {"Ybr. \xef\xb9\xbf", "f.toml:1: a letter beyond ASCII outside quotes"},
      {"a = \"\"\"\n\n\"\"\"\nb\xC3\xBC = 1\n", "f.toml:4: a letter beyond ASCII outside quotes"},
      {"a = \"\xff\"\n", "f.toml:1: this is not TOML"},
      {std::string{"\xff\xfe"
                   "a\0=\0",
                   6},
       "f.toml: the file is UTF-16"},
  };
  for (const auto& [bytes, start] : rows)
    EXPECT_EQ(wrong(bytes).substr(0, start.size()), start) << bytes;
}

TEST(Toml, BoundsDepthHoweverItIsWritten) {
  const auto repeated = [](const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
  };
  EXPECT_EQ(wrong("a" + repeated(".a", 31) + " = 1\n"), "read");
  EXPECT_NE(wrong("a" + repeated(".a", 100'000) + " = 1\n").find("levels deep"), std::string::npos);
  EXPECT_NE(wrong("[a" + repeated(".a", 33) + "]\n").find("levels deep"), std::string::npos);
  EXPECT_NE(
      wrong("[a" + repeated(".a", 20) + "]\nb" + repeated(".b", 20) + " = 1\n").find("levels deep"),
      std::string::npos);
  EXPECT_EQ(wrong("a = " + repeated("[", 100'000)).substr(0, 16), "f.toml:1: this i");
  EXPECT_EQ(wrong("a = \"" + repeated(".", 1'000) + "\" # " + repeated(".", 1'000) + "\n"), "read");
}

TEST(Toml, QuotedTextMayHoldAnything) {
  const auto read = read_toml(
      "\"k\xC3\xBC\" = 'Z\xC3\xBCrich'  # \xE2\x82\xAC\n"
      "a = \"\"\"\n\xE2\x82\xAC \\\"\"\" \"\" end\"\"\"\n"
      "b = '''\n\\\xE2\x82\xAC'''\n",
      "f.toml");
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->find("k\xC3\xBC")->text, "Z\xC3\xBCrich");
  EXPECT_EQ(read->find("a")->text, "\xE2\x82\xAC \"\"\" \"\" end");
  EXPECT_EQ(read->find("b")->text, "\\\xE2\x82\xAC");
  EXPECT_EQ(read->find("b")->line, 4u);
}

TEST(Toml, EmptyIsAnEmptyObjectAndTooLongIsRefused) {
  for (const std::string_view text : {"", "\n\n", "# only a comment\n"}) {
    const auto read = read_toml(text, "f.toml");
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->kind, Node::Kind::object);
    EXPECT_TRUE(read->members.empty());
  }
  EXPECT_EQ(wrong("a = \"" + std::string(4'000'000, 'x') + "\"").substr(0, 20),
            "f.toml: the file has");
}

}  // namespace
}  // namespace plimsoll::io
