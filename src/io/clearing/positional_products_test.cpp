#include <gtest/gtest.h>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;
using namespace clearing;

TEST(PositionalProducts, ARealCommodity) {
  const auto [file, refused] = read_span(span_header + cme_line("2 "));
  EXPECT_TRUE(refused.empty());
  ASSERT_EQ(file.commodities.size(), 1u);
  const CombinedCommodity& commodity = file.commodities[0];
  EXPECT_EQ(commodity.code.view(), "26");
  EXPECT_EQ(commodity.exchange.view(), "CBT");
  EXPECT_EQ(commodity.risk_exponent, 0);
  EXPECT_EQ(commodity.currency, usd);
  EXPECT_EQ(commodity.option_style, Valuation::premium_style);
  EXPECT_FALSE(commodity.limit_option_value);
  EXPECT_EQ(commodity.line, 2u);
  std::string products;
  for (const ProductLink& link : commodity.products)
    products += std::string{link.product.exchange.view()} + " " +
                std::string{link.product.product.view()} + " " +
                std::string{code_of(link.product.type)} + ", ";
  EXPECT_EQ(products,
            "CBT 26 FUT, CBT 26 OOF, CBT 59 OOF, CBT GT1 OOF, CBT VT1 OOF, CBT WT1 OOF, ");
}

TEST(PositionalProducts, CommoditiesContinueAndAgree) {
  const std::string line = "2 XYZ AA    2JPY\\FYD  F         FUT3- O         OOF2";
  const auto [file, refused] =
      read_span(span_header + line + "\n" + "2 XYZ AA    2JPY\\FYD  Q         OOP\n");
  EXPECT_TRUE(refused.empty());
  const CombinedCommodity& commodity = file.commodities.at(0);
  EXPECT_EQ(commodity.risk_exponent, 2);
  EXPECT_EQ(commodity.currency.code(), "JPY");
  EXPECT_EQ(commodity.option_style, Valuation::futures_style);
  EXPECT_TRUE(commodity.limit_option_value);
  EXPECT_EQ(commodity.combination_method, CombinationMethod::delta);
  ASSERT_EQ(commodity.products.size(), 3u);
  EXPECT_EQ(commodity.products[0].array_exponent, 3);   // "3-": three zeros left off
  EXPECT_EQ(commodity.products[1].array_exponent, -2);  // "2": two decimals
  EXPECT_EQ(commodity.products[2].array_exponent, 0);
  EXPECT_EQ(
      refusals_of(span_header + line + "\n" + with(line, 13, "3")),
      "span.pa2:3:7-12 combined_commodity \"AA    \" has another risk exponent or currency in "
      "line 2; one of the two is wrong\n");
  EXPECT_EQ(refusals_of(span_header + line + "\n" + with(line, 7, "BB")),
            "span.pa2:3 XYZ F FUT is in BB and in AA; a product has one combined commodity\n"
            "span.pa2:3 XYZ O OOF is in BB and in AA; a product has one combined commodity\n");
  EXPECT_EQ(refusals_of(span_header + with(line, 33, "FUX")),
            "span.pa2:2:33-35 product_1_type \"FUX\"; a type is FUT, PHY, CMB, OOF, OOP, OOC, "
            "...\n");
}

TEST(PositionalProducts, ARealProduct) {
  const auto [file, refused] = read_span(span_header + cme_line("P "));
  EXPECT_TRUE(refused.empty());
  ASSERT_EQ(file.products.size(), 1u);
  const clearing::Product& product = file.products[0];
  EXPECT_EQ(product.key, (ProductKey{Code{"CBT"}, Code{"06"}, ProductType::option_on_future}));
  EXPECT_EQ(product.name, "SOYBEAN MEAL OPTIONS Long dated");
  EXPECT_EQ(product.value_factor, 100_d);
  EXPECT_EQ(product.cabinet, std::nullopt);
  EXPECT_EQ(product.currency, usd);
  EXPECT_EQ(product.style, Style::american);
  EXPECT_EQ(product.valuation, Valuation::premium_style);
  EXPECT_EQ(product.settlement, "DELIV");
  EXPECT_FALSE(product.own_factors);
}

TEST(PositionalProducts, FactorsCabinetsAndStyles) {
  std::string line = cme_line("P ");
  line = with(line, 73, "-03");       // contract value factor's exponent
  line = with(line, 56, "00000125");  // cabinet value
  line = with(line, 76, "EURO");
  line = with(line, 117, "FUTDA");
  line = with(line, 161, "Y");
  const clearing::Product product = read_span(span_header + line).value.products.at(0);
  EXPECT_EQ(product.value_factor, 0.1_d);
  EXPECT_EQ(product.cabinet, 1.25_d);
  EXPECT_EQ(product.style, Style::european);
  EXPECT_EQ(product.valuation, Valuation::futures_style);
  EXPECT_TRUE(product.own_factors);
  const std::vector<std::pair<std::string, std::string>> table{
      {with(line, 40, "Q"), "span.pa2:2:40 settlement_alignment_code \"Q\" with 3 decimals; known"},
      {with(line, 34, "0x3"), "span.pa2:2:34-36 settlement_decimal_locator \"0x3\" is no number"},
      {with(line, 34, "012"), "span.pa2:2:34-36 settlement_decimal_locator \"012\"; between -9"},
      {with(line, 42, std::string(14, ' ')), "span.pa2:2:42-55 contract_value_factor is blank"},
      {with(line, 73, "+09"), "span.pa2:2:42-55 contract_value_factor \"00001000000000\" with"},
      {line + "\n" + line, "span.pa2:3:6-15 product_code \"06        \" has a P record in line 2"}};
  for (const auto& [text, start] : table)
    EXPECT_EQ(refusals_of(span_header + text).substr(0, start.size()), start);
}

