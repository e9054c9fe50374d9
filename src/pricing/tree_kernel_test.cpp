#include "pricing/tree_kernel.hpp"

#include "pricing/european.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

constexpr double years = 0.5;
constexpr int steps = 40;

double jump(double volatility, double step) {
  return 2 * std::asinh(0.5 * std::sqrt(std::expm1(volatility * volatility * step)));
}

TreePlan plan_of(int spread) {
  TreePlan plan;
  plan.step = years / steps;
  plan.last = plan.step;
  plan.spread = spread;
  plan.legs = {{steps - 1, 0, 0}};
  return plan;
}

/// Eight different ones; calls by the even lanes.
TreeOptions eight(double yield) {
  TreeOptions options;
  for (std::size_t lane = 0; lane < tree_lanes; ++lane) {
    const auto number = static_cast<double>(lane);
    options.spot[lane] = 95 + 1.5 * number;
    options.strike[lane] = 100;
    options.years[lane] = years;
    options.rate[lane] = 0.01 * number;
    options.yield[lane] = yield;
    options.volatility[lane] = 0.2 + 0.03 * number;
    options.direction[lane] = lane % 2 == 0 ? 1 : -1;
    options.jump[lane] = jump(options.volatility[lane], years / steps);
  }
  return options;
}

std::vector<TreeLanes> climbed(const TreePlan& plan, const TreeOptions& options) {
  TreeScratch scratch;
  std::vector<TreeLanes> values(2 * static_cast<std::size_t>(plan.spread) + 1);
  climb_tree(plan, options, scratch, values);
  return values;
}

/// The same tree, a node at a time, as a textbook draws it.
double drawn(const TreeOptions& options, std::size_t lane) {
  const double step = years / steps, carry = options.rate[lane] - options.yield[lane];
  const double jump = options.jump[lane], sign = options.direction[lane];
  const double chance_up = 1 / (1 + std::exp(jump));
  const auto spot = [&](int level, int up) {
    return options.spot[lane] * std::exp((2 * up - level) * jump + carry * level * step);
  };
  std::vector<double> values;
  for (int up = 0; up < steps; ++up) {
    const Option last{sign > 0 ? Payoff::call : Payoff::put,
                      spot(steps - 1, up),
                      options.strike[lane],
                      step,
                      options.rate[lane],
                      options.yield[lane],
                      options.volatility[lane]};
    values.push_back(std::max(european_price(last), sign * (last.spot - last.strike)));
  }
  for (int level = steps - 2; level >= 0; --level)
    for (int up = 0; up <= level; ++up) {
      const auto node = static_cast<std::size_t>(up);
      const double held = std::exp(-options.rate[lane] * step) *
                          (chance_up * values[node + 1] + (1 - chance_up) * values[node]);
      values[node] = std::max(held, sign * (spot(level, up) - options.strike[lane]));
    }
  return values[0];
}

TEST(TreeKernel, IsTheTreeAsItIsDrawn) {
  for (const double yield : {0.0, 0.04}) {
    const TreeOptions options = eight(yield);
    const auto values = climbed(plan_of(2), options);
    for (std::size_t lane = 0; lane < tree_lanes; ++lane)
      EXPECT_NEAR(values[2][lane], drawn(options, lane), 1e-7) << lane;
  }
}

// A value does not depend on how many others are read beside it, nor at which of them it stands.
TEST(TreeKernel, NodesAreOtherSpots) {
  TreeOptions options = eight(0.02);
  const auto wide = climbed(plan_of(5), options);
  const auto narrow = climbed(plan_of(2), options);
  for (std::size_t lane = 0; lane < tree_lanes; ++lane) {
    EXPECT_NEAR(wide[5][lane], narrow[2][lane], 1e-9);
    options.spot[lane] *= std::exp(2 * options.jump[lane]);
  }
  const auto risen = climbed(plan_of(2), options);
  for (std::size_t lane = 0; lane < tree_lanes; ++lane)
    EXPECT_NEAR(wide[6][lane], risen[2][lane], 1e-9);
}

TEST(TreeKernel, ALaneDoesNotKnowItsNeighbours) {
  const TreeOptions options = eight(0.02);
  const auto together = climbed(plan_of(2), options);
  for (std::size_t lane = 0; lane < tree_lanes; ++lane) {
    TreeOptions same = options;
    for (TreeLanes* lanes : {&same.spot, &same.strike, &same.years, &same.rate, &same.yield,
                             &same.volatility, &same.direction, &same.jump})
      lanes->fill((*lanes)[lane]);
    const auto alone = climbed(plan_of(2), same);
    for (std::size_t other = 0; other < tree_lanes; ++other)
      EXPECT_EQ(alone[2][other], together[2][lane]) << lane << ' ' << other;
  }
}

TEST(TreeKernel, KeepsItsMemoryAndNothingElse) {
  TreeScratch scratch;
  std::vector<TreeLanes> first(5), second(5);
  climb_tree(plan_of(2), eight(0.02), scratch, first);
  climb_tree(plan_of(2), eight(0.0), scratch, second);
  climb_tree(plan_of(2), eight(0.02), scratch, second);
  for (std::size_t i = 0; i < first.size(); ++i)
    for (std::size_t lane = 0; lane < tree_lanes; ++lane)
      EXPECT_EQ(first[i][lane], second[i][lane]);
}

// A dividend in the middle of the way, met by a shorter step.
TreePlan paying_plan() {
  TreePlan plan = plan_of(2);
  plan.legs = {{20, 0.4 * plan.step, 1.5}, {18, 0.6 * plan.step, 0}};
  return plan;
}

TEST(TreeKernel, ADividendIsWorthExercisingFor) {
  TreeOptions options = eight(0);
  options.spot.fill(150);
  const auto plain = climbed(plan_of(2), options), paying = climbed(paying_plan(), options);
  for (std::size_t lane = 0; lane < tree_lanes; lane += 2)  // calls
    EXPECT_GT(paying[2][lane], plain[2][lane]) << lane;
}

TEST(TreeKernel, TargetsAgree) {
  testing::expect_targets_agree([] {
    std::vector<double> all;
    for (const TreePlan& plan : {plan_of(3), paying_plan()})
      for (const TreeLanes& lanes : climbed(plan, eight(0.01)))
        all.insert(all.end(), lanes.begin(), lanes.end());
    return all;
  });
}

}  // namespace
}  // namespace plimsoll::pricing
