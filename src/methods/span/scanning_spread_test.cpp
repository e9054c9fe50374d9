#include "methods/span/scanning_spread.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::Manner, testing::option,
    testing::Reckoned, testing::september, testing::two_commodities;
using namespace clearing;

/// ZZ and YY are scanned in ZZ, of gains four fifths counted.
FileBuilder together(bool super = false) {
  FileBuilder builder = two_commodities();
  InterSpread& spread = builder.file.inter_spreads[0];
  spread.method = InterMethod::scanning;
  spread.before_calendars = super;
  spread.rate = {{0, 0.8_d}};
  spread.target = InterLeg{.commodity = Code{"CC-ZZ"}};
  return builder;
}
const std::vector<Position> opposed{future("ZZ", december, 1), future("YY", december, -1)};

// Scenario 13: 12,000 lost, 3,000 gained of which 2,400 count.
TEST(ScanningSpread, CountsLossesInFullAndGainsInPart) {
  for (const bool super : {false, true}) {
    Reckoned reckoned{opposed, together(super)};
    const Work &zz = reckoned.of("CC-ZZ"), &yy = reckoned.of("CC-YY");
    EXPECT_EQ(zz.scan.risk, 9'600_d);
    EXPECT_EQ(zz.scan.active, 12u);
    EXPECT_EQ(zz.scan.scenarios[10], -(6'600_d));
    EXPECT_EQ(zz.maintenance, 9'600_d);
    EXPECT_EQ(yy.merged_into, &zz);
    EXPECT_EQ(yy.maintenance, 0_d);
    EXPECT_EQ(zz.delta, 0_d);
  }
}

TEST(ScanningSpread, OnOneSideNothingIsSaved) {
  Reckoned reckoned{{future("ZZ", december, 1), future("YY", december, 1)}, together()};
  EXPECT_EQ(reckoned.of("CC-ZZ").maintenance, 15'000_d);
}

TEST(ScanningSpread, FormsOnlyOfEnoughLegs) {
  const auto formed = [](const FileBuilder& builder, std::vector<Position> book = opposed) {
    Reckoned reckoned{std::move(book), builder};
    return !reckoned.of("CC-ZZ").merged.empty();
  };
  EXPECT_TRUE(formed(together()));
  EXPECT_FALSE(formed(together(), {future("ZZ", december, 1)}));
  FileBuilder three = together();
  three.file.inter_spreads[0].legs_least = 3;
  EXPECT_FALSE(formed(three));
  FileBuilder needs_another = together();
  needs_another.commodity("CC-XX");
  needs_another.file.inter_spreads[0].legs.push_back({.commodity = Code{"CC-XX"}});
  EXPECT_FALSE(formed(needs_another));
  needs_another.file.inter_spreads[0].legs[2].required = false;
  EXPECT_TRUE(formed(needs_another));
  FileBuilder house = together();
  house.file.inter_spreads[0].eligible = Eligible::not_customers;
  EXPECT_FALSE(formed(house));
}

/// The same, scanned in a commodity of its own.
FileBuilder elsewhere(bool required) {
  FileBuilder builder = together();
  builder.commodity("CC-TT");
  builder.future(builder.product("TT", ProductType::future), december, 1'000, 10_d);
  builder.file.inter_spreads[0].target =
      InterLeg{.commodity = Code{"CC-TT"}, .ratio = 2_d, .required = required};
  return builder;
}

TEST(ScanningSpread, TheTargetNeedNotBeHeldUnlessTheFileSaysSo) {
  Reckoned made{{future("ZZ", december, 3), future("YY", december, -1)}, elsewhere(false)};
  EXPECT_EQ(made.of("CC-TT").maintenance, 33'600_d);
  EXPECT_EQ(made.of("CC-TT").delta, 4_d);  // two deltas of the target for one of a leg
  EXPECT_EQ(made.of("CC-ZZ").maintenance, 0_d);
  Reckoned absent{opposed, elsewhere(true)};
  EXPECT_EQ(absent.of("CC-ZZ").maintenance, 12'000_d);
  // Netted to nothing is not held.
  std::vector<Position> flat = opposed;
  flat.push_back(future("TT", december, 1));
  flat.push_back(future("TT", december, -1));
  flat.back().holding = Holding::margin;
  EXPECT_EQ(Reckoned(flat, elsewhere(true)).of("CC-ZZ").maintenance, 12'000_d);
}

// The target's own 1,000 is lost in scenario 13 too.
TEST(ScanningSpread, ATargetThatIsHeldIsScannedWithTheRest) {
  std::vector<Position> book = opposed;
  book.push_back(future("TT", december, 1));
  EXPECT_EQ(Reckoned(book, elsewhere(true)).of("CC-TT").maintenance, 10'600_d);
}

TEST(ScanningSpread, TakesMinimumsAndOptionValueAlong) {
  FileBuilder builder = together();
  builder.file.inter_spreads[0].target = InterLeg{.commodity = Code{"CC-YY"}};
  Reckoned reckoned{{option(Right::put, 3200_d, -1), future("YY", december, 1)}, builder};
  const Work &zz = reckoned.of("CC-ZZ"), &yy = reckoned.of("CC-YY");
  EXPECT_EQ(yy.short_options.minimum, 50_d);
  EXPECT_EQ(yy.short_value, 150_d);
  EXPECT_EQ(zz.net_option_value(), 0_d) << "told once";
}

// In September and December ZZ owes a calendar spread, before YY is scanned in it.
TEST(ScanningSpread, ChargesAreOfTheCommoditiesAloneAndThenOfAll) {
  FileBuilder builder = together();
  builder.file.inter_spreads[0].target = InterLeg{.commodity = Code{"CC-ZZ"}};
  const std::vector<Position> book{future("ZZ", september, 2), future("ZZ", december, -1),
                                   future("YY", december, -1)};
  // One spread of ZZ alone, then September's other delta against YY's.
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").calendar_charge, 800_d);
  builder.file.inter_spreads[0].before_calendars = true;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").calendar_charge, 800_d);
}

// Of what was credited once, no price risk is credited again: one delta of three is left, for a
// third of the price risk.
TEST(ScanningSpread, KeepsTheDeltasBeforeAnySpread) {
  FileBuilder builder = together();
  builder.commodity("CC-XX");
  builder.future(builder.product("XX", ProductType::future), december, 600, 10_d);
  builder.file.inter_spreads.push_back({.priority = 1,
                                        .rate = {{0, 0.5_d}},
                                        .legs = {{.commodity = Code{"CC-ZZ"}, .side = Side::a},
                                                 {.commodity = Code{"CC-XX"}, .side = Side::b}}});
  Reckoned reckoned{
      {future("ZZ", december, 3), future("XX", december, -2), future("YY", december, 1)}, builder};
  const Work& zz = reckoned.of("CC-ZZ");
  EXPECT_EQ(zz.delta, 4_d);
  EXPECT_EQ(zz.ladder.net_left({}), 2_d);
}

TEST(ScanningSpread, WhatCannotBeJoinedIsSaid) {
  const auto said = [](const FileBuilder& builder) {
    Reckoned reckoned{opposed, builder};
    EXPECT_EQ(reckoned.of("CC-ZZ").maintenance, 12'000_d);
    const std::vector<std::string>& remarks = reckoned.of("CC-ZZ").remarks;
    return remarks.empty() ? std::string{} : remarks.front();
  };
  FileBuilder currencies = together();
  currencies.file.commodities[1].currency = Currency{"EUR"};
  EXPECT_NE(said(currencies).find("several currencies"), std::string::npos);
  FileBuilder ratio = together();
  ratio.file.inter_spreads[0].legs[1].ratio = 0_d;
  EXPECT_NE(said(ratio).find("without deltas"), std::string::npos);
  FileBuilder nowhere = together();
  nowhere.file.inter_spreads[0].target.reset();
  EXPECT_NE(said(nowhere).find("names no commodity"), std::string::npos);
}

TEST(ScanningSpread, WhatIsNotPublicIsSaid) {
  FileBuilder builder = together();
  builder.file.inter_spreads[0].apportion_risk = true;
  EXPECT_EQ(Reckoned(opposed, builder).of("CC-ZZ").remarks.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::span
