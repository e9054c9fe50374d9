#include <gtest/gtest.h>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;
using namespace clearing;

InterSpread spread(const std::string& line) {
  const auto [file, refused] = read_span(span_header + line);
  for (const Error& error : refused) ADD_FAILURE() << error.where << " " << error.what;
  return file.inter_spreads.empty() ? InterSpread{} : file.inter_spreads[0];
}

std::string said(const InterLeg& leg) {
  std::string text{leg.exchange.view()};
  text += " " + std::string{leg.commodity.view()};
  if (!leg.tier.empty()) text += "/" + std::string{leg.tier.view()};
  text += "x" + plimsoll::to_text(leg.ratio, 0) + (leg.side == Side::a ? "A" : "B");
  if (!leg.required) text += " may lack";
  for (const Rate& rate : leg.rate) text += " " + plimsoll::to_text(rate.value, 0);
  return text;
}

std::string legs(const InterSpread& read) {
  std::string text;
  for (const InterLeg& leg : read.legs) text += said(leg) + "; ";
  return text;
}

/// Two legs and a rate of 50 %.
const std::string plain =
    "6 SYN00010500000XYZ CC-ZZ 0010000AXYZ CC-YY 0020000B                                    01";

TEST(PositionalSpreads, ARealOne) {
  const InterSpread read = spread(cme_line("6 "));
  EXPECT_EQ(read.priority, 1);
  EXPECT_EQ(read.group.view(), "ALL");
  EXPECT_EQ(read.method, InterMethod::scanning);
  EXPECT_TRUE(read.before_calendars);
  EXPECT_FALSE(read.flat);
  EXPECT_EQ(read.rate.at(0).value, 0.98_d);
  EXPECT_EQ(legs(read), "NYM NY-HHx1A may lack; NYM NY-HPx1B may lack; ");
  ASSERT_TRUE(read.target.has_value());
  EXPECT_EQ(said(*read.target), "NYM NY-NGx1A may lack");
  EXPECT_EQ(read.legs_least, 1);
  EXPECT_EQ(read.eligible, Eligible::all);
  EXPECT_EQ(read.line, 2u);
}

TEST(PositionalSpreads, PlainOnes) {
  const InterSpread read = spread(plain);
  EXPECT_EQ(read.method, InterMethod::delta);
  EXPECT_FALSE(read.before_calendars);
  EXPECT_EQ(read.rate.at(0).value, 0.5_d);
  EXPECT_EQ(legs(read), "XYZ CC-ZZx1A; XYZ CC-YYx2B; ");
  EXPECT_FALSE(read.target.has_value());
  EXPECT_EQ(read.legs_least, 2);
}

TEST(PositionalSpreads, EveryColumn) {
  for (const auto& [code, method] :
       {std::pair{"01", InterMethod::delta}, std::pair{"02", InterMethod::tiered},
        std::pair{"03", InterMethod::crush}, std::pair{"04", InterMethod::scanning},
        std::pair{"10", InterMethod::tiered}, std::pair{"20", InterMethod::tier_delta}})
    EXPECT_EQ(spread(with(plain, 89, code)).method, method) << code;
  const InterSpread tiers = spread(with(with(plain, 89, "20"), 102, "0300"));
  EXPECT_EQ(legs(tiers), "XYZ CC-ZZ/3x1A; XYZ CC-YYx2B; ");
  const InterSpread flat = spread(with(plain, 101, "F"));
  EXPECT_TRUE(flat.flat);
  EXPECT_EQ(flat.rate.at(0).value, 5000_d);
  EXPECT_FALSE(spread(with(plain, 101, "W")).flat);
  const InterSpread own = spread(with(plain, 122, "Y06500000123456"));
  EXPECT_EQ(legs(own), "XYZ CC-ZZx1A 0.65; XYZ CC-YYx2B 0.123456; ");
  EXPECT_EQ(spread(with(plain, 151, "N")).eligible, Eligible::not_customers);
  EXPECT_EQ(spread(with(plain, 151, "H")).eligible, Eligible::house_only);
  EXPECT_TRUE(spread(with(plain, 110, "S")).before_calendars);
}

