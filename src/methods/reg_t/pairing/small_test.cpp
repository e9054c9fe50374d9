#include "methods/reg_t/pairing/small.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// An iron condor of `n` contracts a leg, 10 and 5 wide, naked at 1,500 a side, 1,700 as a
/// strangle.
PairingProblem condor(std::int64_t n) {
  PairingProblem problem;
  problem.families.emplace_back();
  const auto add = [&](Side side, Kind kind, Decimal strike) {
    const auto leg = static_cast<std::uint32_t>(problem.available.size());
    const Decimal naked = side == Side::sold ? 1'500_d : 0_d;
    problem.available.push_back(Decimal{n});
    problem.offsets.push_back({{{leg, 1_d}}, {naked, naked}, true});
    problem.spread_legs.push_back({leg, side, kind, strike, 100_d});
    problem.families[0].legs.push_back(leg);
  };
  add(Side::bought, Kind::put, 80_d);
  add(Side::sold, Kind::put, 90_d);
  add(Side::sold, Kind::call, 110_d);
  add(Side::bought, Kind::call, 115_d);
  problem.offsets.push_back({{{1, 1_d}, {2, 1_d}}, {1'700_d, 1'700_d}, true});
  return problem;
}

TEST(PairingByEnumeration, FindsTheSpreadOfFourLegs) {
  const PairingProblem problem = condor(2);
  const auto answer = pairing_by_enumeration(model_of(problem), 150);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->proven);
  EXPECT_EQ(answer->cost, (PairingCost{2'000_d, 2'000_d}));
  EXPECT_EQ(answer->in_spread, (std::vector<std::vector<std::int64_t>>{{2, 2, 2, 2}}));
}

TEST(PairingByEnumeration, TakesTheStrangleWhereItIsCheaper) {
  PairingProblem problem = condor(2);
  problem.offsets.back().cost = {900_d, 900_d};
  const auto answer = pairing_by_enumeration(model_of(problem), 150);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->cost, (PairingCost{1'800_d, 1'800_d}));
  EXPECT_EQ(answer->times.back(), 2_d);
}

// As cheap as the spread, the strangle would leave two bought options on their own.
TEST(PairingByEnumeration, TakesTheFewestGroupsAmongEquals) {
  PairingProblem problem = condor(1);
  problem.offsets.back().cost = {1'000_d, 1'000_d};
  const auto answer = pairing_by_enumeration(model_of(problem), 150);
  ASSERT_TRUE(answer);
  EXPECT_EQ(groups_in_use(*answer), 1);
}

TEST(PairingByEnumeration, DeclinesWhereThereAreManyWaysOrPartsOfShares) {
  const PairingProblem large = condor(20);
  EXPECT_FALSE(pairing_by_enumeration(model_of(large), 150));
  PairingProblem parts = condor(1);
  parts.offsets.back().whole = false;
  EXPECT_FALSE(pairing_by_enumeration(model_of(parts), 150));
}

}  // namespace
}  // namespace plimsoll::reg_t
