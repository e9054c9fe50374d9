#include <gtest/gtest.h>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;
using namespace clearing;

/// The commodity these lines are of, which their 2 record makes known.
CombinedCommodity commodity(const std::string& code, const std::string& lines) {
  const auto [file, refused] =
      read_span(span_header + lines + "\n2 XYZ " + code + "    0USD$PN   F         FUT\n");
  for (const Error& error : refused) ADD_FAILURE() << error.where << " " << error.what;
  if (file.commodities.size() == 1) return file.commodities[0];
  ADD_FAILURE() << file.commodities.size() << " commodities";
  return {};
}

std::string said(const std::vector<Tier>& tiers) {
  std::string text;
  for (const Tier& tier : tiers) {
    text += std::string{tier.name.view()};
    for (const Month& month : {tier.first, tier.last}) {
      text += " " + std::to_string(month.year * 100 + month.month);
      if (!month.day.empty()) text += "/" + std::string{month.day.view()};
    }
    for (const Rate& rate : tier.short_option_rate) text += " " + plimsoll::to_text(rate.value, 0);
    text += "; ";
  }
  return text;
}

std::string said(const CalendarSpread& spread) {
  std::string text =
      std::to_string(spread.priority) + ":" + plimsoll::to_text(spread.charge.at(0).value, 0);
  for (const CalendarLeg& leg : spread.legs) {
    const Month& month = leg.month;
    text += spread.by_month ? " " + std::to_string(month.year * 100 + month.month) +
                                  std::string{month.day.view()}
                            : " " + std::string{leg.tier.view()};
    text += "x" + plimsoll::to_text(leg.ratio, 0) + (leg.side == Side::a ? "A" : "B");
  }
  return text;
}

TEST(PositionalCalendars, RealTiersAndRatios) {
  const CombinedCommodity read = commodity("06", cme_line("3 "));
  EXPECT_TRUE(read.calendar_spreads_used);
  EXPECT_EQ(said(read.calendar_tiers),
            "1 202507 202507; 2 202508 202508; 3 202509 202509; 4 202510 202511; ");
  using enum BondClass;
  EXPECT_EQ(read.initial_ratio[static_cast<std::size_t>(speculator)], 1.1_d);
  EXPECT_EQ(read.initial_ratio[static_cast<std::size_t>(hedger)], 1_d);
  EXPECT_EQ(read.initial_ratio[static_cast<std::size_t>(member)], 1_d);
}

TEST(PositionalCalendars, TiersContinueInAnyOrderAndHaveDays) {
  const std::string first = with(cme_line("3 "), 81, "0115");
  const std::string second = "3 06    1010202512202603";
  EXPECT_EQ(said(commodity("06", second + "\n" + first).calendar_tiers),
            "1 202507/01 202507/15; 2 202508 202508; 3 202509 202509; 4 202510 202511; "
            "10 202512 202603; ");
  EXPECT_FALSE(commodity("06", "3 06    0101202512202603").calendar_spreads_used);
  EXPECT_EQ(commodity("06", "3 06    0101202512202603").initial_ratio[0], 1_d);
}

TEST(PositionalCalendars, MethodsOfTiers) {
  const std::string line = with(cme_line("S "), 104, "00001000000200");
  const std::string tiers = "1 202507 202507; 2 202508 202812; ";
  const auto with_method = [&](const char* method) {
    const CombinedCommodity read = commodity("07", with(line, 9, method));
    return std::string{read.months_are_tiers ? "months " : ""} + "scan: " + said(read.scan_tiers) +
           "inter: " + said(read.inter_tiers) + "short: " + said(read.short_option_tiers);
  };
  EXPECT_EQ(with_method("01"), "scan: inter: short: ");
  EXPECT_EQ(with_method("02"), "months scan: inter: short: ");
  EXPECT_EQ(with_method("10"), "scan: " + tiers + "inter: short: ");
  EXPECT_EQ(with_method("20"), "scan: inter: " + tiers + "short: ");
  EXPECT_EQ(with_method("21"), "scan: " + tiers + "inter: " + tiers + "short: ");
  EXPECT_EQ(with_method("22"), "scan: " + tiers + "inter: short: ");
  EXPECT_EQ(with_method("23"), "scan: inter: " + tiers + "short: ");
  EXPECT_EQ(with_method("30"), "scan: inter: short: 1 202507 202507 100; 2 202508 202812 200; ");
  EXPECT_EQ(commodity("07", cme_line("S ")).weighted_price_risk,
            WeightedPriceRisk::capped_at_scan_range);
}

