#include "io/position_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plimsoll::io {
namespace {

std::vector<std::string> rows_of(const PositionTable& table) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < table.quantity.size(); ++i)
    rows.push_back(std::string{table.accounts[table.account[i]]} + " " +
                   std::string{table.symbols[table.symbol[i]]} + " " +
                   std::string{table.types[table.type[i]]} + " " + to_text(table.quantity[i]) +
                   " at " + to_text(table.price[i], 2));
  return rows;
}

TEST(PositionTable, ReadsColumnsInAnyOrder) {
  const auto [table, refused] = read_position_table(
      "\n"
      "price,symbol,account,quantity,type\n"
      "230.10,AAPL,A1,100,equity\n"
      "\n"
      "12.35,AAPL  270115C00250000,A1,-1,option\n"
      "0.000000001,\"BRK,B\",A2,0.000000000000000001,equity\r\n"
      "999999999.999999999,AAPL,A1,123456789.123456789,\n",
      "p.csv");
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(rows_of(table), (std::vector<std::string>{
                                "A1 AAPL equity 100 at 230.10",
                                "A1 AAPL  270115C00250000 option -1 at 12.35",
                                "A2 BRK,B equity 0.000000000000000001 at 0.000000001",
                                "A1 AAPL  123456789.123456789 at 999999999.999999999",
                            }));
  EXPECT_EQ(table.rows_total, 4u);
  EXPECT_EQ(table.accounts.size(), 2u);
  EXPECT_EQ(table.symbols.size(), 3u);
}

TEST(PositionTable, BothNumberReadersAgree) {
  // The short reader takes the first of each pair, the careful one the second.
  const std::vector<std::pair<std::string, std::string>> table{{"1", "+1"},
                                                               {"-7.5", "-7.50000000000"},
                                                               {".125", "1.25e-1"},
                                                               {"100.", "1e2"},
                                                               {"0.1", "0.100000000000"},
                                                               {"-0.000000001", "-1e-9"},
                                                               {"12345678.9", "+12345678.9"}};
  for (const auto& [quick, careful] : table) {
    const auto read = read_position_table(
        "account,symbol,quantity,price\nA,X," + quick + ",1\nA,X," + careful + ",1\n", "p.csv");
    ASSERT_EQ(read.value.quantity.size(), 2u) << quick;
    EXPECT_EQ(read.value.quantity[0], read.value.quantity[1]) << quick;
  }
}

TEST(PositionTable, RefusesRowsWithTheirLine) {
  const std::string heading = "account,symbol,quantity,price\n";
  const std::vector<std::pair<std::string, std::string>> table{
      {"A,X,,1", "the quantity is blank"},
      {"A,X,0,1", "the quantity is zero"},
      {"A,X,-0.0,1", "the quantity is zero"},
      {"A,X,1,", "the price is blank"},
      {"A,X,1", "the price is blank"},
      {"A,X,1,-0.01", "the price is below zero"},
      {"A,X,1,1000000000.01", "the price is above"},
      {"A,X,10000000001,1", "the quantity is above"},
      {"A,X,nan,1", "\"nan\" is not a number"},
      {"A,X,1e308,1", "\"1e308\" is too large"},
      {"A,X,1.2.3,1", "\"1.2.3\" is not a number"},
      {"A,X,-,1", "\"-\" is not a number"},
      {"A,X,.,1", "\".\" is not a number"},
      {",X,1,1", "the account is blank"},
      {"A,,1,1", "the symbol is blank"},
      {"A," + std::string(33, 'X') + ",1,1", "the symbol or the account is too long"},
      {"A,\"X\"y,1,1", "text after a closing quote"}};
  for (const auto& [row, start] : table) {
    const auto read = read_position_table(heading + row + "\nA,Y,2,3\n", "p.csv");
    ASSERT_EQ(read.refused.size(), 1u) << row;
    EXPECT_EQ(read.refused[0].where, "p.csv:2");
    EXPECT_EQ(read.refused[0].what.substr(0, start.size()), start);
    EXPECT_EQ(read.value.quantity.size(), 1u) << row;
    EXPECT_EQ(read.value.rows_total, 2u);
  }
}

TEST(PositionTable, RefusesAnotherHeading) {
  for (const std::string text : {"", "\n", "symbol,quantity,price\nX,1,1\n", "\"account\n"}) {
    const auto read = read_position_table(text, "p.csv");
    EXPECT_EQ(read.refused.size(), 1u);
    EXPECT_EQ(read.value.rows_total, 0u);
  }
}

}  // namespace
}  // namespace plimsoll::io