TEST(PositionalSpreads, MoreThanFourLegsContinue) {
  std::string four = with(with(cme_line("6 "), 53, "NYMNNY-A  0010000A"), 71, "NYMNNY-B  0010000B");
  const std::string more = cme_line("6 ");
  for (const std::string& text : {four + "\n" + more, more + "\n" + four}) {
    const auto [file, refused] = read_span(span_header + text);
    EXPECT_TRUE(refused.empty());
    ASSERT_EQ(file.inter_spreads.size(), 1u);
    EXPECT_EQ(legs(file.inter_spreads[0]),
              "NYM NY-HHx1A may lack; NYM NY-HPx1B may lack; NYM NY-Ax1A may lack; "
              "NYM NY-Bx1B may lack; NYM NY-HHx1A may lack; NYM NY-HPx1B may lack; ");
  }
  EXPECT_EQ(read_span(span_header + plain + "\n" + plain).value.inter_spreads.size(), 2u);
}

TEST(PositionalSpreads, WhatIsRefused) {
  const std::vector<std::pair<std::string, std::string>> table{
      {with(plain, 89, "05"), "89-90 method \"05\"; 01, 02, 03, 04, 10 and 20 are known"},
      {with(plain, 101, "Q"), "101 credit_calc_method \"Q\"; blank, W and F are known"},
      {with(plain, 10, "05O0000"), "10-16 credit_rate_pct \"05O0000\" is no number"},
      {with(plain, 34, "L"), "34 leg1_side \"L\"; a side is A or B"},
      {with(plain, 27, "0000000"), "27-33 leg1_delta_per_spread \"0000000\"; a leg has deltas"},
      {with(plain, 17, "   "), "17-19 leg1_exchange_acronym is blank; write what it is"},
      {with(plain, 122, "Y"), "123-129 leg1_credit_rate is blank; write its digits"},
      {"6 SYN00010500000", "21-26 leg1_combined_commodity is blank; a spread has legs"}};
  for (const auto& [line, start] : table) {
    const std::string whole = "span.pa2:2:" + start;
    EXPECT_EQ(refusals_of(span_header + line).substr(0, whole.size()), whole);
  }
}

TEST(PositionalCombinations, AreMadeOfTheirLegs) {
  const std::string one = cme_line("Z ");
  std::string two = with(one, 36, "002A003");
  two = with(two, 64, "2500");
  two = with(two, 56, "20250815");
  const auto [file, refused] = read_span(span_header + two + "\n" + one);
  EXPECT_TRUE(refused.empty());
  ASSERT_EQ(file.combinations.size(), 1u);
  const CombinationContract& read = file.combinations[0];
  EXPECT_EQ(read.product, (ProductKey{Code{"CBT"}, Code{"31"}, ProductType::combination}));
  EXPECT_EQ(read.month, (Month{2025, 7, {}}));
  ASSERT_EQ(read.legs.size(), 2u);
  EXPECT_EQ(read.legs[0].product, (ProductKey{Code{"CBT"}, Code{"S"}, ProductType::future}));
  EXPECT_EQ(read.legs[0].month, (Month{2025, 7, {}}));
  EXPECT_EQ(read.legs[0].side, Side::b);
  EXPECT_EQ(read.legs[0].ratio, 10_d);
  EXPECT_EQ(read.legs[1].month, (Month{2025, 8, DayCode{"15"}}));
  EXPECT_EQ(read.legs[1].ratio, 3.25_d);
  EXPECT_EQ(refusals_of(span_header + one + "\n" + one),
            "span.pa2:3 CBT 31 CMB has leg 1 in line 2 already; keep one of the two\n");
  EXPECT_EQ(refusals_of(span_header + with(one, 40, "000")),
            "span.pa2:2:40-42 leg_ratio_int \"000\"; a leg has a ratio\n");
  EXPECT_EQ(refusals_of(span_header + with(one, 53, "   ")),
            "span.pa2:2:53-55 leg_product_type is blank; a type is FUT, PHY, CMB, OOF, OOP, OOC, "
            "...\n");
}

}  // namespace
}  // namespace plimsoll::io
