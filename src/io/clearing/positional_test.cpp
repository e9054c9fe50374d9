#include "io/clearing/positional.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;
using namespace clearing;

std::string said(const ProductKey& key) {
  return std::string{key.exchange.view()} + "." + std::string{key.product.view()} + "." +
         std::string{code_of(key.type)};
}
std::string said(const Month& month) {
  if (month.empty()) return "-";
  return std::to_string(month.year * 100 + month.month) + std::string{month.day.view()};
}
std::string said(std::optional<double> value) { return value ? std::to_string(*value) : "-"; }
std::string said(const Decimal& value) { return plimsoll::to_text(value, 0); }

std::string contracts_of(const RiskFile& file) {
  std::string text;
  for (const Contract& contract : file.contracts) {
    const RiskArray& array = file.arrays[contract.array];
    text += said(file.products[contract.product].key) + " " + said(contract.month) + " " +
            said(contract.option_month) + " ";
    if (contract.right) text += *contract.right == Right::call ? "C " : "P ";
    text += said(contract.strike) + " = " + (contract.price ? said(*contract.price) : "none") +
            " v " + said(contract.volatility) + " d " + said(array.composite_delta) + " x " +
            said(contract.delta_scale) + (contract.terms == nowhere ? "" : " terms") + ":";
    for (std::size_t i = 0; i < RiskArray::size; ++i) text += " " + said(value_of(array, i));
    text += "\n";
  }
  return text;
}

/// All of a file that does not depend on its lines' places.
std::string whole(const RiskFile& file) {
  std::string text = std::string{file.clearing_house.view()} + " " + plimsoll::to_text(file.day);
  for (const auto& [record, count] : file.counts)
    text += record + ":" + std::to_string(count) + " ";
  text += "\n";
  for (const auto& product : file.products)
    text += said(product.key) + " " + said(product.value_factor) + " " +
            std::string{product.underlying.view()} + " " + product.settlement + "\n";
  for (const SeriesTerms& terms : file.terms)
    text += std::to_string(terms.product) + " " + said(terms.future_month) + " " +
            said(terms.option_month) + " " + said(terms.price_scan) + " " +
            said(terms.volatility_scan) + " " + said(terms.volatility) + " " + said(terms.years) +
            "\n";
  for (const CombinedCommodity& commodity : file.commodities) {
    text += std::string{commodity.code.view()} + " " + std::string{commodity.exchange.view()};
    for (const ProductLink& link : commodity.products) text += " " + said(link.product);
    for (const Tier& tier : commodity.calendar_tiers)
      text += " " + std::string{tier.name.view()} + ":" + said(tier.first) + "-" + said(tier.last);
    for (const CalendarSpread& spread : commodity.calendar_spreads) {
      text += " " + std::to_string(spread.priority) + ":" + said(spread.charge.at(0).value);
      for (const CalendarLeg& leg : spread.legs)
        text += (spread.by_month ? said(leg.month) : std::string{leg.tier.view()}) +
                (leg.side == Side::a ? "A" : "B");
    }
    for (const Rate& rate : commodity.short_option_rate) text += " short " + said(rate.value);
    text += " initial " + said(commodity.initial_ratio[0]) + "\n";
  }
  for (const InterSpread& spread : file.inter_spreads)
    text += std::to_string(spread.priority) + " " + said(spread.rate.at(0).value) + " " +
            std::to_string(spread.legs.size()) + "\n";
  return text + contracts_of(file);
}

