#include "io/clearing/positional_contracts.hpp"

#include <gtest/gtest.h>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;
using namespace clearing;
using clearing::Index;

/// One commodity of one product of futures and one of options, with risk exponent 0.
const std::string terms =
    span_header +
    "P XYZZZ        FUTSYN GOLD       002000  000010000000000000000001USD$STD 00AMER\n"
    "P XYZOZ        OOFSYN GOLD OPT   002001  000010000000000000000001USD$STD 00AMER\n"
    "2 XYZ CC-ZZ 0USD$PN   ZZ        FUT   OZ        OOF\n";

const std::string key = "XYZOZ        ZZ        OOFC202512   202512   0003600";
const std::string values = "01500-01400+04200-01600-01100+03900+07300-04900-03100+00000000012000N";
const std::string more_values =
    "05900+10500-08400-04900+07600+11300-03100+05500+001508420012000++05500+C";
const std::string first = "81" + key + values, second = "82" + key + more_values;

std::string said(const Contract& contract) {
  return plimsoll::to_text(contract.strike, 0) + std::string{contract.month.day.view()} + "/" +
         std::string{contract.option_month.day.view()} + "@" + std::to_string(contract.line);
}
std::string said(const RiskFile& file) {
  std::string text;
  for (const Contract& contract : file.contracts) text += said(contract) + " ";
  return text;
}

TEST(PackedKeys, SortAsContractsDo) {
  EXPECT_TRUE(month_in(packed(Month{}), 0).empty());
  for (const Month& month : {Month{2025, 12, {}}, Month{2025, 12, DayCode{"W1"}},
                             Month{9999, 1, DayCode{"19"}}, Month{1900, 2, DayCode{"5"}}})
    EXPECT_EQ(month_in(packed(month), 0), month);
  EXPECT_LT(packed({2025, 12, {}}), packed({2025, 12, DayCode{"01"}}));
  EXPECT_LT(packed({2025, 12, DayCode{"19"}}), packed({2025, 12, DayCode{"W1"}}));
  EXPECT_LT(packed({2025, 12, DayCode{"W1"}}), packed({2026, 1, {}}));
  const PackedKey strike = static_cast<PackedKey>(strike_zero + 9'999'999);
  EXPECT_EQ(strike_in(strike), 9'999'999);
  EXPECT_EQ(strike_in(with_negative_strike(strike)), -9'999'999);
}

TEST(PositionalContracts, DaysAreAPartOfTheIdentity) {
  std::string text = terms;
  for (const char* day : {"  ", "W1", "12", "00"}) {
    if (std::string_view{day} == "00") continue;
    text += with(first, 45, day) + "\n" + with(second, 45, day) + "\n";
  }
  const auto [file, refused] = read_span(text);
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(said(file), "360/@5 360/12@9 360/W1@7 ");
  // "00" is none.
  EXPECT_EQ(said(read_span(terms + with(first, 45, "00") + "\n" + with(second, 45, "00")).value),
            "360/@5 ");
  EXPECT_EQ(said(read_span(terms + with(first, 36, "07") + "\n" + with(second, 36, "07")).value),
            "36007/@5 ");
}

TEST(PositionalContracts, StrikesBelowZeroAreOthers) {
  const std::string below = with(second, 119, "-");
  const auto [file, refused] =
      read_span(terms + first + "\n" + second + "\n" + first + "\n" + below + "\n");
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(said(file), "-360/@7 360/@5 ");
  // Apart, nothing says which of the two lines either is.
  EXPECT_EQ(refusals_of(terms + first + "\n" + with(first, 48, "0000001") + "\n" + first + "\n" +
                        with(first, 48, "0000002") + "\n" + second + "\n" + below)
                .substr(0, 60),
            "span.pa2:5 \"XYZOZ        ZZ        OOFC202512   202512   000");
}

TEST(PositionalContracts, PairsNeedNotStandTogether) {
  const std::string other = with(first, 48, "0003700"), other_second = with(second, 48, "0003700");
  const auto sorted =
      read_span(terms + first + "\n" + second + "\n" + other + "\n" + other_second).value;
  for (const std::string& text : {second + "\n" + first + "\n" + other + "\n" + other_second,
                                  first + "\n" + other + "\n" + second + "\n" + other_second,
                                  other_second + "\n" + second + "\n" + first + "\n" + other}) {
    const auto [file, refused] = read_span(terms + text);
    EXPECT_TRUE(refused.empty());
    ASSERT_EQ(file.contracts.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(file.contracts[i].key(), sorted.contracts[i].key());
      EXPECT_EQ(file.arrays[file.contracts[i].array].digits, sorted.arrays[i].digits);
    }
  }
}

TEST(PositionalContracts, ExponentsMayComeLater) {
  const std::string products = terms.substr(0, terms.find("2 XYZ"));
  const std::string scaled = "2 XYZ CC-ZZ 2USD$PN   ZZ        FUT   OZ        OOF\n";
  const auto file = read_span(products + first + "\n" + second + "\n" + scaled).value;
  EXPECT_EQ(value_of(file.arrays.at(0), 0), -150000_d);
  // Eight digits, of which the product's locator says that two are decimals.
  const std::string wide_first =
      "83" + key +
      "00000001-00000002+00000003-00000004+00000005-00000006+00000007-00000008+00000009-"
      "00000000012000N";
  const std::string wide_second =
      "84" + key +
      "00000010+00000011+00000012+00000013+00000014+00000015+00000016+05500+001508420012000++";
  const std::string decimals = "2 XYZ CC-ZZ 1USD$PN   ZZ        FUT   OZ        OOF2\n";
  const auto [wide, refused] =
      read_span(products + wide_first + "\n" + wide_second + "\n" + decimals);
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(wide.arrays.at(0).exponent, -1);
  EXPECT_EQ(value_of(wide.arrays[0], 8), -0.9_d);
  EXPECT_EQ(value_of(wide.arrays[0], 15), 1.6_d);
  EXPECT_EQ(wide.counts.at("83"), 1u);
  EXPECT_EQ(refusals_of(products + first + "\n" + second + "\n" + decimals),
            "span.pa2:4 an array of five digits, while the 2 record of CC-ZZ states decimals, "
            "which 83 and 84 records carry\n");
}

