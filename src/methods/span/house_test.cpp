#include "methods/span/house.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using namespace clearing;
using testing::december, testing::february, testing::FileBuilder, testing::future, testing::Manner,
    testing::october, testing::option, testing::Reckoned, testing::september,
    testing::two_commodities;

Position held_apart(Position position) {
  position.holding = Holding::margin;
  return position;
}

TEST(House, NetsByContract) {
  Reckoned reckoned{{future("ZZ", december, 3), held_apart(future("ZZ", december, -1))}};
  ASSERT_EQ(reckoned.of("CC-ZZ").held.size(), 1u);
  EXPECT_EQ(reckoned.of("CC-ZZ").scan.risk, 24'000_d);
}

TEST(House, APositionAndItsOppositeOweNothing) {
  Reckoned reckoned{{option(Right::put, 3200_d, 5), held_apart(option(Right::put, 3200_d, -5))}};
  const Work& work = reckoned.of("CC-ZZ");
  EXPECT_TRUE(work.held.empty());
  EXPECT_EQ(work.commodity_risk, 0_d);
  EXPECT_EQ(work.net_option_value(), 0_d);
}

// The put's -0.02 of five, in the month of the future it is on.
TEST(House, DeltasAreByArrayScaleAndPosition) {
  FileBuilder builder = two_commodities();
  for (Contract& contract : builder.file.contracts)
    if (contract.right) contract.delta_scale = 0.5_d;
  Reckoned reckoned{{option(Right::put, 3200_d, 5), future("ZZ", september, 1)}, builder};
  const Work& work = reckoned.of("CC-ZZ");
  EXPECT_EQ(work.delta, 0.95_d);
  EXPECT_EQ(work.ladder.net_first({.month = december}), -(0.05_d));
}

// 12,000 in either tier; together September and December offset.
TEST(House, TiersAreScannedEachByItself) {
  const std::vector<Position> book{future("ZZ", september, 1), future("ZZ", december, -1)};
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].calendar_spreads.clear();
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").scan.risk, 0_d);
  builder.file.commodities[0].scan_tiers = testing::two_tiers();
  Reckoned tiers{book, builder};
  EXPECT_EQ(tiers.of("CC-ZZ").scan.risk, 24'000_d);
  ASSERT_EQ(tiers.of("CC-ZZ").tiers.size(), 2u);
  EXPECT_EQ(tiers.of("CC-ZZ").tiers[0].delta, 1_d);
  EXPECT_EQ(tiers.of("CC-ZZ").scan.price_risk, 24'000_d);
}

TEST(House, MonthsMayBeTiers) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].calendar_spreads.clear();
  builder.file.commodities[0].months_are_tiers = true;
  Reckoned reckoned{{future("ZZ", september, 1), future("ZZ", october, -1),
                     option(Right::put, 3200_d, -1), future("ZZ", december, 1)},
                    builder};
  ASSERT_EQ(reckoned.of("CC-ZZ").tiers.size(), 3u);
  // December: 12,000 and the put's 27 of scenario 13.
  EXPECT_EQ(reckoned.of("CC-ZZ").scan.risk, 36'027_d);
}

TEST(House, MonthsInNoTierAreScannedTogetherAndSaid) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].calendar_spreads.clear();
  builder.file.commodities[0].scan_tiers = {
      {.name = Code{"1"}, .first = september, .last = september}};
  Reckoned reckoned{
      {future("ZZ", september, 1), future("ZZ", december, -3), future("ZZ", february, 1)}, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").scan.risk, 36'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").tiers.at(1).delta, -(2_d));
  EXPECT_EQ(reckoned.of("CC-ZZ").remarks.size(), 2u);
}