TEST(Positional, TheSyntheticFileWhole) {
  const auto [file, refused] = read_span(span_text("synthetic.pa2"));
  for (const Error& error : refused) ADD_FAILURE() << error.where << " " << error.what;
  EXPECT_TRUE(file.unknown.empty());
  ASSERT_EQ(file.arrays.size(), file.contracts.size());
  EXPECT_EQ(whole(file),
            R"(SYN 2025-09-120:1 1:1 2:2 3:2 4:2 6:1 81:12 82:12 B:6 C:4 E:2 P:3 S:2 T:1 
XYZ.OZ.OOF 100 ZZ DELIV
XYZ.YY.FUT 50  CASH
XYZ.ZZ.FUT 100  DELIV
0 202512 202511 12000.000000 0.400000 0.151105 0.126027
0 202512 202512 12000.000000 0.400000 0.150842 0.200000
2 202509 - 12000.000000 0.000000 - 0.038356
2 202510 - 12000.000000 0.000000 - 0.128767
2 202512 - 12000.000000 0.000000 - 0.295890
2 202602 - 12000.000000 0.000000 - 0.454795
CC-YY XYZ XYZ.YY.FUT 1:202509-203012 short 25 initial 1.1
CC-ZZ XYZ XYZ.OZ.OOF XYZ.ZZ.FUT 1:202509-202509 2:202510-202512 3:202601-202612 )"
            R"(1:250202509A202510B 2:300202510A202512B )"
            R"(1:4001A2B 2:3502B2A 3:6002A3B 4:7001A3B short 50 initial 1.1
1 0.5 2
)" + contracts_of(file));
  EXPECT_EQ(contracts_of(file).substr(0, 175),
            "XYZ.OZ.OOF 202512 202511 C 3700 = 60 v 0.151105 d 0.4 x 1 terms: -1200 1000 -3300 "
            "-900 900 2600 -6100 -3600 2200 4200 -9300 -6800 3300 5300 -10800 1900\n"
            "XYZ.OZ.OOF 202512 20251");
}

TEST(Positional, TheSyntheticContracts) {
  const RiskFile file = read_span(span_text("synthetic.pa2")).value;
  const auto lines = lines_of(contracts_of(file));
  ASSERT_EQ(lines.size(), 12u);
  EXPECT_EQ(lines[6],
            "XYZ.OZ.OOF 202512 202512 P 3600 = 95 v 0.150842 d -0.45 x 1 terms: -1400 1300 1000 "
            "3300 -3900 -1300 2700 5100 -7000 -4400 4300 6900 -10200 -8100 2900 -11000");
  EXPECT_EQ(lines[7],
            "XYZ.YY.FUT 202512 - 0 = 95.5 v - d 1 x 1: 0 0 -1000 -1000 1000 1000 -2000 -2000 2000 "
            "2000 -3000 -3000 3000 3000 -2970 2970");
  EXPECT_EQ(lines[11],
            "XYZ.ZZ.FUT 202602 - 0 = 3670.25 v - d 1 x 1 terms: 0 0 -4000 -4000 4000 4000 -8000 "
            "-8000 8000 8000 -12000 -12000 12000 12000 -11880 11880");
}

TEST(Positional, RealLinesAreAllKnown) {
  const auto [file, refused] = read_span(span_text("cme_20250620_sample_records.pa2"));
  EXPECT_TRUE(file.unknown.empty());
  std::size_t lines = 0;
  for (const auto& [record, count] : file.counts) lines += count;
  EXPECT_EQ(lines, 19u);
  EXPECT_EQ(file.kept.size(), 4u);  // 5 V X Y
  // Single lines name what other lines of their file say.
  std::string said;
  for (const Error& error : refused) said += error.where + " " + error.what.substr(0, 29) + "\n";
  EXPECT_EQ(said,
            "span.pa2:5 no 2 record has the combined \n"
            "span.pa2:7 no 2 record has the combined \n"
            "span.pa2:8 no P record has CBT ZSC OOC, \n"
            "span.pa2:12 \"CBT06        06        FUT 2\n"
            "span.pa2:13 \"CBT06        06        OOFC2\n"
            "span.pa2:14 no 2 record has the combined \n"
            "span.pa2:19 no 2 record has the combined \n");
}

TEST(Positional, RecordsStandInAnyOrder) {
  auto lines = lines_of(span_text("synthetic.pa2"));
  const std::string sorted = whole(read_span(text_of(lines)).value);
  std::mt19937 random{20251121};
  for (int turn = 0; turn < 50; ++turn) {
    std::ranges::shuffle(lines, random);
    const auto [file, refused] = read_span(text_of(lines));
    EXPECT_TRUE(refused.empty());
    EXPECT_EQ(whole(file), sorted);
  }
}