TEST(PositionalCalendars, RealSpreads) {
  EXPECT_EQ(said(commodity("06", cme_line("C ")).calendar_spreads.at(0)),
            "1:100 14x1A 15x2B 16x1A");
  EXPECT_FALSE(commodity("06", cme_line("C ")).calendar_spreads[0].by_month);
  EXPECT_EQ(said(commodity("17", cme_line("E ")).calendar_spreads.at(0)),
            "1:250 202509x1A 202512x2B 202603x1A");
  const std::string day = with(cme_line("E "), 25, "W1 ");
  EXPECT_EQ(said(commodity("17", day).calendar_spreads.at(0)),
            "1:250 202509W1x1A 202512x2B 202603x1A");
  // Between months first, then by priority.
  const CombinedCommodity both =
      commodity("06", with(cme_line("C "), 11, "02") + "\n" + cme_line("C ") + "\n" +
                          with(cme_line("E "), 3, "06"));
  ASSERT_EQ(both.calendar_spreads.size(), 3u);
  EXPECT_TRUE(both.calendar_spreads[0].by_month);
  EXPECT_EQ(both.calendar_spreads[1].priority, 1);
  EXPECT_EQ(both.calendar_spreads[2].priority, 2);
}

TEST(PositionalCalendars, RealDeliveryMonths) {
  const CombinedCommodity read = commodity("YM", cme_line("4 "));
  EXPECT_EQ(read.spot_method, SpotMethod::table);
  ASSERT_EQ(read.spot_rates.size(), 1u);
  EXPECT_EQ(read.spot_rates[0].month, (Month{2025, 6, {}}));
  EXPECT_EQ(read.spot_rates[0].in_spreads, 1_d);
  EXPECT_EQ(read.spot_rates[0].outright, 0_d);
  ASSERT_EQ(read.short_option_rate.size(), 1u);
  EXPECT_EQ(read.short_option_rate[0].value, 170_d);
  EXPECT_EQ(read.short_option_method, ShortOptionMethod::larger_side);
  EXPECT_EQ(read.adjustment, (std::array{1_d, 1_d, 1_d}));
}

TEST(PositionalCalendars, DeliveryMonthsContinue) {
  std::string line = with(cme_line("4 "), 35, "0220250900000030000004  19");
  line = with(line, 70, "100105125 ");
  std::string more = with(cme_line("4 "), 15, "202512");
  more = with(more, 63, "                 ");
  const CombinedCommodity read = commodity("YM", more + "\n" + line);
  ASSERT_EQ(read.spot_rates.size(), 3u);
  EXPECT_EQ(read.spot_rates[1].month, (Month{2025, 9, DayCode{"19"}}));
  EXPECT_EQ(read.spot_rates[1].in_spreads, 3_d);
  EXPECT_EQ(read.spot_rates[1].outright, 4_d);
  EXPECT_EQ(read.spot_rates[0].month, (Month{2025, 6, {}}));
  EXPECT_EQ(read.spot_rates[2].month, (Month{2025, 12, {}}));
  EXPECT_EQ(read.adjustment, (std::array{1.25_d, 1.05_d, 1_d}));
  EXPECT_EQ(read.short_option_method, ShortOptionMethod::sum);
}

TEST(PositionalCalendars, BasisRiskIsKept) {
  const auto [file, refused] = read_span(span_header + "4 YM    11YMS       0000123\n" +
                                         "2 XYZ YM    0USD$PN   F         FUT\n");
  EXPECT_TRUE(refused.empty());
  EXPECT_EQ(file.commodities.at(0).spot_method, SpotMethod::basis_risk);
  EXPECT_TRUE(file.commodities[0].spot_rates.empty());
  EXPECT_TRUE(file.commodities[0].short_option_rate.empty());
  std::string kept;
  for (const auto& [name, value] : file.kept.at(0).fields) kept += name + "=" + value + " ";
  EXPECT_NE(kept.find("m11_spot_product=YMS m11_basis_risk_rate=0000123"), std::string::npos);
}

