#include <gtest/gtest.h>

#include "methods/span/inter.hpp"
#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::Reckoned,
    testing::september;
using namespace clearing;

ClearingSpread spread(int priority, const char* home, const char* house, const char* away,
                      Decimal rate) {
  return {.priority = priority,
          .home = {.commodity = Code{home}, .side = Side::a, .rate = {{0, rate}}},
          .away_house = Code{house},
          .away = {.commodity = Code{away}, .side = Side::b},
          .line = 5};
}

/// Two houses, one product each; a range of 1,000 here and of 400 there.
struct Pair {
  FileBuilder here, there;
  Pair() {
    here.commodity("HH");
    const Index product = here.product("HF", ProductType::future);
    here.future(product, september, 1'000, 10_d);
    here.future(product, december, 1'000, 10_d);
    there.file.clearing_house = Code{"OTH"};
    there.file.name = "other.pa2";
    there.commodity("TT");
    there.future(there.product("TF", ProductType::future), december, 400, 10_d);
  }
  Reckoned reckoned(std::vector<Position> positions) {
    return {std::move(positions), RiskFiles{here.built(), there.built()}};
  }
};
const std::vector<Position> opposed{future("HF", december, 3), future("TF", december, -2)};

TEST(ClearingSpread, EachHouseCreditsItsOwnLegAtItsOwnRate) {
  Pair pair;
  pair.here.file.clearing_spreads = {spread(4, "HH", "OTH", "TT", 0.5_d)};
  pair.there.file.clearing_spreads = {spread(9, "TT", "SYN", "HH", 0.25_d)};
  Reckoned reckoned = pair.reckoned(opposed);
  EXPECT_EQ(reckoned.of("HH", 0).clearing_credit, 1'000_d);
  EXPECT_EQ(reckoned.of("TT", 1).clearing_credit, 200_d);
  EXPECT_EQ(reckoned.of("HH", 0).maintenance, 2'000_d);
  EXPECT_EQ(reckoned.of("HH", 0).credits.size(), 1u) << "both definitions form once";
}

TEST(ClearingSpread, AHouseThatDefinesNoneGrantsNone) {
  Pair pair;
  pair.here.file.clearing_spreads = {spread(4, "HH", "OTH", "TT", 0.5_d)};
  Reckoned reckoned = pair.reckoned(opposed);
  EXPECT_EQ(reckoned.of("HH", 0).clearing_credit, 1'000_d);
  EXPECT_EQ(reckoned.of("TT", 1).clearing_credit, 0_d);
  EXPECT_EQ(reckoned.of("TT", 1).ladder.net_left({}), 0_d);
}

TEST(ClearingSpread, OneSideOrAnotherHouseFormsNone) {
  Pair pair;
  pair.here.file.clearing_spreads = {spread(4, "HH", "OTH", "TT", 0.5_d)};
  Reckoned same = pair.reckoned({future("HF", december, 3), future("TF", december, 2)});
  EXPECT_EQ(same.of("HH", 0).clearing_credit, 0_d);
  pair.here.file.clearing_spreads[0].away_house = Code{"XXX"};
  EXPECT_EQ(pair.reckoned(opposed).of("HH", 0).clearing_credit, 0_d);
}

// 20 and 21 here are the first and second, as 1 and 2 would be.
TEST(ClearingSpread, PrioritiesAreCountedFromEachHousesLeast) {
  Pair pair;
  pair.here.commodity("GG");
  pair.here.future(pair.here.product("GF", ProductType::future), december, 100, 10_d);
  pair.here.file.clearing_spreads = {spread(21, "HH", "OTH", "TT", 0.5_d)};
  pair.here.file.clearing_spreads.push_back(spread(20, "GG", "OTH", "ZZ", 0.5_d));
  pair.there.file.clearing_spreads = {spread(1, "TT", "SYN", "GG", 0.5_d)};
  std::vector<Position> book = opposed;
  book.push_back(future("GF", december, 2));
  Reckoned reckoned = pair.reckoned(book);
  EXPECT_EQ(reckoned.of("HH", 0).clearing_credit, 0_d) << "TT is spent on GG";
  EXPECT_EQ(reckoned.of("TT", 1).clearing_credit, 400_d);
}

TEST(ClearingSpread, TiersAndRatios) {
  Pair pair;
  pair.here.file.commodities[0].inter_tiers = {
      {.name = Code{"2"}, .first = december, .last = december}};
  pair.here.file.clearing_spreads = {spread(1, "HH", "OTH", "TT", 0.5_d)};
  InterLeg& home = pair.here.file.clearing_spreads[0].home;
  home.tier = Code{"2"};
  home.ratio = 2_d;
  // One delta in the tier makes half a spread.
  Reckoned reckoned = pair.reckoned(
      {future("HF", september, 5), future("HF", december, 1), future("TF", december, -2)});
  EXPECT_EQ(reckoned.of("HH", 0).credits.at(0).spreads, 0.5_d);
  EXPECT_EQ(reckoned.of("HH", 0).clearing_credit, 500_d);
  // The whole commodity has none of that side.
  Reckoned none = pair.reckoned(
      {future("HF", september, -5), future("HF", december, 1), future("TF", december, -2)});
  EXPECT_EQ(none.of("HH", 0).clearing_credit, 0_d);
  home.tier = Code{"7"};
  Reckoned unknown = pair.reckoned(opposed);
  EXPECT_EQ(unknown.of("HH", 0).clearing_credit, 0_d);
  EXPECT_EQ(unknown.of("HH", 0).remarks.size(), 1u);
  home.tier = {};
  home.ratio = 0_d;
  EXPECT_EQ(pair.reckoned(opposed).of("HH", 0).clearing_credit, 0_d);
}

}  // namespace
}  // namespace plimsoll::span
