#include "methods/span/places.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using namespace clearing;
using testing::december, testing::FileBuilder, testing::future, testing::option, testing::september,
    testing::two_commodities;

/// ZZ's strip of September and, sold twice, December.
FileBuilder with_strip(CombinationMethod method, bool array = true) {
  FileBuilder builder = two_commodities();
  CombinedCommodity& zz = builder.file.commodities[0];
  zz.combination_method = method;
  const ProductKey key{Code{"XYZ"}, Code{"ST"}, ProductType::combination};
  builder.file.products.push_back({.key = key});
  zz.products.push_back({key});
  if (array)
    builder.future(static_cast<Index>(builder.file.products.size() - 1), december, 90, 1_d);
  const ProductKey leg{Code{"XYZ"}, Code{"ZZ"}, ProductType::future};
  builder.file.combinations.push_back(
      {.product = key,
       .month = december,
       .legs = {{leg, september, Side::a, 1_d}, {leg, december, Side::b, 2_d}}});
  return builder;
}
const Combination strip{InstrumentId{"STZ5"}, InstrumentId{"ST"}, {}, december};

Place place(const Instrument& instrument, FileBuilder builder = two_commodities()) {
  return place_of(instrument, {builder.built()});
}

TEST(Places, AContractIsOnePart) {
  const Place found = place(future("ZZ", december, 1).instrument);
  EXPECT_EQ(found.standing, Standing::placed);
  EXPECT_TRUE(found.is_one_contract());
  EXPECT_EQ(found.parts[0].commodity, 0u);
}

TEST(Places, UnknownContractsAreRefusedByName) {
  const Place none = place(option(Right::call, 3700_d, 1).instrument);
  EXPECT_EQ(none.standing, Standing::refused);
  EXPECT_EQ(none.fault.where, "C3700");
  EXPECT_NE(none.fault.what.find("C 3600"), std::string::npos);
}

TEST(Places, WithoutAnArrayOrACommodityIsRefused) {
  FileBuilder builder = two_commodities();
  builder.file.contracts.push_back({.product = 0, .month = {2027, 1, {}}});
  EXPECT_NE(place(future("ZZ", {2027, 1, {}}, 1).instrument, builder).fault.what.find("risk array"),
            std::string::npos);
  builder.file.commodities[0].products.clear();
  EXPECT_NE(
      place(future("ZZ", december, 1).instrument, builder).fault.what.find("no combined commodity"),
      std::string::npos);
}

// The first of them that holds it.
TEST(Places, AProductOfTwoCommoditiesStandsInTheFirst) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[1].products.push_back(builder.file.commodities[0].products[0]);
  const Place found = place(future("ZZ", december, 1).instrument, builder);
  ASSERT_EQ(found.parts.size(), 1u);
  EXPECT_EQ(found.parts[0].commodity, 0u);
}

TEST(Places, SecuritiesAreMarginedWhereAFileHasThem) {
  FileBuilder builder = two_commodities();
  builder.commodity("EQ");
  builder.contract({.product = builder.product("NSX", ProductType::equity)},
                   testing::future_array(90));
  builder.contract({.product = builder.product("NSX", ProductType::option_on_equity),
                    .option_month = december,
                    .right = Right::put,
                    .strike = 50_d},
                   testing::future_array(90));
  EXPECT_EQ(place(Stock{.id = InstrumentId{"NSX"}}, builder).standing, Standing::placed);
  EXPECT_EQ(place(Stock{.id = InstrumentId{"AAPL"}}, builder).standing, Standing::not_covered);
  const ListedOption put{.id = InstrumentId{"NSXPUT"},
                         .underlying = InstrumentId{"NSX"},
                         .expiry = Date{2025y / December / 19},
                         .right = Right::put,
                         .strike = 50_usd_each};
  EXPECT_EQ(place(put, builder).standing, Standing::placed);
  EXPECT_EQ(place(Fund{.id = InstrumentId{"NSX"}}, builder).standing, Standing::not_covered);
}

TEST(Places, CombinationsAreSplitIntoLegs) {
  for (const bool array : {true, false}) {
    const Place split = place(strip, with_strip(CombinationMethod::split, array));
    ASSERT_EQ(split.parts.size(), 2u) << split.fault.what;
    EXPECT_EQ(split.parts[0].ratio, 1_d);
    EXPECT_EQ(split.parts[1].ratio, -(2_d));
    EXPECT_TRUE(split.remark.empty());
    EXPECT_FALSE(split.is_one_contract());
  }
}

TEST(Places, OtherWaysOfSplittingAreSaid) {
  const Place kept = place(strip, with_strip(CombinationMethod::delta));
  EXPECT_TRUE(kept.is_one_contract());
  EXPECT_FALSE(kept.remark.empty());
  const Place modified = place(strip, with_strip(CombinationMethod::modified));
  EXPECT_EQ(modified.parts.size(), 2u);
  EXPECT_FALSE(modified.remark.empty());
}

TEST(Places, CombinationsWithoutLegsAreRefused) {
  FileBuilder unsaid = with_strip(CombinationMethod::split);
  unsaid.file.combinations.clear();
  EXPECT_NE(place(strip, unsaid).fault.what.find("does not say what"), std::string::npos);
  FileBuilder empty = with_strip(CombinationMethod::split);
  empty.file.combinations[0].legs.clear();
  EXPECT_EQ(place(strip, empty).standing, Standing::refused);
  FileBuilder gone = with_strip(CombinationMethod::split);
  gone.file.combinations[0].legs[0].month = {2031, 1, {}};
  EXPECT_NE(place(strip, gone).fault.what.find("does not hold the leg ZZ 203101"),
            std::string::npos);
}

TEST(Places, AreLookedUpOnce) {
  FileBuilder builder = two_commodities();
  const Instrument zz = future("ZZ", december, 1).instrument;
  const auto places = Places::of({&zz, &zz}, {builder.built()});
  EXPECT_NE(places->find(id_of(zz)), nullptr);
  EXPECT_EQ(places->find(InstrumentId{"OTHER"}), nullptr);
}

}  // namespace
}  // namespace plimsoll::span
