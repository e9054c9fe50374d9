#include "io/options_csv.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

const std::string heading = "spot,strike,years,rate,dividend_yield,volatility,is_put,american\n";
const std::string both =
    "spot,strike,years,rate,dividend_yield,volatility,price,is_put,american,dividends\n";

std::vector<std::string> wrong_in(const std::string& text) {
  const auto read = read_options_csv(text, "options.csv");
  std::vector<std::string> wrong;
  if (!read) {
    for (const Error& error : read.error()) wrong.push_back(error.where + ": " + error.what);
    return wrong;
  }
  for (const OptionRecord& row : read->rows)
    if (!row.option) wrong.push_back(row.option.error().where + ": " + row.option.error().what);
  return wrong;
}

TEST(OptionsCsv, OneRowWithAVolatility) {
  const auto read = read_options_csv(heading + "100,95.5,0.25,-0.01,1e-2,.3,1,false\r\n", "o.csv");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name, "o.csv");
  ASSERT_EQ(read->rows.size(), 1u);
  EXPECT_EQ(read->rows[0].line, 2u);
  EXPECT_EQ(read->rows[0].given, "100,95.5,0.25,-0.01,1e-2,.3,1,false");
  const OptionRow& option = read->rows[0].option.value();
  EXPECT_EQ(option.spot, 100);
  EXPECT_EQ(option.strike, 95.5);
  EXPECT_EQ(option.years, 0.25);
  EXPECT_EQ(option.rate, -0.01);
  EXPECT_EQ(option.dividend_yield, 0.01);
  EXPECT_EQ(option.volatility, 0.3);
  EXPECT_FALSE(option.price);
  EXPECT_TRUE(option.is_put);
  EXPECT_FALSE(option.is_american);
  EXPECT_TRUE(option.dividends.empty());
}

TEST(OptionsCsv, ColumnsInAnyOrderAndEachRowFillsVolatilityOrPrice) {
  const auto read = read_options_csv(
      "\xEF\xBB\xBF\n Price ,American,is_put,volatility,rate,dividend_yield,years,strike,SPOT,,\n"
      "4.5,TRUE,0,,0.05,0,1,100,101,,\n\n,0,1,0.2,0.05,0,1,100,101\n",
      "o.csv");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->columns.size(), 9u);
  EXPECT_EQ(read->columns.front(), "price");
  ASSERT_EQ(read->rows.size(), 2u);
  EXPECT_EQ(read->rows[0].option->price, 4.5);
  EXPECT_FALSE(read->rows[0].option->volatility);
  EXPECT_TRUE(read->rows[0].option->is_american);
  EXPECT_EQ(read->rows[0].given, "4.5,TRUE,0,,0.05,0,1,100,101");
  EXPECT_EQ(read->rows[1].line, 5u);
  EXPECT_EQ(read->rows[1].option->volatility, 0.2);
  EXPECT_FALSE(read->rows[1].option->price);
}

TEST(OptionsCsv, CashDividends) {
  const auto read =
      read_options_csv(both + "100,100,1,0.05,0,0.2,,0,1,0.25:0.5; 0.75 : 0.6 \n", "o.csv");
  ASSERT_TRUE(read && read->rows[0].option);
  const auto& dividends = read->rows[0].option->dividends;
  ASSERT_EQ(dividends.size(), 2u);
  EXPECT_EQ(dividends[0].years, 0.25);
  EXPECT_EQ(dividends[0].amount, 0.5);
  EXPECT_EQ(dividends[1].years, 0.75);
  EXPECT_EQ(dividends[1].amount, 0.6);
}

TEST(OptionsCsv, WhatIsGivenStaysCsv) {
  const auto read = read_options_csv(
      both + "\"1,000\",\"a \"\"b\"\"\",1\n\"100\",100,1,0,0,0.2,,0,0,\n", "o.csv");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows[0].given, "\"1,000\",\"a \"\"b\"\"\",1,,,,,,,");
  EXPECT_EQ(read->rows[1].given, "100,100,1,0,0,0.2,,0,0,");
}

