#include "methods/reg_t/pairing/branching.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// Three legs of one, each two of which go together: half of each pair is the program's solution.
PairingProblem triangle() {
  PairingProblem problem;
  problem.available = {1_d, 1_d, 1_d};
  for (std::uint32_t leg = 0; leg < 3; ++leg)
    problem.offsets.push_back({{{leg, 1_d}}, {100_d, 100_d}, true});
  for (std::uint32_t leg = 0; leg < 3; ++leg)
    problem.offsets.push_back({{{leg, 1_d}, {(leg + 1) % 3, 1_d}}, {120_d, 120_d}, true});
  return problem;
}

class PairingBranchingTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
    ASSERT_NEAR(relaxation.least(Aim::maintenance), -120, 1e-6);  // 1.5 pairs
  }
  PairingProblem problem = triangle();
  PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  PairingBranching branching{relaxation.columns()};
  std::int64_t pivots = 1'000;
};

TEST_F(PairingBranchingTest, a_fractional_column_is_chosen_and_its_bounds_are_kept) {
  const auto at = branching.choose(relaxation, Aim::maintenance, 0, pivots);
  ASSERT_TRUE(at);
  EXPECT_NEAR(at->value, 0.5, 1e-9);
  for (int column = 0; column < 3; ++column) {
    EXPECT_EQ(relaxation.program().lower(column), 0);
    EXPECT_EQ(relaxation.program().upper(column), 1);
  }
  EXPECT_LT(pivots, 1'000);  // it tried
}

TEST_F(PairingBranchingTest, what_cost_more_before_is_chosen) {
  for (int column = 0; column < 3; ++column)
    for (int time = 0; time < 2; ++time)
      for (const Half half : {Half::below, Half::above})
        branching.learn(column, half, 0.5, column == 1 ? 30 : 10);
  const std::int64_t before = pivots;
  const auto at = branching.choose(relaxation, Aim::maintenance, 0, pivots);
  ASSERT_TRUE(at);
  EXPECT_EQ(at->column, 1);
  EXPECT_EQ(pivots, before);  // known: nothing to try
  branching.forget();
  branching.choose(relaxation, Aim::maintenance, 0, pivots);
  EXPECT_LT(pivots, before);
}

TEST_F(PairingBranchingTest, nothing_is_chosen_where_all_are_whole) {
  relaxation.program().bound(0, 1, 1);
  ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
  EXPECT_FALSE(branching.choose(relaxation, Aim::maintenance, 0, pivots));
}

}  // namespace
}  // namespace plimsoll::reg_t
