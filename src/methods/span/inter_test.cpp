#include "methods/span/inter.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::Manner, testing::october,
    testing::Reckoned, testing::september, testing::two_commodities;
using namespace clearing;

/// One future of ZZ loses 12,000 over its range, one of YY 3,000.
FileBuilder without_calendars() {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].calendar_spreads.clear();
  return builder;
}

TEST(Inter, CreditsEachLegByItsOwnPriceRisk) {
  for (const std::int64_t sign : {1, -1}) {
    Reckoned reckoned{{future("ZZ", december, 3 * sign), future("YY", december, -2 * sign)}};
    const Work& zz = reckoned.of("CC-ZZ");
    EXPECT_EQ(zz.inter_credit, 12'000_d);  // two deltas of 12,000, half
    EXPECT_EQ(zz.risk, 24'000_d);
    EXPECT_EQ(zz.ladder.net_left({}), Decimal{sign});
    EXPECT_EQ(zz.credits.at(0).deltas, Decimal{2 * sign});
    EXPECT_EQ(reckoned.of("CC-YY").risk, 3'000_d);
  }
}

TEST(Inter, TakesOnlyWhatHigherPriorityLeft) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads.push_back(builder.file.inter_spreads[0]);
  builder.file.inter_spreads[1].priority = 5;
  builder.file.inter_spreads[1].rate = {{0, 0.9_d}};
  Reckoned reckoned{{future("ZZ", december, 1), future("YY", december, -1)}, builder};
  ASSERT_EQ(reckoned.of("CC-ZZ").credits.size(), 1u);
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 10'800_d);
}

TEST(Inter, LegsHaveRatiosAndRatesOfTheirOwn) {
  FileBuilder builder = two_commodities();
  InterSpread& spread = builder.file.inter_spreads[0];
  spread.legs[1].ratio = 3_d;
  spread.legs[1].rate = {{0, 0.2_d}};
  Reckoned reckoned{{future("ZZ", december, 2), future("YY", december, -4)}, builder};
  // A spread and a third, of one and of three deltas.
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 8'000_d);
  EXPECT_EQ(reckoned.of("CC-YY").inter_credit, 2'400_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").ladder.net_left({}), 0.666666667_d);
}

TEST(Inter, FlatCreditsAreMoneyForASpread) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads[0].flat = true;
  builder.file.inter_spreads[0].rate = {{0, 700_d}};
  Reckoned reckoned{{future("ZZ", december, 2), future("YY", december, -2)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 1'400_d);
}

// Two commodities bought and one sold: the bought are the same side.
TEST(Inter, ThreeLegsFormAsTheScarcestAllows) {
  FileBuilder builder = two_commodities();
  builder.commodity("CC-XX");
  builder.future(builder.product("XX", ProductType::future), december, 600, 10_d);
  builder.file.inter_spreads[0].legs.push_back({.commodity = Code{"CC-XX"}, .side = Side::a});
  Reckoned formed{
      {future("ZZ", december, 2), future("YY", december, -3), future("XX", december, 1)}, builder};
  EXPECT_EQ(formed.of("CC-XX").inter_credit, 300_d);
  EXPECT_EQ(formed.of("CC-ZZ").inter_credit, 6'000_d);
  Reckoned apart{
      {future("ZZ", december, 2), future("YY", december, -3), future("XX", december, -1)}, builder};
  EXPECT_EQ(apart.of("CC-ZZ").inter_credit, 0_d);
}

TEST(Inter, SomeAreNotForCustomers) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads[0].eligible = Eligible::house_only;
  const std::vector<Position> book{future("ZZ", december, 1), future("YY", december, -1)};
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").inter_credit, 0_d);
  const Manner own{.terms = {.customer = false}};
  EXPECT_EQ(Reckoned(book, builder, own).of("CC-ZZ").inter_credit, 6'000_d);
}

/// What a delta of ZZ is worth, its price scan range stated as so much.
Decimal price_risk(WeightedPriceRisk method, double range, Decimal scale = 1_d) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].weighted_price_risk = method;
  builder.file.terms.push_back(
      {.product = 0, .future_month = september, .price_scan = range, .delta_scale = scale});
  builder.file.terms.push_back({.product = 0, .future_month = december, .price_scan = 1.0});
  Reckoned reckoned{{future("ZZ", december, 1), future("YY", december, -1)}, builder};
  return reckoned.of("CC-ZZ").credits.at(0).price_risk;
}

TEST(Inter, WeightedPriceRiskIsByTheFilesMethod) {
  EXPECT_EQ(price_risk(WeightedPriceRisk::normal, 10'000), 12'000_d);
  EXPECT_EQ(price_risk(WeightedPriceRisk::capped_at_scan_range, 10'000), 10'000_d);
  EXPECT_EQ(price_risk(WeightedPriceRisk::capped_at_scan_range, 15'000), 12'000_d);
  EXPECT_EQ(price_risk(WeightedPriceRisk::scan_range, 15'000), 15'000_d);
  EXPECT_EQ(price_risk(WeightedPriceRisk::scan_range, 15'000, 2_d), 7'500_d);
  EXPECT_EQ(price_risk(WeightedPriceRisk::scan_range, 15'000, 0_d), 12'000_d);  // of no scale
}

// 2 % of 3,600 at 100 for a point is less than the 12,000 a delta may lose.
TEST(Inter, PriceRiskIsHeldToARangeStatedAsAPart) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].weighted_price_risk = WeightedPriceRisk::capped_at_scan_range;
  builder.file.terms.push_back({.product = 0, .future_month = september, .price_scan_ratio = 0.02});
  Reckoned reckoned{{future("ZZ", december, 1), future("YY", december, -1)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).price_risk, 7'200_d);
  EXPECT_TRUE(reckoned.of("CC-ZZ").remarks.empty());
}

// 36,000 over one delta; of one future alone a delta risks no more than the range.
TEST(Inter, ARangeTheFileDoesNotStateIsSaid) {
  FileBuilder builder = without_calendars();
  builder.file.commodities[0].weighted_price_risk = WeightedPriceRisk::capped_at_scan_range;
  builder.file.commodities[0].months_are_tiers = true;
  Reckoned reckoned{
      {future("ZZ", september, 2), future("ZZ", december, -1), future("YY", december, -1)},
      builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).price_risk, 36'000_d);
  ASSERT_EQ(reckoned.of("CC-ZZ").remarks.size(), 1u);
  EXPECT_NE(reckoned.of("CC-ZZ").remarks[0].find("may be too high"), std::string::npos);
  Reckoned alone{{future("ZZ", december, 1), future("YY", december, -1)}, builder};
  EXPECT_TRUE(alone.of("CC-ZZ").remarks.empty());
}

/// ZZ by tiers of September to October and of December to February.
FileBuilder by_tier(InterMethod method) {
  FileBuilder builder = without_calendars();
  builder.file.commodities[0].inter_tiers = testing::two_tiers();
  builder.file.inter_spreads[0].method = method;
  builder.file.inter_spreads[0].legs[0].tier = Code{"1"};
  return builder;
}
const std::vector<Position> both_tiers{future("ZZ", september, 3), future("ZZ", december, -1),
                                       future("YY", december, -5)};

// Three deltas in the tier, two in the commodity.
TEST(Inter, ATieredSpreadIsCappedByTheWholeCommodity) {
  Reckoned reckoned{both_tiers, by_tier(InterMethod::tiered)};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).spreads, 2_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 12'000_d);
}

// Half of the tier's price risk, however little the commodity's months leave together.
TEST(Inter, ATierDeltaSpreadPaysByTheTiersPriceRisk) {
  FileBuilder builder = by_tier(InterMethod::tier_delta);
  builder.file.commodities[0].scan_tiers = testing::two_tiers();
  Reckoned reckoned{both_tiers, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").scan.risk, 48'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).spreads, 3_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 18'000_d);
}

TEST(Inter, WhereScanningHasNoTiersWhatOffsetsThereIsNotCredited) {
  FileBuilder builder = by_tier(InterMethod::tier_delta);
  Reckoned reckoned{both_tiers, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").scan.risk, 24'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).spreads, 2_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 12'000_d);
}

// Scanning's own tier 1 is another than the credits': December.
TEST(Inter, TiersOfCreditsAreNotThoseOfScanningOfTheSameName) {
  FileBuilder builder = by_tier(InterMethod::tier_delta);
  builder.file.commodities[0].scan_tiers = {
      {.name = Code{"1"}, .first = december, .last = december}};
  Reckoned reckoned{
      {future("ZZ", september, 1), future("ZZ", december, 3), future("YY", december, -1)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).price_risk, 12'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").ladder.rungs()[0].left, 0_d);
}

TEST(Inter, TierZeroIsTheWholeCommodity) {
  FileBuilder builder = by_tier(InterMethod::tier_delta);
  builder.file.inter_spreads[0].legs[0].tier = Code{"0"};
  Reckoned reckoned{both_tiers, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).spreads, 2_d);
}

TEST(Inter, ATierNotDefinedIsSaid) {
  FileBuilder builder = by_tier(InterMethod::tiered);
  builder.file.inter_spreads[0].legs[0].tier = Code{"7"};
  Reckoned reckoned{both_tiers, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 0_d);
  ASSERT_EQ(reckoned.of("CC-ZZ").remarks.size(), 1u);
}

// December against December, not against September.
TEST(Inter, ACrushIsOfOneMonth) {
  FileBuilder builder = without_calendars();
  builder.file.inter_spreads[0].method = InterMethod::crush;
  Reckoned reckoned{
      {future("ZZ", september, 4), future("ZZ", december, 1), future("YY", december, -3)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).spreads, 1_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").ladder.rungs()[0].left, 4_d);
}

/// September of ZZ is in delivery: 100 for each delta left.
FileBuilder in_delivery(bool before) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].spot_method = SpotMethod::table;
  builder.file.commodities[0].spot_rates = {{.month = september, .outright = 100_d}};
  builder.file.inter_spreads[0].before_calendars = before;
  return builder;
}

TEST(Inter, SuperSpreadsComeBeforeChargesAndOthersAfter) {
  const std::vector<Position> book{future("ZZ", september, 1), future("YY", december, -1)};
  EXPECT_EQ(Reckoned(book, in_delivery(true)).of("CC-ZZ").spot_charge, 0_d);
  EXPECT_EQ(Reckoned(book, in_delivery(false)).of("CC-ZZ").spot_charge, 100_d);
}

// Time gains 100 in either volatility, so price risk is 1,100 of a scanning risk of 1,000.
TEST(Inter, SuperSpreadsAreCappedAtScanningRisk) {
  for (const bool before : {true, false}) {
    FileBuilder builder = two_commodities();
    builder.file.inter_spreads[0].before_calendars = before;
    builder.file.inter_spreads[0].legs[0].commodity = Code{"CC-XX"};
    builder.commodity("CC-XX");
    builder.contract(
        {.product = builder.product("XX", ProductType::future), .month = december, .price = 1_d},
        testing::array_of_values({-100, -100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 0},
                                 1_d));
    Reckoned reckoned{{future("XX", december, 1), future("YY", december, -1)}, builder};
    EXPECT_EQ(reckoned.of("CC-XX").scan.price_risk, 1'100_d);
    EXPECT_EQ(reckoned.of("CC-XX").inter_credit, before ? 500_d : 550_d);
  }
}

// Both legs sold in one place: the first leaves the second its part.
TEST(Inter, LegsOfOnePlaceShareIt) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads[0].legs.push_back(builder.file.inter_spreads[0].legs[0]);
  Reckoned reckoned{{future("ZZ", december, -2), future("YY", december, 5)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).spreads, 1_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 12'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").ladder.net_left({}), 0_d);
  EXPECT_EQ(reckoned.of("CC-YY").ladder.net_left({}), 4_d);
}

// 10 billion contracts in each of four months: more deltas than a Decimal divides by.
TEST(Inter, LargeBooksAreReckoned) {
  FileBuilder builder = without_calendars();
  const std::int64_t most = 10'000'000'000;
  Reckoned reckoned{{future("ZZ", september, most), future("ZZ", october, most),
                     future("ZZ", december, most), future("YY", december, -most)},
                    builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").credits.at(0).price_risk, 12'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 60'000'000'000'000_d);
}

TEST(Inter, LegsWithoutDeltasFormNothing) {
  FileBuilder builder = two_commodities();
  builder.file.inter_spreads[0].legs[0].ratio = 0_d;
  Reckoned reckoned{{future("ZZ", december, 1), future("YY", december, -1)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").inter_credit, 0_d);
}

}  // namespace
}  // namespace plimsoll::span
