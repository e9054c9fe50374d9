#include "apps/json/fields.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

Node parsed(std::string_view text) {
  auto read = parse(text, "test");
  EXPECT_TRUE(read.has_value()) << text;
  return read ? *read : Node{};
}

/// What one reader answers and notes of one value.
template <class T>
struct Reading {
  std::optional<T> value;
  std::string what;
};
template <class Read>
auto reading(std::string_view text, Read read) {
  Notes notes;
  const Node node = parsed(text);
  auto value = read(node, Place{"a.json"}, notes);
  EXPECT_EQ(value.has_value(), notes.clean()) << text;
  return Reading<typename decltype(value)::value_type>{
      value, notes.clean() ? "" : notes.mistakes().front().what};
}

constexpr std::string_view null_what = "this is null; leave the member out where it is unknown";

TEST(Fields, FixedPoint) {
  const auto read = [](const Node& node, const Place& place, Notes& notes) {
    return read_fixed(node, {0, 2, "write 0.5 for 50 %"}, place, notes);
  };
  EXPECT_EQ(reading("2", read).value, Fixed48::of(2));
  EXPECT_EQ(reading("\"0.5\"", read).value, Fixed48::from_bits(Int128{1} << 47));
  EXPECT_EQ(reading("0", read).value, Fixed48{});
  // The last of 18 places is read, and is below the smallest part there is.
  EXPECT_EQ(reading("0.000000000000000001", read).value, Fixed48{});
  for (const auto& [text, what] : {
           std::pair{"2.000000000000000001",
                     "\"2.000000000000000001\" is outside 0 to 2; write 0.5 for 50 %"},
           std::pair{"-0.000000000000000001",
                     "\"-0.000000000000000001\" is outside 0 to 2; write 0.5 for 50 %"},
           std::pair{"0.0000000000000000001",
                     "\"0.0000000000000000001\" has more than 18 decimal places; round it, "
                     "nothing is cut off silently"},
           std::pair{"1e30", "\"1e30\" is too large to be an amount"},
           std::pair{"true", "this is true or false; write a number, like \"230.10\""},
       })
    EXPECT_EQ(reading(text, read).what, what) << text;
}

TEST(Fields, Decimals) {
  const auto read = [](const Node& node, const Place& place, Notes& notes) {
    return read_decimal(node, Decimal{1000}, place, notes);
  };
  struct Good {
    std::string_view text;
    Decimal value;
  };
  for (const auto& [text, value] : {
           Good{"12", 12_d},
           Good{"\"12.50\"", 12.5_d},
           Good{"-1000", Decimal{-1000}},
           Good{"\"1e-9\"", Decimal::from_nano(1)},
           Good{"0.125", 0.125_d},
           Good{"\".5\"", 0.5_d},
       })
    EXPECT_EQ(reading(text, read).value, value) << text;

  struct Bad {
    std::string_view text, what;
  };
  for (const auto& [text, what] : {
           Bad{"1000.000000001", "\"1000.000000001\" is too large; write at most 1000 in size"},
           Bad{"\"-1001\"", "\"-1001\" is too large; write at most 1000 in size"},
           Bad{"1e308", "\"1e308\" is too large to be an amount"},
           Bad{"0.1234567891",
               "\"0.1234567891\" has more than 9 decimal places; round it, nothing is cut off "
               "silently"},
           Bad{"\"\"", "this is blank; write a number, or leave the member out"},
           Bad{"\"  \"", "this is blank; write a number, or leave the member out"},
           Bad{"\"nan\"",
               "\"nan\" is not a number; write digits with at most one point, like -1234.56"},
           Bad{"\"inf\"",
               "\"inf\" is not a number; write digits with at most one point, like -1234.56"},
           Bad{"\"1,000\"",
               "\"1,000\" is not a number; write digits with at most one point, like -1234.56"},
           Bad{"\" 1\"",
               "\" 1\" is not a number; write digits with at most one point, like -1234.56"},
           Bad{"null", null_what},
           Bad{"true", "this is true or false; write a number, like \"230.10\""},
           Bad{"[1]", "this is a list; write a number, like \"230.10\""},
           Bad{"{}", "this is an object; write a number, like \"230.10\""},
       })
    EXPECT_EQ(reading(text, read).what, what);
}

