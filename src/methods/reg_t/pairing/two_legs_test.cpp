#include "methods/reg_t/pairing/two_legs.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// Calls sold at 100 and 110 and bought at 110 and 120, one each; 250 shares that cover at no cost.
PairingProblem ladder() {
  PairingProblem problem;
  problem.families.emplace_back();
  const auto add = [&](Side side, Decimal strike, Decimal naked) {
    const auto leg = static_cast<std::uint32_t>(problem.available.size());
    problem.available.push_back(1_d);
    problem.offsets.push_back({{{leg, 1_d}}, {naked, naked}, true});
    problem.spread_legs.push_back({leg, side, Kind::call, strike, 100_d});
    problem.families[0].legs.push_back(leg);
  };
  add(Side::sold, 100_d, 5'000_d);
  add(Side::sold, 110_d, 5'000_d);
  add(Side::bought, 110_d, 0_d);
  add(Side::bought, 120_d, 0_d);
  return problem;
}

Decimal cost(const PairingProblem& problem) {
  const PairingModel model = model_of(problem);
  PairingAnswer answer = two_leg_pairing(model);
  EXPECT_TRUE(complete(model, answer));
  return answer.cost.maintenance;
}

TEST(TwoLegPairing, TakesTheVerticalsThatLoseLeastTogether) {
  EXPECT_EQ(cost(ladder()), 2'000_d);  // 10 points twice, or 20 and none
}

// Two lots of shares cover both; the bought calls are left.
TEST(TwoLegPairing, CoversInLots) {
  PairingProblem problem = ladder();
  problem.available.push_back(250_d);
  problem.offsets.push_back({{{4, 1_d}}, {25_d, 25_d}, false});
  for (const std::uint32_t call : {0u, 1u})
    problem.offsets.push_back({{{4, 100_d}, {call, 1_d}}, {2'500_d, 2'500_d}, true});
  EXPECT_EQ(cost(problem), 6'250_d);
  problem.available.back() = 199_d;  // one lot, and 99 over
  EXPECT_EQ(cost(problem), Decimal{2'500 + 99 * 25});
}

TEST(TwoLegPairing, LeavesToOthersWhatItsNumbersCannotHold) {
  PairingProblem problem = ladder();
  for (Decimal& contracts : problem.available) contracts = Decimal{1'000'000'000'000};
  EXPECT_EQ(cost(problem), Decimal{10'000'000'000'000'000});
}

TEST(TwoLegPairing, LeavesApartWhatSavesNothing) {
  PairingProblem problem = ladder();
  for (std::size_t leg : {0u, 1u}) problem.offsets[leg].cost = {400_d, 400_d};
  EXPECT_EQ(cost(problem), 400_d);  // sold 110 with bought 110; the other alone
}

}  // namespace
}  // namespace plimsoll::reg_t
