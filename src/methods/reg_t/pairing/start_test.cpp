#include "methods/reg_t/pairing/start.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// One call sold at 100, dear alone, and one bought at 105; a straddle partner for the sold one.
PairingProblem problem_with_straddle_cost(Decimal straddle) {
  PairingProblem problem;
  problem.available = {1_d, 1_d, 1_d};
  problem.offsets = {{{{0, 1_d}}, {2'000_d, 2'000_d}, true},
                     {{{1, 1_d}}, {}, true},
                     {{{2, 1_d}}, {1'000_d, 1'000_d}, true},
                     {{{0, 1_d}, {2, 1_d}}, {straddle, straddle}, true}};
  problem.spread_legs = {{0, Side::sold, Kind::call, 100_d, 100_d},
                         {1, Side::bought, Kind::call, 105_d, 100_d}};
  problem.families = {{{0, 1}}};
  return problem;
}

TEST(PairingStartTest, what_saves_most_goes_first) {
  struct Row {
    Decimal straddle, maintenance;
  };
  for (const Row& row : {Row{2'200_d, 1'500_d}, Row{1'400_d, 1'400_d}}) {
    const PairingProblem problem = problem_with_straddle_cost(row.straddle);
    const PairingModel model = model_of(problem);
    PairingAnswer answer = greedy_pairing(model);
    ASSERT_TRUE(complete(model, answer));
    EXPECT_EQ(answer.cost.maintenance, row.maintenance);
  }
}

}  // namespace
}  // namespace plimsoll::reg_t