TEST(Fields, Reals) {
  const auto read = [](const Node& node, const Place& place, Notes& notes) {
    return read_real(node, {-1, 10, "write 0.25 for 25 %"}, place, notes);
  };
  for (const auto& [text, value] :
       {std::pair{"0.28", 0.28}, std::pair{"\"0.28\"", 0.28}, std::pair{"-1", -1.0},
        std::pair{"10", 10.0}, std::pair{"1e-3", 0.001}, std::pair{"0", 0.0}})
    EXPECT_EQ(reading(text, read).value, value) << text;
  for (const auto& [text, what] :
       {std::pair{"28", "\"28\" is outside -1 to 10; write 0.25 for 25 %"},
        std::pair{"-1.0000001", "\"-1.0000001\" is outside -1 to 10; write 0.25 for 25 %"},
        std::pair{"\"1e999\"", "\"1e999\" is outside -1 to 10; write 0.25 for 25 %"},
        std::pair{"\"nan\"", "\"nan\" is not a number; write digits, like 0.28"},
        std::pair{"\"Infinity\"", "\"Infinity\" is not a number; write digits, like 0.28"},
        std::pair{"\"0x1p3\"", "\"0x1p3\" is not a number; write digits, like 0.28"},
        std::pair{"\"28%\"", "\"28%\" is not a number; write digits, like 0.28"},
        std::pair{"\"\"", "this is blank; write a number, or leave the member out"},
        std::pair{"null", null_what.data()}})
    EXPECT_EQ(reading(text, read).what, what);
}

TEST(Fields, WholeNumbers) {
  const auto read = [](const Node& node, const Place& place, Notes& notes) {
    return read_whole(node, {1, 31}, place, notes);
  };
  for (const auto& [text, value] :
       {std::pair{"1", 1}, std::pair{"31", 31}, std::pair{"\"7\"", 7}, std::pair{"7.0", 7}})
    EXPECT_EQ(reading(text, read).value, value) << text;
  for (const auto& [text, what] :
       {std::pair{"0", "\"0\" is outside 1 to 31"}, std::pair{"32", "\"32\" is outside 1 to 31"},
        std::pair{"1.5", "\"1.5\" is not a whole number"},
        std::pair{"4294967297", "\"4294967297\" is outside 1 to 31"},
        std::pair{"9e18", "\"9e18\" is outside 1 to 31"}})
    EXPECT_EQ(reading(text, read).what, what);
}

TEST(Fields, Quantities) {
  EXPECT_EQ(reading("1000", read_quantity).value, Quantity::of(1000));
  EXPECT_EQ(reading("\"-0.000000000000000001\"", read_quantity).value, Quantity{-1});
  for (const auto& [text, what] :
       {std::pair{"\"\"", "quantity is blank; write -1 for one short contract"},
        std::pair{"\" \"", "quantity is blank; write -1 for one short contract"},
        std::pair{"1e308", "\"1e308\" is too large to be an amount"},
        std::pair{"\"ten\"",
                  "\"ten\" is not a number; write digits with at most one point, like -1234.56"},
        std::pair{"null", null_what.data()},
        std::pair{"{}", "this is an object; write a number, like \"230.10\""}})
    EXPECT_EQ(reading(text, read_quantity).what, what);
}

TEST(Fields, Dates) {
  EXPECT_EQ(reading("\"2028-02-29\"", read_date).value, Date{2028y / February / 29});
  for (const auto& [text, what] :
       {std::pair{"\"2026-02-29\"", "\"2026-02-29\" is not a date; write YYYY-MM-DD"},
        std::pair{"\"11/20/2026\"", "\"11/20/2026\" is not a date; write YYYY-MM-DD"},
        std::pair{"\"\"", "\"\" is not a date; write YYYY-MM-DD"},
        std::pair{"20261120",
                  "this is a number; write a date in double quotes, like \"2026-11-20\""},
        std::pair{"null", null_what.data()}})
    EXPECT_EQ(reading(text, read_date).what, what);
}

TEST(Fields, TruthValues) {
  EXPECT_EQ(reading("true", read_boolean).value, true);
  EXPECT_EQ(reading("false", read_boolean).value, false);
  for (const char* text : {"\"true\"", "1", "[]"})
    EXPECT_TRUE(reading(text, read_boolean).what.ends_with("write true or false, without quotes"))
        << text;
  EXPECT_EQ(reading("null", read_boolean).what, null_what);
}