/// A P record for the product of the real B record.
const std::string option_on_strip = with(with(cme_line("P "), 6, "ZSC"), 16, "OOC") + "\n";

TEST(PositionalProducts, TheRealTermsOfAnExpiry) {
  const auto [file, refused] = read_span(span_header + cme_line("B ") + "\n" + option_on_strip);
  EXPECT_TRUE(refused.empty());
  ASSERT_EQ(file.terms.size(), 1u);
  const SeriesTerms& terms = file.terms[0];
  EXPECT_EQ(file.products.at(terms.product).key.product.view(), "ZSC");
  EXPECT_EQ(file.products[0].underlying.view(), "ZSC");
  EXPECT_EQ(terms.future_month, (Month{2025, 7, {}}));
  EXPECT_EQ(terms.option_month, (Month{2025, 7, {}}));
  EXPECT_EQ(terms.volatility, std::nullopt);  // 99.999999
  EXPECT_EQ(terms.volatility_scan, 0.25);     // 25 percent of it
  EXPECT_TRUE(terms.volatility_scan_is_ratio);
  EXPECT_EQ(terms.price_scan, 600);
  EXPECT_EQ(terms.price_scan_ratio, std::nullopt);
  EXPECT_EQ(terms.extreme_multiplier, 3);
  EXPECT_EQ(terms.extreme_cover, 0.33);
  EXPECT_EQ(terms.rate, 0);
  EXPECT_EQ(terms.years, 0);
  EXPECT_EQ(terms.lookahead, 0);
  EXPECT_EQ(terms.delta_scale, 1_d);
  EXPECT_EQ(terms.expiry, Date{2025y / June / 20});
  EXPECT_EQ(terms.underlying.view(), "ZSC");
  EXPECT_EQ(terms.pricing_model, "BC");
  EXPECT_EQ(terms.dividend_yield, 0);
  EXPECT_EQ(terms.value_factor, 5000_d);
}

TEST(PositionalProducts, TermsInPercentAndWithExponents) {
  std::string line = cme_line("B ");
  line = with(line, 37, "00150842");
  line = with(line, 146, "01 ");  // base volatility times ten
  line = with(line, 164, "AP");   // an absolute volatility scan; a price scan in percent
  line = with(line, 149, "01-");
  line = with(line, 166, "02-");
  line = with(line, 73, "0038356");
  line = with(line, 80, "002739");
  line = with(line, 86, "001000");
  line = with(line, 68, "00425");
  line = with(line, 129, "00000200000000");
  line = with(line, 143, "01+");
  const SeriesTerms terms =
      read_span(span_header + line + "\n" + option_on_strip).value.terms.at(0);
  EXPECT_DOUBLE_EQ(terms.volatility.value(), 1.50842);
  EXPECT_DOUBLE_EQ(terms.volatility_scan.value(), 2.5);
  EXPECT_FALSE(terms.volatility_scan_is_ratio);
  EXPECT_EQ(terms.price_scan, std::nullopt);
  EXPECT_DOUBLE_EQ(terms.price_scan_ratio.value(), 0.06);
  EXPECT_DOUBLE_EQ(terms.years.value(), 0.038356);
  EXPECT_DOUBLE_EQ(terms.lookahead.value(), 0.002739);
  EXPECT_EQ(terms.delta_scale, 0.1_d);
  EXPECT_DOUBLE_EQ(terms.rate.value(), 0.0425);
  EXPECT_EQ(terms.value_factor, 200_d);
}

TEST(PositionalProducts, ThePriceScanStandsToTheRiskExponent) {
  const std::string commodity = "2 CBT AA    2JPY\\PN   ZSC       OOC\n";
  const auto terms =
      read_span(span_header + cme_line("B ") + "\n" + option_on_strip + commodity).value.terms;
  EXPECT_EQ(terms.at(0).price_scan, 60000);
}

TEST(PositionalProducts, TermsThatAreRefused) {
  EXPECT_EQ(refusals_of(span_header + cme_line("B ")),
            "span.pa2:2 no P record has CBT ZSC OOC, so its B record is left out\n");
  EXPECT_EQ(refusals_of(span_header + option_on_strip + cme_line("B ") + "\n" + cme_line("B ")),
            "span.pa2:4 the same expiry has a B record in line 3 already, which is taken; keep one "
            "of the two\n");
  EXPECT_EQ(refusals_of(span_header + option_on_strip + with(cme_line("B "), 164, "Q")),
            "span.pa2:3:164 vol_scan_quote_method \"Q\"; blank, A and P are known\n");
  EXPECT_EQ(refusals_of(span_header + option_on_strip + with(cme_line("B "), 92, "20250631")),
            "span.pa2:3:92-99 expiration_date \"20250631\" is no day; write it as CCYYMMDD\n");
}

TEST(PositionalProducts, ACombinationHasItsOwnMethod) {
  const std::string product = with(with(cme_line("P "), 6, "31"), 16, "CMB") + "\n";
  const std::string commodity = "2 CBT AA    0USD$PNS  31        CMB   ZZ        FUT\n";
  const auto [file, refused] = read_span(span_header + cme_line("X ") + "\n" + product + commodity);
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(file.products.at(0).combination_method, CombinationMethod::modified);
  EXPECT_EQ(file.commodities.at(0).combination_method, CombinationMethod::modified);
  ASSERT_EQ(file.kept.size(), 1u);
  EXPECT_EQ(file.kept[0].record, "X");
  EXPECT_EQ(refusals_of(span_header + with(cme_line("X "), 3, "Q")),
            "span.pa2:2:3 combination_margining_method \"Q\"; S, D and M are known\n");
}

}  // namespace
}  // namespace plimsoll::io
