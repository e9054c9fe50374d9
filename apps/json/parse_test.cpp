#include "apps/json/parse.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::json {
namespace {

using namespace std::string_view_literals;

TEST(Parse, KeepsEverythingInOrder) {
  const auto read =
      parse("{\"b\": [1, \"x\", null, true, false],\n \"a\": {\"c\": -2.50}}", "a.json");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->members.size(), 2u);
  EXPECT_EQ(read->members[0].key, "b");
  const Node& list = read->members[0].value;
  ASSERT_EQ(list.items.size(), 5u);
  EXPECT_EQ(list.items[0].kind, Node::Kind::number);
  EXPECT_EQ(list.items[0].text, "1");
  EXPECT_EQ(list.items[1].kind, Node::Kind::string);
  EXPECT_EQ(list.items[1].text, "x");
  EXPECT_EQ(list.items[2].kind, Node::Kind::null);
  EXPECT_EQ(list.items[3].text, "true");
  EXPECT_EQ(list.items[4].text, "false");
  const Node* inner = read->find("a");
  ASSERT_NE(inner, nullptr);
  EXPECT_EQ(inner->find("c")->text, "-2.50");
}

TEST(Parse, NoDigitIsLost) {
  for (const char* number :
       {"0", "-7", "123456789012345678901234567890", "0.1234567890123456789012345", "1.10",
        "18446744073709551616", "-9223372036854775809", "1e-400", "2.5E+10", "9007199254740993"}) {
    const auto read = parse(number, "n.json");
    ASSERT_TRUE(read.has_value()) << number;
    EXPECT_EQ(read->kind, Node::Kind::number);
    EXPECT_EQ(read->text, number);
  }
}

TEST(Parse, KnowsTheLineOfEachValue) {
  const auto read = parse("{\n\"a\": 1\n,\n\"b\":\n[2\n,\"x\"\n,\n{}]\n}\n", "a.json");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->line, 1u);
  EXPECT_EQ(read->find("a")->line, 2u);
  const Node& list = *read->find("b");
  EXPECT_EQ(list.line, 5u);
  EXPECT_EQ(list.items[0].line, 5u);
  EXPECT_EQ(list.items[1].line, 6u);
  EXPECT_EQ(list.items[2].line, 8u);
}

TEST(Parse, SkipsAByteOrderMark) {
  const auto read = parse("\xef\xbb\xbf{\"a\": 1}", "a.json");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->find("a")->text, "1");
}

TEST(Parse, EscapesBecomeText) {
  const auto read = parse(R"(["\u00e9\n\"\\\/ \ud83d\ude00"])", "a.json");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->items[0].text, "\xc3\xa9\n\"\\/ \xf0\x9f\x98\x80");
}

TEST(Parse, RefusesWhatIsNotUtf8Text) {
  struct Row {
    std::string_view bytes, where, what;
  };
  for (const auto& [bytes, where, what] : {
           Row{"", "a.json", "the file is empty; a JSON document begins with {"},
           Row{" \r\n\t", "a.json", "the file is empty; a JSON document begins with {"},
           Row{"\xef\xbb\xbf", "a.json", "the file is empty; a JSON document begins with {"},
           Row{"\xff\xfe{\0}\0"sv, "a.json", "this is UTF-16 or UTF-32 text; save it as UTF-8"},
           Row{"\xfe\xff\0{\0}"sv, "a.json", "this is UTF-16 or UTF-32 text; save it as UTF-8"},
           Row{"{\0}\0"sv, "a.json", "this is UTF-16 or UTF-32 text; save it as UTF-8"},
           Row{"\0{\0}"sv, "a.json", "this is UTF-16 or UTF-32 text; save it as UTF-8"},
           Row{"\0\0\xfe\xff"sv, "a.json", "this is UTF-16 or UTF-32 text; save it as UTF-8"},
           Row{"\xff\xfe\0\0{\0\0\0"sv, "a.json",
               "this is UTF-16 or UTF-32 text; save it as UTF-8"},
           Row{"{\"a\":\n\"caf\xe9\"}", "a.json:2:5",
               "a byte here is not UTF-8; save the file as UTF-8"},
           Row{"{\"a\": 1}\0{}"sv, "a.json:1:9",
               "a zero byte stands here; this is not a text file"},
       }) {
    const auto read = parse(bytes, "a.json");
    ASSERT_FALSE(read.has_value()) << what;
    EXPECT_EQ(read.error().reason, Reason::bad_input);
    EXPECT_EQ(read.error().what, what);
    EXPECT_EQ(read.error().where, where);
  }
}