TEST(House, TheAccountsClassHasItsArraysAndRates) {
  FileBuilder builder = two_commodities();
  builder.file.rate_classes = {{.id = 1, .account_class = BondClass::speculator},
                               {.id = 2, .account_class = BondClass::hedger}};
  builder.commodity("CC-XX");
  builder.future(builder.product("XX", ProductType::future), december, 1'000, 10_d);
  RiskArray cheaper = testing::future_array(800);
  builder.file.arrays.back().rate = 1;
  cheaper.rate = 2;
  builder.file.arrays.push_back(cheaper);
  builder.file.contracts.back().arrays = 2;
  const std::vector<Position> book{future("XX", december, 1)};
  EXPECT_EQ(Reckoned(book, builder).of("CC-XX").scan.risk, 1'000_d);
  const Manner hedger{.terms = {.account_class = BondClass::hedger}};
  EXPECT_EQ(Reckoned(book, builder, hedger).of("CC-XX").scan.risk, 800_d);
}

// 12,000 for a delta, at the classes' factors.
TEST(House, MaintenanceAndInitialAreByClass) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].adjustment = {1.2_d, 1_d, 0.9_d};
  builder.file.commodities[0].initial_ratio = {1.32_d, 1.1_d, 0.95_d};
  const auto asked = [&](BondClass account_class) {
    const Manner manner{.terms = {.account_class = account_class}};
    Reckoned reckoned{{future("ZZ", december, 1)}, builder, manner};
    return std::pair{reckoned.of("CC-ZZ").maintenance, reckoned.of("CC-ZZ").initial};
  };
  EXPECT_EQ(asked(BondClass::speculator), std::pair(14'400_d, 15'840_d));
  EXPECT_EQ(asked(BondClass::hedger), std::pair(12'000_d, 13'200_d));
  EXPECT_EQ(asked(BondClass::member), std::pair(10'800_d, 11'400_d));
}

// A put sold and a future: 12,027 of which 12,017 is price risk of 1.02 deltas, 11,781.37 each.
// Half of one is credited: 5,891.
TEST(House, TheMinimumIsComparedWhereThePolicySays) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].short_option_rate = {{0, 20'000_d}};
  const std::vector<Position> book{future("ZZ", december, 1), option(Right::put, 3200_d, -1),
                                   future("YY", december, -1)};
  Reckoned after{book, builder};
  EXPECT_EQ(after.of("CC-ZZ").inter_credit, 5'891_d);
  EXPECT_EQ(after.of("CC-ZZ").risk, 6'136_d);
  EXPECT_EQ(after.of("CC-ZZ").commodity_risk, 20'000_d);
  auto policy = std::make_shared<Policy>(*testing::whole_numbers());
  policy->minimum_against = MinimumAgainst::before_credits;
  Reckoned before{book, builder, Manner{.policy = policy}};
  EXPECT_EQ(before.of("CC-ZZ").commodity_risk, 14'109_d);
}

TEST(House, CombinationsAreMarginedAsTheirLegs) {
  FileBuilder builder = two_commodities();
  const ProductKey key{Code{"XYZ"}, Code{"CAL"}, ProductType::combination};
  const ProductKey leg{Code{"XYZ"}, Code{"ZZ"}, ProductType::future};
  builder.file.products.push_back({.key = key});
  builder.file.combinations.push_back(
      {.product = key,
       .month = september,
       .legs = {{leg, september, Side::a, 1_d}, {leg, october, Side::b, 2_d}}});
  const Position held{
      .instrument = Combination{InstrumentId{"CAL"}, InstrumentId{"CAL"}, {}, september},
      .quantity = Quantity::of(std::int64_t{3})};
  Reckoned reckoned{{held}, builder};
  // Three of September against six of October: three spreads at 250, three left.
  EXPECT_EQ(reckoned.of("CC-ZZ").calendar_charge, 750_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").commodity_risk, 36'750_d);
}

TEST(House, EachFileIsReadByItsHousesPolicy) {
  auto own = std::make_shared<Policy>(), usual = std::make_shared<Policy>();
  own->houses = {"SYN"};
  RiskFile file;
  file.clearing_house = Code{"SYN"};
  EXPECT_EQ(&policy_for(file, {usual, own}), own.get());
  file.clearing_house = Code{"OTH"};
  EXPECT_EQ(&policy_for(file, {usual, own}), usual.get());
}

}  // namespace
}  // namespace plimsoll::span
