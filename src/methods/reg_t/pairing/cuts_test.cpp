#include <gtest/gtest.h>

#include "methods/reg_t/pairing/relaxation.hpp"

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

TEST(PairingCutsTest, a_limit_on_an_aim_is_kept_for_the_next) {
  const PairingProblem problem = butterfly();
  const PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  relaxation.hold_below(Aim::maintenance, 500 - 6'000 - 100);
  std::int64_t pivots = 100;
  relaxation.aim_at(Aim::initial);
  EXPECT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::infeasible);
}

/// Three legs of one, each two of which go together at 120 instead of 200.
PairingProblem triangle() {
  PairingProblem problem;
  problem.available = {1_d, 1_d, 1_d};
  for (std::uint32_t leg = 0; leg < 3; ++leg)
    problem.offsets.push_back({{{leg, 1_d}}, {100_d, 100_d}, true});
  for (std::uint32_t leg = 0; leg < 3; ++leg)
    problem.offsets.push_back({{{leg, 1_d}, {(leg + 1) % 3, 1_d}}, {120_d, 120_d}, true});
  return problem;
}

TEST(PairingCutsTest, cuts_bring_three_halves_to_one) {
  const PairingProblem problem = triangle();
  const PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  std::int64_t pivots = 1'000;
  ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
  EXPECT_NEAR(relaxation.least(Aim::maintenance), -120, 1e-6);
  for (int round = 0; round < 10 && relaxation.most_fractional(); ++round) {
    ASSERT_GT(relaxation.add_cuts(10), 0);
    ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
    relaxation.drop_idle_cuts();
  }
  EXPECT_FALSE(relaxation.most_fractional());
  EXPECT_NEAR(relaxation.least(Aim::maintenance), -80, 1e-5);
}

// The least is held by the cuts that it was reached by, so the next aim cannot give it up.
TEST(PairingCutsTest, what_is_held_to_its_least_is_not_given_up) {
  PairingProblem problem = triangle();
  for (std::size_t offset = 3; offset < 6; ++offset) problem.offsets[offset].cost.initial = 250_d;
  const PairingModel model = model_of(problem);
  PairingRelaxation relaxation{model};
  std::int64_t pivots = 1'000;
  relaxation.solve(Simplex::unbounded, pivots);
  for (int round = 0; round < 10 && relaxation.most_fractional(); ++round) {
    relaxation.add_cuts(10);
    relaxation.solve(Simplex::unbounded, pivots);
    relaxation.drop_idle_cuts();
  }
  relaxation.hold_to_least(Aim::maintenance, 2 * relaxation.rounding(Aim::maintenance));
  relaxation.aim_at(Aim::initial);
  ASSERT_EQ(relaxation.solve(Simplex::unbounded, pivots), Simplex::Outcome::optimal);
  EXPECT_NEAR(relaxation.least(Aim::initial), 50, 1e-4);  // one pair, though it costs 50 more
}

}  // namespace
}  // namespace plimsoll::reg_t