struct BadText {
  std::string_view bytes, where, what;
};
constexpr std::string_view no_nan =
    "JSON has no NaN and no infinity; leave the member out where its value is unknown";

TEST(Parse, SaysWhatIsWrongAndWhere) {
  for (const auto& [bytes, where, what] : {
           BadText{"{\"a\": NaN}", "a.json:1:7", no_nan},
           BadText{"{\"a\": nan}", "a.json:1:7", no_nan},
           BadText{"{\"a\": Infinity}", "a.json:1:7", no_nan},
           BadText{"{\"a\": -Infinity}", "a.json:1:7", no_nan},
           BadText{"{\"a\": 1e400}", "a.json:1:7", "this number is too large for any amount"},
           BadText{"{'a': 1}", "a.json:1:2",
                   "text stands between double quotes in JSON, not single ones"},
           BadText{"{\n  // note\n}", "a.json:2:3", "JSON has no comments; take it out"},
           BadText{"# note\n{}", "a.json:1:1", "JSON has no comments; take it out"},
           BadText{"{\"a\": True}", "a.json:1:7", "write true, in lower case"},
           BadText{"{\"a\": None}", "a.json:1:7",
                   "leave the member out where its value is unknown"},
           BadText{"{\"a\": +1}", "a.json:1:7",
                   "a number has no plus sign in JSON; write 1, not +1"},
           BadText{"{\"a\": .5}", "a.json:1:7",
                   "a number begins with a digit in JSON; write 0.5, not .5"},
           BadText{"{\"a\": 1.}", "a.json:1:7",
                   "this is not a number as JSON writes them, like -1234.56"},
           BadText{"{\"a\": 01}", "a.json:1:8", "a comma or } is missing here"},
           BadText{"{\"a\": 1,}", "a.json:1:9",
                   "a comma stands before the closing bracket; take the comma out"},
           BadText{"[1,\n]", "a.json:2:1",
                   "a comma stands before the closing bracket; take the comma out"},
           BadText{"{\"a\" 1}", "a.json:1:6",
                   "a colon is missing here, between a key and its value"},
           BadText{"{a: 1}", "a.json:1:2", "a key in double quotes is missing here"},
           BadText{"{\"a\": 1 \"b\": 2}", "a.json:1:9", "a comma or } is missing here"},
           BadText{"[1 2]", "a.json:1:4", "a comma or ] is missing here"},
           BadText{"{\"a\": margin}", "a.json:1:7",
                   "\"margin\" is not JSON; text needs double quotes"},
           BadText{"[tru]", "a.json:1:2", "\"tru\" is not JSON; text needs double quotes"},
           BadText{"[1, nulll]", "a.json:1:5", "a comma or ] is missing here"},
           BadText{"{} {}", "a.json:1:4", "something follows the end of the document; take it out"},
           BadText{"{}x", "a.json:1:3", "something follows the end of the document; take it out"},
           BadText{
               "{\"a\": \"x\ny\"}", "a.json:1:9",
               "a string holds a line break or another control character; close it on its line, "
               "or write \\n or \\u00.."},
           BadText{R"(["\q"])", "a.json:1:2",
                   "a backslash in a string stands before one of \" \\ / b f n r t u"},
           BadText{R"(["\u12"])", "a.json:1:2",
                   "\\u in a string stands before four hexadecimal digits"},
           BadText{R"(["\ud800"])", "a.json:1:2",
                   "a \\ud800 to \\udfff in a string is half a character; write both halves"},
           BadText{"symbol,quantity\nAAPL,1\n", "a.json:1:1",
                   "\"symbol\" is not JSON; text needs double quotes"},
       }) {
    const auto read = parse(bytes, "a.json");
    ASSERT_FALSE(read.has_value()) << bytes;
    EXPECT_EQ(read.error().what, what) << bytes;
    EXPECT_EQ(read.error().where, where) << bytes;
  }
}