TEST(Positional, LineEndsAndBlanksDoNotMatter) {
  const auto lines = lines_of(span_text("synthetic.pa2"));
  const std::string plain = whole(read_span(text_of(lines)).value);
  std::string windows = "\xEF\xBB\xBF\r\n", padded, cut;
  for (const std::string& line : lines) {
    windows += line + "\r\n\r\n";
    padded += line + std::string(200 - line.size(), ' ') + "\n   \n";
    cut += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  EXPECT_EQ(whole(read_span(windows + "\x1A").value), plain);
  EXPECT_EQ(whole(read_span(padded).value), plain);
  EXPECT_EQ(whole(read_span(cut.substr(0, cut.size() - 1)).value), plain);
}

TEST(Positional, UnknownRecordsAreCounted) {
  const auto [file, refused] = read_span(span_header + "85XYZ\nQ 1\nQ 2\nZ1\n7\n");
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(file.unknown,
            (std::map<std::string, std::size_t>{{"7", 1}, {"85", 1}, {"Q", 2}, {"Z1", 1}}));
  EXPECT_EQ(file.counts, (std::map<std::string, std::size_t>{{"0", 1}}));
}

TEST(Positional, FilesThatAreNone) {
  std::string utf16;
  for (const char c : span_header) utf16 += {c, '\0'};
  const std::vector<std::pair<std::string, std::string>> table{
      {"", "span.pa2 the file is empty"},
      {" \r\n\x1A", "span.pa2 the file is empty"},
      {"PK\x03\x04", "span.pa2 the file is zipped"},
      {utf16, "span.pa2 the file is UTF-16"},
      {"date,price\n2025-09-12,5\n", "span.pa2 none of its 3 lines is a header"}};
  for (const auto& [text, start] : table)
    EXPECT_EQ(refusals_of(text).substr(0, start.size()), start);
}

TEST(Positional, BytesThatAreNotAsciiAreNamed) {
  const std::string text =
      span_header + with(cme_line("P "), 80, "SOJA\xC3\x96L") + "\n" + cme_line("T ") + "\n";
  EXPECT_EQ(refusals_of(text),
            "span.pa2:2:84 byte 0xC3 is no ASCII, so columns may have moved; get the file as the "
            "house publishes it\n");
  EXPECT_EQ(read_span(text).value.conversions.size(), 1u);
  EXPECT_EQ(refusals_of(span_header + with(cme_line("T "), 4, std::string{"\0", 1})),
            "span.pa2:2:4 byte 0x00 is no ASCII, so columns may have moved; get the file as the "
            "house publishes it\n");
}

TEST(Positional, AFileThatWasCutShort) {
  const std::string text = span_text("synthetic.pa2");
  const std::string cut = text.substr(0, text.find("\n81XYZOZ        ZZ        OOFP202512") + 83);
  const auto errors = read_span(cut).refused;
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_TRUE(errors.back().what.ends_with("; the file ends in this line and may be cut short"))
      << errors.back().what;
}

TEST(Positional, ManyErrorsAreCounted) {
  std::string text = span_header;
  for (int i = 0; i < 1000; ++i) text += "T USDxEUR\n";
  const auto errors = read_span(text).refused;
  ASSERT_EQ(errors.size(), 101u);
  EXPECT_EQ(errors.back().what, "and 900 more; the file may be of another format, or damaged");
}

TEST(Positional, IsRecognised) {
  EXPECT_TRUE(is_positional(span_text("synthetic.pa2")));
  EXPECT_TRUE(is_positional(cme_line("0 ")));
  EXPECT_FALSE(is_positional("<?xml version=\"1.0\"?>"));
  EXPECT_FALSE(is_positional("0 CME"));
  EXPECT_FALSE(is_positional(""));
}

}  // namespace
}  // namespace plimsoll::io