TEST(PositionalCalendars, WhatIsRefused) {
  const std::string c = cme_line("C "), e = cme_line("E "), three = cme_line("3 "),
                    s = cme_line("S "), four = cme_line("4 ");
  const std::vector<std::pair<std::string, std::string>> table{
      {with(three, 9, "04"), "9-10 intra_spread_method \"04\"; 01 and 10 are known"},
      {with(three, 11, "00"), "11-12 tier1_number \"00\"; a tier has a number"},
      {with(three, 19, "202506"), "19-24 tier1_end_month \"202506\" is before the tier's first"},
      {with(three, 19, "      "), "19-24 tier1_end_month is blank; write it as CCYYMM"},
      {with(three, 73, "1x00"), "73-76 init_maint_ratio_hedger \"1x00\" is no number"},
      {with(s, 9, "24"), "9-10 method \"24\"; 01, 02, 10, 20, 21, 22, 23 and 30 are known"},
      {with(s, 9, "30"), "104-110 tier1_som_rate is blank; write its digits"},
      {with(s, 83, "4"), "83 weighted_futures_price_risk_method \"4\"; 1, 2 and 3 are known"},
      {with(c, 9, "11"), "9-10 method \"11\"; 10 alone is known"},
      {with(c, 13, "04"), "47-48 leg4_delta_per_spread is blank"},
      {with(c, 13, "09"), "13-14 number_of_legs \"09\"; a spread has 1 to 8 legs"},
      {with(c, 26, "00"), "26-27 leg1_delta_per_spread \"00\"; a leg has deltas"},
      {with(c, 28, "C"), "28 leg1_side \"C\"; a side is A or B"},
      {with(e, 21, "2513"), "21-24 leg1_month \"2513\" is no month"},
      {e.substr(0, 20), "21-24 leg1_month is blank; a spread has legs"},
      {with(e, 28, "000000"), "28-33 leg1_delta_per_spread \"000000\"; a leg has deltas"},
      {with(four, 9, "12"), "9-10 spot_method \"12\"; 01, 10 and 11 are known"},
      {with(four, 21, "       "), "21-27 m10_month1_rate_spreads is blank; write its digits"},
      {with(four, 79, "3"), "79 som_method \"3\"; blank, 1 and 2 are known"}};
  for (const auto& [line, start] : table) {
    const std::string whole = "span.pa2:2:" + start;
    EXPECT_EQ(refusals_of(span_header + line).substr(0, whole.size()), whole);
  }
  // Records of one commodity that continue each other say the same of the whole.
  const std::pair<std::string, std::string> twice[]{
      {four + "\n" + with(four, 63, "0000171") + "\n2 XYZ YM    0USD$PN",
       "span.pa2:3:63-69 som_rate \"0000171\" is not the 0000170 of an earlier 4 record"},
      {three + "\n" + with(three, 77, "2200") + "\n2 XYZ 06    0USD$PN",
       "span.pa2:3:77-80 init_maint_ratio_speculator \"2200\" is not the 1100 of an earlier 3"},
      {three + "\n" + with(three, 9, "01") + "\n2 XYZ 06    0USD$PN",
       "span.pa2:3:9-10 intra_spread_method \"01\" is not the 10 of an earlier 3"},
      {s + "\n" + with(s, 83, "1") + "\n2 XYZ 07    0USD$PN",
       "span.pa2:3:83 weighted_futures_price_risk_method \"1\" is not the 2 of an earlier S"}};
  for (const auto& [lines, start] : twice)
    EXPECT_EQ(refusals_of(span_header + lines).substr(0, start.size()), start);
  EXPECT_EQ(refusals_of(span_header + four + "\n" + four + "\n2 XYZ YM    0USD$PN"),
            "span.pa2:3 the delivery month has its rates in line 2 already; keep one of the two\n");
  const std::string moved = with(with(three, 13, "203001"), 19, "203012");
  EXPECT_EQ(refusals_of(span_header + three + "\n" + moved + "\n2 XYZ 06    0USD$PN"),
            "span.pa2:3 tier 1 has other months in line 2; keep one of the two\n");
  EXPECT_EQ(refusals_of(span_header + three + "\n" + three + "\n2 XYZ 06    0USD$PN"), "");
  EXPECT_EQ(refusals_of(span_header + c),
            "span.pa2:2 no 2 record has the combined commodity 06, so what is said of it is left "
            "out\n");
}

}  // namespace
}  // namespace plimsoll::io
