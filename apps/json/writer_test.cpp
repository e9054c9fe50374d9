#include "apps/json/writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

std::string example(Layout layout) {
  Writer out{layout};
  out.begin_object();
  out.key("a").begin_array().whole(1).text("x").null().boolean(true).end_array();
  out.key("b").begin_object().end_object();
  out.key("c").begin_array().end_array();
  out.key("d").begin_object().key("e").number(0.5).end_object();
  out.end_object();
  return std::move(out).finish();
}

TEST(Writer, Layouts) {
  EXPECT_EQ(example(Layout::one_line),
            "{\"a\":[1,\"x\",null,true],\"b\":{},\"c\":[],\"d\":{\"e\":0.5}}\n");
  EXPECT_EQ(example(Layout::indented),
            "{\n"
            "  \"a\": [\n"
            "    1,\n"
            "    \"x\",\n"
            "    null,\n"
            "    true\n"
            "  ],\n"
            "  \"b\": {},\n"
            "  \"c\": [],\n"
            "  \"d\": {\n"
            "    \"e\": 0.5\n"
            "  }\n"
            "}\n");
}

TEST(Writer, Escapes) {
  struct Row {
    std::string_view text, written;
  };
  using namespace std::string_view_literals;
  for (const auto& [text, written] : {
           Row{"", "\"\""},
           Row{"AAPL  270115C00250000", "\"AAPL  270115C00250000\""},
           Row{"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
           Row{"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
           Row{"\0\x01\x1f\x7f"sv, "\"\\u0000\\u0001\\u001f\\u007f\""},
           Row{"\x1b[31m", "\"\\u001b[31m\""},
           Row{"caf\xc3\xa9 \xf0\x9f\x98\x80", "\"caf\xc3\xa9 \xf0\x9f\x98\x80\""},
           Row{"caf\xe9!", "\"caf\xef\xbf\xbd!\""},
           Row{"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
       })
    EXPECT_EQ(in_quotes(text), written);
}

TEST(Writer, NumbersInShortestForm) {
  struct Row {
    double value;
    std::string_view written;
  };
  for (const auto& [value, written] : {
           Row{0.0, "0"},
           Row{-0.0, "0"},
           Row{1, "1"},
           Row{-2.5, "-2.5"},
           Row{0.2, "0.2"},
           Row{0.1 + 0.2, "0.30000000000000004"},
           Row{51000000, "51000000"},
           Row{123456.789, "123456.789"},
           Row{0.000001, "0.000001"},
           Row{0.0000012, "0.0000012"},
           Row{0.0000001, "1e-7"},
           Row{1.25e-9, "1.25e-9"},
           Row{100000000000000000000.0, "100000000000000000000"},
           Row{1e21, "1e+21"},
           Row{1.5e300, "1.5e+300"},
           Row{std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
           Row{std::numeric_limits<double>::denorm_min(), "5e-324"},
       })
    EXPECT_EQ(number_text_of(value), written);
}

TEST(Writer, EveryFiniteNumberReadsBackTheSame) {
  EXPECT_TRUE(rc::check([](std::uint64_t bits) {
    const double value = std::bit_cast<double>(bits);
    RC_PRE(std::isfinite(value));
    const std::string text = number_text_of(value);
    RC_ASSERT(is_number(text));
    RC_ASSERT(std::strtod(text.c_str(), nullptr) == value);
  }));
}

TEST(Writer, AnyTextReadsBackAsWritten) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const auto read = parse("[" + in_quotes(bytes) + "]", "text.json");
    RC_ASSERT(read.has_value());
    // What is not UTF-8 has become U+FFFD: writing what was read changes nothing more.
    RC_ASSERT(in_quotes(read->items[0].text) == in_quotes(bytes));
  }));
}

TEST(Writer, KnowsANumber) {
  for (const char* text : {"0", "-0", "1", "10", "-1.5", "0.25", "1e3", "1E-3", "2.5e+10"})
    EXPECT_TRUE(is_number(text)) << text;
  for (const char* text :
       {"",    "-",   "+1",    ".5", "5.", "01",    "-01", "1e",    "1e+", "0x10",
        "nan", "inf", "1,000", " 1", "1 ", "1.2.3", "--1", "1e5.5", "NaN", "Infinity"})
    EXPECT_FALSE(is_number(text)) << text;
}

TEST(WriterDeath, BracketsAndKeysMustMatch) {
  EXPECT_DEATH(Writer{Layout::one_line}.begin_object().end_array(), "");
  EXPECT_DEATH(Writer{Layout::one_line}.begin_object().text("no key"), "");
  EXPECT_DEATH(Writer{Layout::one_line}.begin_array().key("in a list"), "");
  EXPECT_DEATH(Writer{Layout::one_line}.begin_object().key("a").end_object(), "");
  EXPECT_DEATH(Writer{Layout::one_line}.number_text("nan"), "");
  EXPECT_DEATH(Writer{Layout::one_line}.number(HUGE_VAL), "");
  EXPECT_DEATH(
      {
        Writer open{Layout::one_line};
        open.begin_object();
        std::move(open).finish();
      },
      "");
}

}  // namespace
}  // namespace plimsoll::json
