#include "methods/reg_t/pairing/simple.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// A sold call of 10 contracts naked at 500 each, and 250 shares costing 5 each that may cover at
/// 300 a contract.
PairingProblem covered(Decimal covered_cost) {
  return {.available = {10_d, 250_d},
          .offsets = {{{{0, 1_d}}, {500_d, 500_d}, true},
                      {{{1, 1_d}}, {5_d, 5_d}, false},
                      {{{1, 100_d}, {0, 1_d}}, {covered_cost, covered_cost}, true}},
          .spread_legs = {},
          .families = {}};
}

/// Sold 100 call naked at 2,000, bought `strike` call, 3 contracts each.
PairingProblem vertical(Decimal strike) {
  return {.available = {3_d, 4_d},
          .offsets = {{{{0, 1_d}}, {2000_d, 2000_d}, true}, {{{1, 1_d}}, {0_d, 0_d}, true}},
          .spread_legs = {{0, Side::sold, Kind::call, 100_d, 100_d},
                          {1, Side::bought, Kind::call, strike, 100_d}},
          .families = {{{0, 1}}}};
}

TEST(PairingWithoutSearch, UsesAWayThatSavesAsOftenAsItsLegsLast) {
  const PairingProblem problem = covered(300_d);
  const auto answer = pairing_without_search(model_of(problem));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->times[2], 2_d);
  EXPECT_EQ(answer->times[1], 50_d);
  EXPECT_EQ(answer->times[0], 8_d);
  EXPECT_EQ(answer->cost.maintenance, 4850_d);  // 2 x 300 + 50 x 5 + 8 x 500
}

TEST(PairingWithoutSearch, SpreadsAVertical) {
  const PairingProblem narrow = vertical(105_d);
  const auto answer = pairing_without_search(model_of(narrow));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->in_spread[0], (std::vector<std::int64_t>{3, 3}));
  EXPECT_EQ(answer->cost.maintenance, 1500_d);  // 3 x 5 points
  EXPECT_EQ(answer->times[1], 1_d);
}

TEST(PairingWithoutSearch, LeavesAWideVerticalApart) {
  const PairingProblem wide = vertical(130_d);  // 3,000 a contract against 2,000 naked
  const auto answer = pairing_without_search(model_of(wide));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->cost.maintenance, 6000_d);
  EXPECT_EQ(answer->in_spread[0], (std::vector<std::int64_t>{0, 0}));
}

TEST(PairingWithoutSearch, DeclinesWhatTheNumberOfGroupsDecides) {
  EXPECT_FALSE(pairing_without_search(model_of(covered(1000_d))));  // as much as apart
  EXPECT_FALSE(pairing_without_search(model_of(vertical(120_d))));
}

TEST(PairingWithoutSearch, DeclinesWhereALegHasTwoUses) {
  PairingProblem problem = covered(300_d);
  problem.available.push_back(1_d);
  problem.offsets.push_back({{{2, 1_d}}, {400_d, 400_d}, true});
  problem.offsets.push_back({{{2, 1_d}, {0, 1_d}}, {600_d, 600_d}, true});
  EXPECT_FALSE(pairing_without_search(model_of(problem)));
}

}  // namespace
}  // namespace plimsoll::reg_t
