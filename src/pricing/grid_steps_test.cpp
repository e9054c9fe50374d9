#include "pricing/grid_steps.hpp"

#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

/// A year with two dividends, and calls and puts in turn.
GridPlan year() {
  GridPlan plan;
  plan.years = 1;
  plan.dates = {{0.2, 1}, {0.7, 1}};
  return plan;
}
GridOptions sixteen() {
  GridOptions options;
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    options.strike[lane] = 80 + 4 * static_cast<double>(lane);
    options.rate[lane] = 0.04;
    options.direction[lane] = lane % 2 == 0 ? 1 : -1;
  }
  return options;
}

// A put of 100 earns 4 per cent: a dividend of 1 is what three months of it bring.
TEST(GridSteps, WaitingForADividendPaysWhileItIsWorthTheInterest) {
  EXPECT_NEAR(wait_begins(100, 0.04, {0.7, 1}), 0.7 - std::log(1.01) / 0.04, 1e-12);
  EXPECT_EQ(wait_begins(100, 0, {0.7, 1}), 0.7);
  EXPECT_EQ(wait_begins(100, -0.01, {0.7, 1}), 0.7);
  EXPECT_EQ(wait_begins(100, 0.04, {0.7, 0}), 0.7);
}

TEST(GridSteps, EveryLaneGoesFromExpiryToTodayOverEveryDate) {
  const auto steps = steps_of(year(), sixteen(), 40);
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    double now = 1;
    std::size_t dates = 2;
    for (const GridStep& step : steps) {
      EXPECT_EQ(step.dates_before, dates);
      EXPECT_GT(step.length[lane], 0);
      EXPECT_NEAR(step.now[lane], now - step.length[lane], 1e-15);
      now = step.now[lane];
      if (!step.ends_at_date) continue;
      EXPECT_EQ(now, dates == 2 ? 0.7 : 0.2);
      --dates;
    }
    EXPECT_EQ(now, 0);
    EXPECT_EQ(dates, 0u);
  }
}

TEST(GridSteps, APutAlsoStopsWhereWaitingBegins) {
  const GridOptions options = sixteen();
  const auto steps = steps_of(year(), options, 40);
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    const double parting = wait_begins(options.strike[lane], 0.04, {0.7, 1});
    const bool stops =
        std::ranges::any_of(steps, [&](const GridStep& step) { return step.now[lane] == parting; });
    EXPECT_EQ(stops, lane % 2 == 1) << lane;
  }
}

TEST(GridSteps, AreNeverTooFewForTheirKinks) {
  EXPECT_EQ(steps_of(year(), sixteen(), 1).size(), 3u * 7u);
}

}  // namespace
}  // namespace plimsoll::pricing
