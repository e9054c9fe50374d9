#include "pricing/grid_kernel.hpp"

#include <hwy/targets.h>

#include <array>

#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

/// Sixteen strikes from 70 to 130, calls and puts.
GridOptions sixteen() {
  GridOptions options;
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    options.spot[lane] = 100;
    options.strike[lane] = 70 + 4 * static_cast<double>(lane);
    options.rate[lane] = 0.04;
    options.yield[lane] = lane % 4 < 2 ? 0 : 0.02;
    options.volatility[lane] = 0.2 + 0.02 * static_cast<double>(lane);
    options.direction[lane] = lane % 2 == 0 ? 1 : -1;
  }
  return options;
}

/// Half a year with a dividend in the middle, in so many equal steps.
GridPlan plan_of(int spots, int steps) {
  GridPlan plan;
  plan.years = 0.5;
  plan.deviations = 5;
  plan.dates = {{0.25, 2}};
  plan.fine.spots = spots;
  plan.coarse.spots = spots / 2;
  const double length = 0.5 / steps;
  for (int left = steps; left-- > 0;) {
    GridStep step;
    for (std::size_t lane = 0; lane < block_size; ++lane) {
      step.now[lane] = left * length;
      step.length[lane] = length;
      step.implicit[lane] = steps - left > 4 ? 0.5 : 1;
    }
    step.dates_before = 2 * left >= steps ? 1 : 0;
    step.ends_at_date = 2 * left == steps;
    plan.fine.steps.push_back(step);
  }
  plan.coarse.steps = plan.fine.steps;
  return plan;
}

constexpr std::array moves{-0.2, 0.0, 0.2};
using Prices = std::array<Lanes<double>, moves.size()>;

Prices prices_of(const GridPlan& plan) {
  GridScratch scratch;
  Prices prices;
  solve_grids(plan, sixteen(), moves, scratch, prices);
  return prices;
}

void expect_near(const Prices& some, const Prices& others, double within) {
  for (std::size_t j = 0; j < moves.size(); ++j)
    for (std::size_t lane = 0; lane < block_size; ++lane)
      EXPECT_NEAR(some[j][lane], others[j][lane], within) << lane << " moved " << moves[j];
}

// Crank and Nicolson's steps damp no wave of neighbours; the ends must not feed one.
TEST(GridKernel, StaysCalmWithManyNodesInFewSteps) {
  expect_near(prices_of(plan_of(6000, 100)), prices_of(plan_of(600, 100)), 1e-3);
}

TEST(GridKernel, ProcessorsAgree) {
  const GridPlan plan = plan_of(200, 60);
  const Prices widest = prices_of(plan);
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    expect_near(prices_of(plan), widest, 1e-9);
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

}  // namespace
}  // namespace plimsoll::pricing