TEST(OptionsCsv, TheWholeFileIsRefused) {
  using Wrong = std::vector<std::string>;
  EXPECT_EQ(wrong_in(""), (Wrong{"options.csv: the file is empty; export it again"}));
  EXPECT_EQ(wrong_in(heading),
            (Wrong{"options.csv: there is no option below the heading; write one a row"}));
  EXPECT_EQ(
      wrong_in(" , \n"),
      (Wrong{"options.csv:1: this row names no column; write above the options: spot,strike,years,"
             "rate,dividend_yield,volatility,price,is_put,american,dividends"}));
  for (const char* marks : {"spot;strike;years\n", "spot\tstrike\tyears\n"})
    EXPECT_EQ(wrong_in(marks), (Wrong{"options.csv:1: the columns are not parted by commas; write "
                                      "commas between them"}));
  EXPECT_EQ(
      wrong_in("100,100,1\n"),
      (Wrong{"options.csv:1: this row names no column; write above the options: spot,strike,years,"
             "rate,dividend_yield,volatility,price,is_put,american,dividends"}));
  EXPECT_EQ(
      wrong_in("spot,strike,,years,rate,strike,type,is_put\n"),
      (Wrong{"options.csv:1: a column without a name; name it or remove it",
             "options.csv:1: the column \"strike\" stands twice; remove one",
             "options.csv:1: the column \"type\" is unknown; the columns are: spot,strike,years,"
             "rate,dividend_yield,volatility,price,is_put,american,dividends",
             "options.csv:1: the column \"dividend_yield\" is missing; add it",
             "options.csv:1: the column \"american\" is missing; add it",
             "options.csv:1: there is neither a column \"volatility\" nor \"price\"; add the one "
             "you have"}));
  EXPECT_EQ(wrong_in("\"spot\n"),
            (Wrong{"options.csv:1: a quote that is never closed; the rest of the file was not "
                   "read"}));
}

TEST(OptionsCsv, EachRowIsRefusedInItsOwnWords) {
  const std::string pairs =
      " are not YEARS:AMOUNT, separated by semicolons; write them like 0.25:0.50;0.50:0.55, or "
      "leave the cell blank";
  for (const auto& [row, what] : {
           std::pair<std::string, std::string>{",100,1,0,0,0.2,,0,0,",
                                               "spot is blank; write a number"},
           {"x,100,1,0,0,0.2,,0,0,",
            "spot \"x\" is not a number; write digits with at most one point, like 101.25"},
           {"nan,100,1,0,0,0.2,,0,0,",
            "spot \"nan\" is not a number; write digits with at most one point, like 101.25"},
           {"100,inf,1,0,0,0.2,,0,0,",
            "strike \"inf\" is not a number; write digits with at most one point, like 101.25"},
           {"100,1e999,1,0,0,0.2,,0,0,",
            "strike \"1e999\" is not a number; write digits with at most one point, like 101.25"},
           {"100,100,1,5%,0,0.2,,0,0,",
            "rate \"5%\" is a percentage; write it as a fraction, like 0.05 for 5 %"},
           {"100,100,1,0,0,0.2,3,0,0,",
            "volatility and price are both filled; clear the one that is to be found"},
           {"100,100,1,0,0,,,0,0,",
            "volatility and price are both blank; write what is known of the option"},
           {"100,100,1,0,0,0.2,,put,0,",
            "is_put \"put\"; write 1 or true for a put, 0 or false for a call"},
           {"100,100,1,0,0,0.2,,1,,",
            "american is blank; write 1 or true for American exercise, 0 or false for European"},
           {"100,100,1,0,0,0.2,,1,2,",
            "american \"2\"; write 1 or true for American exercise, 0 or false for European"},
           {"100,100,1,0,0,0.2,,1,0,0.5", "dividends \"0.5\"" + pairs},
           {"100,100,1,0,0,0.2,,1,0,0.5:1;", "dividends \"0.5:1;\"" + pairs},
           {"100,100,1,0,0,0.2,,1,0,0.5:x", "dividends \"0.5:x\"" + pairs},
           {"100,100,1",
            "the row is cut short: it has 3 of 10 cells; export the file again, or complete the "
            "row"},
           {"100,100,1,0,0,0.2,,1,0,,7",
            "the row has more cells than the heading has columns; quote a text or an amount that "
            "holds a comma"},
           {"\"100\"x,100,1,0,0,0.2,,1,0,",
            "text after a closing quote; double a quote that belongs to the text"},
       }) {
    std::string text = both;
    text += row;
    EXPECT_EQ(wrong_in(text), std::vector{"options.csv:2: " + what}) << row;
  }
  EXPECT_EQ(wrong_in(heading + "100,100,1,0,0,,1,1\n"),
            std::vector<std::string>{
                "options.csv:2: volatility is blank; write what is known of the option"});
  std::string many = both + "100,100,1,0,0,0.2,,1,0,0.1:0.001";
  for (std::size_t i = 0; i < row_dividends_max; ++i) many += ";0.1:0.001";
  EXPECT_EQ(wrong_in(many), std::vector<std::string>{
                                "options.csv:2: more than 400 dividends; write a dividend_yield "
                                "for those far away"});
}

TEST(OptionsCsv, ARefusedRowLeavesTheOthers) {
  const auto read = read_options_csv(heading + "x\n100,100,1,0,0,0.2,1,1\n", "o.csv");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->rows.size(), 2u);
  EXPECT_FALSE(read->rows[0].option);
  EXPECT_TRUE(read->rows[1].option);
}

}  // namespace
}  // namespace plimsoll::io