TEST(PositionalContracts, OnlyWhatIsWanted) {
  std::string text = terms + first + "\n" + second + "\n";
  text += with(with(first, 6, "ZZ "), 26, "FUT 202512            0000000") + "\n";
  text += with(with(second, 6, "ZZ "), 26, "FUT 202512            0000000") + "\n";
  text += "81garbage\n82 ";
  EXPECT_EQ(read_span(text).value.contracts.size(), 2u);
  EXPECT_EQ(read_span(text).refused.size(), 2u);
  const Wanted options{.all = false, .products = {Code{"OZ"}}};
  const RiskFile file = read_span(text, options).value;
  ASSERT_EQ(file.contracts.size(), 1u);
  EXPECT_EQ(file.contracts[0].right, Right::call);
  EXPECT_EQ(file.products.size(), 2u);
  EXPECT_EQ(file.counts.at("81"), 3u);
  EXPECT_TRUE(read_span(text, {.all = false, .products = {Code{"O"}}}).value.contracts.empty());
}

TEST(PositionalContracts, CodesMayHoldBlanks) {
  const std::string product =
      "P XYZO Z       OOFSYN GOLD OPT   002001  000010000000000000000001USD$STD 00AMER\n"
      "2 XYZ C C   0USD$PN   O Z       OOF\n";
  const auto [file, refused] =
      read_span(span_header + product + with(first, 6, "O Z") + "\n" + with(second, 6, "O Z"));
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(file.products.at(0).key.product.view(), "O Z");
  EXPECT_EQ(file.commodities.at(0).code.view(), "C C");
  EXPECT_EQ(file.contracts.size(), 1u);
  EXPECT_EQ(file.products[0].underlying.view(), "ZZ");
}

TEST(PositionalContracts, WhatIsRefused) {
  const std::string no_products = span_header + "2 XYZ CC-ZZ 0USD$PN   OZ        OOF\n";
  const std::string no_commodity = terms.substr(0, terms.find("2 XYZ"));
  const std::string pair = first + "\n" + second + "\n";
  const std::string shown_key = "\"" + key + "\"";
  const std::vector<std::pair<std::string, std::string>> table{
      {terms + first,
       "span.pa2:5 " + shown_key + " has an 81 record without its 82, so the contract is left out"},
      {terms + second + "\n",
       "span.pa2:5 " + shown_key + " has an 82 record without its 81, so the contract is left out"},
      {terms + first + "\n84" + second.substr(2),
       "span.pa2:5 " + shown_key + " has an 81 record without its 82"},
      {terms + pair + pair, "span.pa2:7 " + shown_key + " stands in line 5 already; keep one"},
      {no_products + pair,
       "span.pa2:3 no P record has XYZ OZ OOF, so nothing says what the digits "
       "of its 1 contracts mean"},
      {no_commodity + pair, "span.pa2:4 no 2 record names XYZ OZ OOF, so nothing says"},
      {terms + with(first, 26, "OOX") + "\n", "span.pa2:5:26-28 product_type \"OOX\"; a type is"},
      {terms + with(first, 6, "          "), "span.pa2:5:6-15 product_code is blank"},
      {terms + with(first, 29, " ") + "\n", "span.pa2:5:29 option_right is blank; an option is C"},
      {terms + with(with(first, 26, "FUT"), 6, "ZZ"), "span.pa2:5:29 option_right \"C\"; what is"},
      {terms + with(first, 30, "202513"), "span.pa2:5:30-35 futures_month \"202513\" is no month"},
      {terms + with(first, 48, "00x3600"), "span.pa2:5:48-54 strike \"00x3600\" is no number"},
      {terms + with(first, 48, "       "), "span.pa2:5:48-54 strike is blank"},
      {terms + with(first, 55, "0x12 ") + "\n" + second,
       "span.pa2:5:55-59 array_1 \"0x12 \" is no number"}};
  for (const auto& [text, start] : table)
    EXPECT_EQ(refusals_of(text).substr(0, start.size()), start);
}

TEST(PositionalContracts, AnOwnFactorIsOfTheContractOrItsExpiry) {
  std::string expiry = cme_line("B ");
  expiry = with(with(expiry, 3, "XYZOZ        OOF202512   202512"), 129, "00000200000000");
  const std::string own = with(second, 138, "00000500000000");
  const std::string text = terms + expiry + "\n" + first + "\n" + own + "\n" +
                           with(first, 48, "0003700") + "\n" + with(second, 48, "0003700");
  const RiskFile file = read_span(text).value;
  ASSERT_EQ(file.contracts.size(), 2u);
  EXPECT_EQ(file.contracts[0].value_factor, 50_d);
  EXPECT_EQ(file.contracts[1].value_factor, 20_d);
}

}  // namespace
}  // namespace plimsoll::io
