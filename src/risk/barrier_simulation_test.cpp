#include "risk/barrier_simulation.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plimsoll::risk {
namespace {

/// Half borrowed at 25 %, returns of 7 % at 35 % of volatility, a loan at 5 %, looked at daily.
Simulation daily() {
  return {.barrier = {std::log(1.5), 0.07 - 0.35 * 0.35 / 2 - 0.05, 0.35},
          .years = 1,
          .paths = 40'000,
          .seed = 20261120};
}

TEST(BarrierSimulation, AgreesWithTheCorrectedClosedForm) {
  const auto passage = simulate(daily());
  ASSERT_TRUE(passage);
  const Interval interval = passage->probability_interval();
  const Barrier watched = watched_every(passage->interval_years, daily().barrier);
  const double closed = probability_by(watched, 1);
  EXPECT_NEAR(closed, 0.26603548713632263, 1e-9);
  EXPECT_LE(interval.least, closed);
  EXPECT_LE(closed, interval.most);
  EXPECT_NEAR(interval.most - interval.least, 2 * 0.00435, 1e-4);
  // Forty thousand paths of another generator had 0.269875.
  EXPECT_NEAR(passage->probability(), 0.269875, 0.0087);
  // Watched always it would be out of reach of the interval.
  EXPECT_GT(probability_by(daily().barrier, 1), interval.most);
}

TEST(BarrierSimulation, QuantilesAreThoseOfTheClosedForm) {
  const auto passage = simulate(daily());
  ASSERT_TRUE(passage);
  const Barrier watched = watched_every(1.0 / 252, daily().barrier);
  for (const double probability : {0.01, 0.05, 0.1, 0.2}) {
    const auto years = passage->years_until(probability);
    ASSERT_TRUE(years);
    // Four standard errors of the count, in probability at that time.
    const double error = 4 * std::sqrt(probability * (1 - probability) / 40'000);
    EXPECT_NEAR(probability_by(watched, *years), probability, error + 0.002);
  }
  EXPECT_EQ(passage->years_until(0.5), std::nullopt);
}

TEST(BarrierSimulation, IsTheSameOnAnyNumberOfThreads) {
  Simulation simulation = daily();
  simulation.paths = 1'001;
  const auto alone = simulate(simulation);
  ASSERT_TRUE(alone);
  for (const int threads : {2, 3, 7, 5'000}) {
    simulation.threads = threads;
    const auto together = simulate(simulation);
    ASSERT_TRUE(together);
    EXPECT_EQ(together->first_there, alone->first_there) << threads;
  }
  simulation.seed += 1;
  EXPECT_NE(simulate(simulation)->first_there, alone->first_there);
}

// The first thousand of two thousand paths are the thousand.
TEST(BarrierSimulation, MorePathsAreTheSameAndOthers) {
  Simulation simulation = daily();
  simulation.paths = 1'000;
  const auto first = simulate(simulation);
  simulation.paths = 2'000;
  const auto more = simulate(simulation);
  ASSERT_TRUE(first && more);
  for (std::size_t look = 0; look < first->first_there.size(); ++look)
    EXPECT_LE(first->first_there[look], more->first_there[look]);
}

TEST(BarrierSimulation, OfOneLookIsTheEnd) {
  Simulation simulation = daily();
  simulation.steps_a_year = 1;
  const auto passage = simulate(simulation);
  ASSERT_TRUE(passage);
  EXPECT_EQ(passage->first_there.size(), 2u);
  const Interval interval = passage->probability_interval();
  const double closed = probability_at(simulation.barrier, 1);
  EXPECT_LE(interval.least, closed);
  EXPECT_LE(closed, interval.most);
}

TEST(BarrierSimulation, CountsLooks) {
  Simulation simulation = daily();
  simulation.paths = 10;
  simulation.years = 0.25;
  EXPECT_EQ(simulate(simulation)->first_there.size(), 64u);
  simulation.years = 0.251;  // 63.25 days
  EXPECT_EQ(simulate(simulation)->first_there.size(), 65u);
  EXPECT_DOUBLE_EQ(simulate(simulation)->interval_years, 0.251 / 64);
  simulation.years = 1e-9;
  EXPECT_EQ(simulate(simulation)->first_there.size(), 2u);
}

TEST(BarrierSimulation, AlreadyThereAndByTheDriftAlone) {
  Simulation simulation = daily();
  simulation.paths = 10;
  simulation.barrier.log_distance = 0;
  EXPECT_EQ(simulate(simulation)->first_there[0], 10u);
  EXPECT_EQ(simulate(simulation)->years_until(1), 0);
  simulation.barrier = {0.5, -1, 0};
  simulation.steps_a_year = 4;
  const auto passage = simulate(simulation);
  EXPECT_EQ(passage->first_there, (std::vector<std::uint64_t>{0, 0, 10, 0, 0}));
  EXPECT_EQ(passage->years_until(0.5), 0.5);
  EXPECT_EQ(passage->probability(), 1);
  simulation.barrier.drift = 1;
  EXPECT_EQ(simulate(simulation)->there(), 0u);
}

TEST(BarrierSimulation, RefusesWhatIsNoSimulation) {
  const auto refusal = [](auto change) {
    Simulation simulation = daily();
    change(simulation);
    const auto passage = simulate(simulation);
    return passage ? std::string{"none"} : passage.error().what;
  };
  EXPECT_EQ(refusal([](Simulation& s) { s.years = 0; }),
            "the horizon is 0 years; write a time above zero, at most 200");
  EXPECT_EQ(refusal([](Simulation& s) { s.years = std::nan(""); }),
            "the horizon is nan years; write a time above zero, at most 200");
  EXPECT_EQ(refusal([](Simulation& s) { s.paths = 0; }),
            "there are 0 paths to simulate; write a number from 1 to 1e9");
  EXPECT_EQ(refusal([](Simulation& s) { s.paths = 1'000'000'001; }),
            "there are 1000000001 paths to simulate; write a number from 1 to 1e9");
  EXPECT_EQ(
      refusal([](Simulation& s) { s.steps_a_year = 0; }),
      "0 steps a year; write 252 for each trading day, at least 1, and no more than a million "
      "over the horizon");
  EXPECT_EQ(refusal([](Simulation& s) { s.steps_a_year = 1'000'001; }),
            "1000001 steps a year; write 252 for each trading day, at least 1, and no more than a "
            "million over the horizon");
  EXPECT_EQ(refusal([](Simulation& s) { s.threads = 0; }), "0 threads; write at least 1");
  EXPECT_EQ(refusal([](Simulation& s) { s.barrier.volatility = -1; }),
            "the volatility is -1; write 20 per cent as 0.2, zero or from 0.000001 to 100");
}

}  // namespace
}  // namespace plimsoll::risk
