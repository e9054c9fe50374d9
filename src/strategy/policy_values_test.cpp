#include "strategy/policy_values.hpp"

#include <gtest/gtest.h>

#include "strategy/policy_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using testing::Values;

template <class T>
std::string mistake_in(const std::string& text, const Range& range, T& into) {
  std::vector<Error> errors;
  read_value(Values{text, 3}.next(), range, {"p.toml", "a.b", errors}, into);
  if (errors.empty()) return "";
  EXPECT_EQ(errors[0].where, "p.toml:3");
  return errors[0].what;
}

TEST(PolicyValues, NumbersAreWrittenShortAndExact) {
  EXPECT_EQ(value_text(2.0), "\"2.0\"");
  EXPECT_EQ(value_text(0.956), "\"0.956\"");
  EXPECT_EQ(value_text(1e-8), "\"0.00000001\"");
  EXPECT_EQ(value_text(0.0005_d), "\"0.0005\"");
  EXPECT_EQ(value_text(1_d), "\"1.00\"");
  EXPECT_EQ(value_text(21), "21");
  EXPECT_EQ(value_text(std::vector<int>{1, 2}), "[1, 2]");
  EXPECT_EQ(value_text(std::vector<int>{}), "[]");
}

TEST(PolicyValues, ReadBackTheSame) {
  for (const double value : {0.1, 0.339, 1.75, 1.0 / 8, 0.123456789, 1e-8}) {
    double read = 0;
    EXPECT_EQ(mistake_in(value_text(value), {0, 10}, read), "");
    EXPECT_EQ(read, value);
  }
  double whole = 0;
  EXPECT_EQ(mistake_in("2", {0, 10}, whole), "");
  EXPECT_EQ(whole, 2);
}

TEST(PolicyValues, BoundsAreIncludedAndNoMore) {
  double number = 5;
  EXPECT_EQ(mistake_in("\"1\"", {1, 20}, number), "");
  EXPECT_EQ(mistake_in("\"20\"", {1, 20}, number), "");
  EXPECT_EQ(mistake_in("\"20.000000001\"", {1, 20}, number),
            "a.b: 20.000000001 is out of bounds; write 1 to 20");
  EXPECT_EQ(mistake_in("\"0.99\"", {1, 20}, number), "a.b: 0.99 is out of bounds; write 1 to 20");
  EXPECT_EQ(number, 20);  // what is refused changes nothing
}

TEST(PolicyValues, WhatIsNoValueIsRefused) {
  double number = 5;
  for (const char* text : {"\"nan\"", "\"inf\"", "\"\"", "\"two\"", "[1]", "\"1,5\""})
    EXPECT_TRUE(mistake_in(text, {0, 10}, number).starts_with("a.b: ")) << text;
  int days = 5;
  EXPECT_EQ(mistake_in("\"1.5\"", {0, 10}, days), "a.b: 1.5 is no whole number; write one");
  EXPECT_EQ(days, 5);
  std::string name = "x";
  const std::vector<std::string> no_names{"\"\"", "5", "\"a\\b\"",
                                          "\"" + std::string(65, 'a') + "\"", "\"a\tb\""};
  for (const std::string& text : no_names)
    EXPECT_TRUE(mistake_in(text, {}, name).starts_with("a.b: it is no name")) << text;
  EXPECT_EQ(mistake_in("\"" + std::string(64, 'a') + "\"", {}, name), "");
  BufferMode mode = BufferMode::ratio;
  EXPECT_EQ(mistake_in("\"Fixed\"", {}, mode),
            "a.b: \"Fixed\" is none of its words; write fixed, ratio, regime or probability");
  EXPECT_EQ(mode, BufferMode::ratio);
}

TEST(PolicyValues, RowsHaveTheirColumns) {
  std::vector<Rung> rungs;
  EXPECT_EQ(mistake_in(R"([["1.5", "sell", "2"], ["1.1", "flatten"]])", {}, rungs), "");
  EXPECT_EQ(rungs,
            (std::vector<Rung>{{1.5, RungAction::sell, 2.0}, {1.1, RungAction::flatten, {}}}));
  EXPECT_EQ(value_text(rungs), R"([["1.5", "sell", "2.0"], ["1.1", "flatten"]])");
  EXPECT_EQ(columns_text<Rung>(), "[level, action[, restore]]");
  for (const char* text : {R"([["1.5"]])", R"([["1.5", "sell", "2", "3"]])", R"(["1.5"])"})
    EXPECT_EQ(mistake_in(text, {}, rungs), "a.b: a row of it is [level, action[, restore]]");
  EXPECT_EQ(mistake_in(R"([["0.5", "sell", "2"]])", {}, rungs),
            "a.b: 0.5 is out of bounds; write 1 to 20");
  EXPECT_EQ(mistake_in(R"("1.5")", {}, rungs), "a.b: it is a list; write it between [ and ]");
  std::vector<Milestone> milestones;
  EXPECT_EQ(mistake_in(R"([[0, "4"], [6]])", {}, milestones),
            "a.b: a row of it is [month, value over debt]");
}

TEST(PolicyValues, ALongListIsRefused) {
  std::string text = "[";
  for (std::size_t i = 0; i <= policy_rows_max; ++i) text += "1,";
  std::vector<int> days;
  EXPECT_EQ(mistake_in(text + "]", {0, 2}, days), "a.b: it has more than 1000 rows");
}

}  // namespace
}  // namespace plimsoll::strategy
