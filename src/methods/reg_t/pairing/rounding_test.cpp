#include <gtest/gtest.h>

#include "methods/reg_t/pairing/relaxation.hpp"

namespace plimsoll::reg_t {
namespace {

// Two calls sold against one: a vertical and one naked, three groups' worth of variables.
TEST(PairingRoundingTest, a_whole_solution_is_read_off) {
  PairingProblem problem;
  problem.available = {2_d, 1_d};
  problem.offsets = {{{{0, 1_d}}, {2'000_d, 2'000_d}, true}, {{{1, 1_d}}, {}, true}};
  problem.spread_legs = {{0, Side::sold, Kind::call, 100_d, 100_d},
                         {1, Side::bought, Kind::call, 110_d, 100_d}};
  problem.families = {{{0, 1}}};
  const PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  std::int64_t pivots = 100;
  ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
  PairingAnswer answer = relaxation.rounded_down(1e-6);
  EXPECT_EQ(answer.in_spread, (std::vector<std::vector<std::int64_t>>{{1, 1}}));
  ASSERT_TRUE(complete(model, answer));
  EXPECT_EQ(answer.cost.maintenance, 3'000_d);
  EXPECT_EQ(relaxation.groups_always(), 0);
}

}  // namespace
}  // namespace plimsoll::reg_t