TEST(Parse, EveryTruncationOfADocumentIsRefused) {
  const std::string whole = R"({"a": [1.5, "x\u00e9", {"b": null}], "c": true})";
  ASSERT_TRUE(parse(whole, "a.json").has_value());
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
    const auto read = parse(std::string_view{whole}.substr(0, bytes), "a.json");
    ASSERT_FALSE(read.has_value()) << bytes;
    EXPECT_TRUE(read.error().what.contains("cut short") || read.error().what.contains("empty"))
        << bytes << ": " << read.error().what;
  }
}

TEST(Parse, KeysTwiceAreRefusedByPointer) {
  struct Row {
    std::string_view bytes, where;
  };
  for (const auto& [bytes, where] : {
           Row{R"({"a": 1, "a": 2})", "a.json#/a"},
           Row{R"({"positions": [{}, {"symbol": 1, "q": 2, "symbol": 3}]})",
               "a.json#/positions/1/symbol"},
           Row{R"({"x": {"a/b": 1, "c": {}, "a/b": 1}})", "a.json#/x/a~1b"},
           Row{R"([{"": 1, "": 1}])", "a.json#/0/"},
           Row{R"({"a": 1, "\u0061": 2})", "a.json#/a"},
       }) {
    const auto read = parse(bytes, "a.json");
    ASSERT_FALSE(read.has_value()) << bytes;
    EXPECT_EQ(read.error().where, where);
    EXPECT_EQ(read.error().what, "this key stands twice in one object; keep one of the two");
  }
  EXPECT_TRUE(parse(R"([{"a": 1}, {"a": 1}, {"A": 1, "a": 1}])", "a.json").has_value());
}

TEST(Parse, DepthIsBounded) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_TRUE(parse(nested(parse_limits::depth_max), "a.json").has_value());
  for (const std::string& bytes :
       {nested(parse_limits::depth_max + 1), nested(100'000), std::string(1'000'000, '[')}) {
    const auto read = parse(bytes, "a.json");
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().what, "nested more than 64 levels deep; no document of ours is");
    EXPECT_EQ(read.error().where, "a.json:1:65");
  }
}

TEST(Parse, SizesAreBounded) {
  const std::string text_max(parse_limits::text_bytes_max, 'x');
  EXPECT_TRUE(parse("[\"" + text_max + "\"]", "a.json").has_value());
  const std::string number_max(parse_limits::number_bytes_max, '1');
  struct Row {
    std::string bytes;
    std::string_view what;
  };
  for (const auto& [bytes, what] : {
           Row{"[\"" + text_max + "x\"]",
               "a string of more than 1000000 bytes ends here; shorten it"},
           Row{"[\"" + std::string(10'000'000, 'x') + "\"]",
               "a string of more than 1000000 bytes ends here; shorten it"},
           Row{"{\"" + text_max + "x\": 1}",
               "a key of more than 1000000 bytes ends here; shorten it"},
           Row{"[0." + number_max + "]",
               "a number of more than 400 characters ends here; no amount needs so many digits"},
           Row{"[" + std::string(10'000'000, '9') + "]", "this number is too large for any amount"},
           Row{std::string(parse_limits::bytes_max + 1, ' '),
               "the file has 64000001 bytes; at most 64000000 are read"},
       }) {
    const auto read = parse(bytes, "a.json");
    ASSERT_FALSE(read.has_value()) << what;
    EXPECT_EQ(read.error().what, what);
  }
  std::string many = "[0";
  for (std::size_t i = 0; i < parse_limits::values_max; ++i) many += ",0";
  const auto read = parse(many + "]", "a.json");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().what, "more than 2000000 values in one document; split it");
}

}  // namespace
}  // namespace plimsoll::json
