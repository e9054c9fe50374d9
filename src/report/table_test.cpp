#include "report/table.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

Table holdings() {
  return {.columns = {{"name"}, {"amount", Align::right}},
          .rows = {{{"covered call", "57,525.00"}}, {{"stock", "0.50"}}}};
}

TEST(Table, NumbersStandUnderOneAnother) {
  EXPECT_EQ(table_text(holdings(), {}),
            "name             amount\n"
            "------------  ---------\n"
            "covered call  57,525.00\n"
            "stock              0.50\n");
}

TEST(Table, WordsWrapWhereThePaperIsNarrowAndNumbersDoNot) {
  EXPECT_EQ(table_text(holdings(), {.width = 21}),
            "name           amount\n"
            "----------  ---------\n"
            "covered     57,525.00\n"
            "call\n"
            "stock            0.50\n");
  EXPECT_EQ(table_text(holdings(), {.width = 1}), table_text(holdings(), {.width = 21}));
}

TEST(Table, WhatIsWholeStaysWhole) {
  const Table table{.columns = {{"rule"}, {"at", Align::whole}, {"n", Align::right}},
                    .rows = {{{"basic percentage of it", "src/rates.hpp:12", "7"}}}};
  EXPECT_EQ(table_text(table, {.width = 20}),
            "rule        at                n\n"
            "----------  ----------------  -\n"
            "basic       src/rates.hpp:12  7\n"
            "percentage\n"
            "of it\n");
}

TEST(Table, WidthIsCountedInCharacters) {
  const Table table{.columns = {{"é"}, {"n", Align::right}},
                    .rows = {{{"éé", "1"}}, {{"ab", "2"}}}};
  EXPECT_EQ(table_text(table, {}), "é   n\n--  -\néé  1\nab  2\n");
}

TEST(Table, ColourChangesNoCharacter) {
  Table table = holdings();
  table.rows[0].emphasis = Emphasis::warning;
  std::string coloured = table_text(table, {.ink = Ink::colour});
  EXPECT_NE(coloured.find("\x1b[1;31mcovered call  57,525.00\x1b[0m\n"), std::string::npos);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  EXPECT_EQ(coloured, table_text(holdings(), {}));
}

TEST(Table, NoRowsIsJustTheHead) {
  EXPECT_EQ(table_text(Table{.columns = {{"a"}, {"b"}}, .rows = {}}, {}), "a  b\n-  -\n");
  EXPECT_EQ(table_text(Table{}, {}), "\n\n");
}

TEST(Table, InMarkdownEveryRowHasAsManyCells) {
  Table table = holdings();
  table.rows.push_back({.cells = {"a|b", "-1.00"}, .emphasis = Emphasis::warning});
  table.rows.push_back({.cells = {"", ""}});
  EXPECT_EQ(table_text(table, markdown_paper()),
            "| name | amount |\n"
            "| --- | ---: |\n"
            "| covered call | 57,525.00 |\n"
            "| stock | 0.50 |\n"
            "| **a\\|b** | **-1.00** |\n"
            "|  |  |\n");
}

TEST(TableDeathTest, ARowHasACellForEachColumn) {
  const Table table{.columns = {{"a"}, {"b"}}, .rows = {{{"1"}}}};
  EXPECT_DEATH(table_text(table, {}), "cells.size");
}

}  // namespace
}  // namespace plimsoll::report
