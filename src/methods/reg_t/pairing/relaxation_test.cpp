#include "methods/reg_t/pairing/relaxation.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// A sold butterfly: the loss is in the middle strike, which the relaxation is not told at first.
PairingProblem butterfly() {
  PairingProblem problem;
  problem.available = {1_d, 2_d, 1_d};
  for (std::uint32_t leg = 0; leg < 3; ++leg) {
    const Decimal naked = leg == 1 ? 0_d : 3'000_d;
    problem.offsets.push_back({{{leg, 1_d}}, {naked, naked}, true});
    problem.spread_legs.push_back({leg, leg == 1 ? Side::bought : Side::sold, Kind::call,
                                   Decimal{95 + 5 * static_cast<std::int64_t>(leg)}, 100_d});
  }
  problem.families = {{{0, 1, 2}}};
  return problem;
}

TEST(PairingRelaxationTest, a_loss_between_the_outer_strikes_is_found) {
  const PairingProblem problem = butterfly();
  const PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  std::int64_t pivots = 100;
  ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
  EXPECT_NEAR(relaxation.least(Aim::maintenance), 500 - 6'000, 1e-6);
  EXPECT_FALSE(relaxation.most_fractional());
}

TEST(PairingRelaxationTest, what_is_not_whole_is_listed) {
  const PairingProblem problem = butterfly();
  const PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  std::int64_t pivots = 100;
  relaxation.program().bound(0, 0.25, 0.25);
  ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
  std::vector<PairingRelaxation::Fraction> fractions;
  relaxation.find_fractions(fractions);
  ASSERT_FALSE(fractions.empty());
  EXPECT_EQ(fractions[0].column, 0);
  EXPECT_EQ(fractions[0].value, 0.25);
}

}  // namespace
}  // namespace plimsoll::reg_t