TEST(Fields, Texts) {
  EXPECT_EQ(reading("\" family office \"", read_text).value, "family office");
  EXPECT_EQ(reading("\"AAPL  270115C00250000\"", read_text).value, "AAPL  270115C00250000");
  const std::string long_name = "\"" + std::string(200, 'x') + "\"";
  EXPECT_EQ(reading(long_name, read_text).value, std::string(200, 'x'));
  const std::string too_long = "\"" + std::string(201, 'x') + "\"";
  EXPECT_EQ(reading(too_long, read_text).what,
            "\"" + std::string(40, 'x') + "...\" has 201 bytes; at most 200 are taken");
  for (const auto& [text, what] :
       {std::pair{"\"\"", "this is blank; write a name, or leave the member out"},
        std::pair{"\" \\t \"", "this is blank; write a name, or leave the member out"},
        std::pair{"\"a\\nb\"", "\"a\\nb\" holds a control character; take it out"},
        std::pair{"\"a\\u0000b\"", "\"a\\u0000b\" holds a control character; take it out"},
        std::pair{"1", "this is a number; write text in double quotes"},
        std::pair{"null", null_what.data()}})
    EXPECT_EQ(reading(text, read_text).what, what);
}

TEST(Fields, Words) {
  enum class Colour { red, blue };
  constexpr std::array words{Word<Colour>{"red", Colour::red}, Word<Colour>{"blue", Colour::blue}};
  constexpr std::array<std::string_view, 2> known{"a", "b"};
  const Node node = parsed(R"({"a": "blue", "b": "Red"})");
  Notes notes;
  const Place place{"a.json"};
  const Fields fields{node, place, known, notes};
  EXPECT_EQ(fields.word("a", words), Colour::blue);
  EXPECT_EQ(fields.word("absent", words), std::nullopt);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(fields.word("b", words), std::nullopt);
  EXPECT_EQ(notes.mistakes(),
            (std::vector<Error>{{Reason::bad_input,
                                 "\"Red\" is none of the words known here; write red or blue",
                                 "a.json#/b"}}));
}

TEST(Fields, UnknownAndMissingMembers) {
  constexpr std::array<std::string_view, 2> known{"symbol", "quantity"};
  const Node node = parsed(R"({"symbl": 1, "isin": 2})");
  Notes notes;
  const Place place{"a.json"};
  const Fields fields{node, place, known, notes};
  fields.require({"symbol", "quantity"});
  EXPECT_EQ(notes.mistakes(),
            (std::vector<Error>{
                {Reason::bad_input, "there is no member \"symbl\" here; did you mean \"symbol\"?",
                 "a.json#/symbl"},
                {Reason::bad_input,
                 "there is no member \"isin\" here; take it out, or write symbol or quantity",
                 "a.json#/isin"},
                {Reason::bad_input, "the member \"symbol\" is missing; add it", "a.json"},
                {Reason::bad_input, "the member \"quantity\" is missing; add it", "a.json"}}));
}

TEST(Fields, AnAbsentMemberIsNoMistake) {
  const Node node = parsed("{}");
  Notes notes;
  const Place place{"a.json"};
  const Fields fields{node, place, {}, notes};
  EXPECT_EQ(fields.text("x"), std::nullopt);
  EXPECT_EQ(fields.decimal("x", 1_d), std::nullopt);
  EXPECT_EQ(fields.real("x", {0, 1}), std::nullopt);
  EXPECT_EQ(fields.whole("x", {0, 1}), std::nullopt);
  EXPECT_EQ(fields.quantity("x"), std::nullopt);
  EXPECT_EQ(fields.date("x"), std::nullopt);
  EXPECT_EQ(fields.boolean("x"), std::nullopt);
  EXPECT_TRUE(notes.clean());
}

TEST(Fields, ObjectsAndLists) {
  Notes notes;
  const Place place{"a.json"};
  EXPECT_TRUE(is_object(parsed("{}"), place, notes));
  EXPECT_TRUE(is_array(parsed("[]"), place, notes));
  EXPECT_TRUE(notes.clean());
  EXPECT_FALSE(is_object(parsed("[]"), place, notes));
  EXPECT_FALSE(is_array(parsed("\"x\""), place, notes));
  EXPECT_EQ(notes.mistakes()[0].what, "this is a list; write an object, { ... }");
  EXPECT_EQ(notes.mistakes()[1].what, "this is text; write a list, [ ... ]");
}

}  // namespace
}  // namespace plimsoll::json
