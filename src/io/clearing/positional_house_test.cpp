#include <gtest/gtest.h>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;
using namespace clearing;

TEST(PositionalHouse, TheHeaderOfARealFile) {
  const auto [file, refused] = read_span(cme_line("0 ") + "\n");
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(file.name, "span.pa2");
  EXPECT_EQ(file.format, FileFormat::positional);
  EXPECT_EQ(file.clearing_house.view(), "CME");
  EXPECT_EQ(file.day, Date{2025y / June / 20});
  EXPECT_TRUE(file.settlement);
  EXPECT_EQ(file.created, "2025-06-20 14:07");
  EXPECT_FALSE(file.net);  // "Y": gross
  EXPECT_FALSE(file.limit_option_value);
  ASSERT_EQ(file.rate_classes.size(), 1u);
  const RateClass& rate = file.rate_classes[0];
  EXPECT_EQ(rate.id, 0);
  EXPECT_TRUE(rate.customer);
  EXPECT_EQ(rate.account_class, BondClass::hedger);
  EXPECT_EQ(rate.account_type, "HEDGE");
  EXPECT_TRUE(rate.maintenance);
  EXPECT_EQ(rate.bond_class, "CORE");
}

TEST(PositionalHouse, WhatTheHeaderSaysIsRead) {
  std::string header = cme_line("0 ");
  header = with(header, 17, "I");
  header = with(header, 38, "NY");
  header = with(header, 51, "A CLR   S SPEC  2 RESRV I INIT ");
  const RiskFile file = read_span(header).value;
  EXPECT_FALSE(file.settlement);
  EXPECT_TRUE(file.net);
  EXPECT_TRUE(file.limit_option_value);
  EXPECT_FALSE(file.rate_classes.at(0).customer);
  EXPECT_EQ(file.rate_classes[0].account_class, BondClass::speculator);
  EXPECT_FALSE(file.rate_classes[0].maintenance);
  EXPECT_EQ(file.rate_classes[0].bond_class, "RESRV");
  EXPECT_TRUE(read_span(cme_line("0 ").substr(0, 39)).value.rate_classes.empty());
}

TEST(PositionalHouse, FilesThatAreRefusedAsAWhole) {
  const std::string header = cme_line("0 ");
  const std::vector<std::pair<std::string, std::string>> table{
      {with(header, 36, "UP"), "span.pa2:1:36-37 file_format \"UP\"; the file is the Paris format"},
      {with(header, 36, "U5"),
       "span.pa2:1:36-37 file_format \"U5\"; the file is of the format \"U5\""},
      {with(header, 36, "  "), "span.pa2:1:36-37 file_format is blank; the file is of no stated"},
      {with(header, 9, "20250631"), "span.pa2:1:9-16 business_date \"20250631\" is no day"},
      {with(header, 9, "        "), "span.pa2:1:9-16 business_date is blank; a file without"},
      {with(header, 3, "      "), "span.pa2:1:3-8 exchange_complex is blank; write what it is"},
      {header + "\n" + with(header, 9, "20250623"),
       "span.pa2:2:9-16 business_date \"20250623\" and house CME, while line 1 has 2025-06-20"},
      {header + "\n" + with(header, 3, "NYM"),
       "span.pa2:2:9-16 business_date \"20250620\" and house NYM, while line 1 has 2025-06-20"},
      {cme_line("T "), "span.pa2 none of its 1 lines is a header"}};
  for (const auto& [text, start] : table)
    EXPECT_EQ(refusals_of(text).substr(0, start.size()), start);
  EXPECT_EQ(refusals_of(header + "\n" + header), "");
}

TEST(PositionalHouse, Conversions) {
  const auto [file, refused] = read_span(span_header + cme_line("T ") + "\n");
  EXPECT_TRUE(refused.empty());
  ASSERT_EQ(file.conversions.size(), 1u);
  EXPECT_EQ(file.conversions[0].from.code(), "CLP");
  EXPECT_EQ(file.conversions[0].to.code(), "USD");
  EXPECT_EQ(file.conversions[0].factor, 0.001063_d);
  const std::vector<std::pair<std::string, std::string>> table{
      {with(cme_line("T "), 11, "0000000000"), "span.pa2:2:11-20 rate \"0000000000\"; a currency"},
      {with(cme_line("T "), 3, "c*p"), "span.pa2:2:3-5 from_currency_iso \"c*p\" is no currency"},
      {with(cme_line("T "), 7, "   "), "span.pa2:2:7-9 to_currency_iso is blank; write the three"},
      {with(cme_line("T "), 11, "00000O1063"), "span.pa2:2:11-20 rate \"00000O1063\" is no number"},
      {cme_line("T ") + "\n" + with(cme_line("T "), 11, "0000002063"),
       "span.pa2:3:11-20 rate \"0000002063\" is not the one of an earlier T record"}};
  for (const auto& [line, start] : table)
    EXPECT_EQ(refusals_of(span_header + line).substr(0, start.size()), start);
  EXPECT_EQ(refusals_of(span_header + cme_line("T ") + "\n" + cme_line("T ")), "");
}

}  // namespace
}  // namespace plimsoll::io
