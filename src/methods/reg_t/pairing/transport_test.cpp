#include "methods/reg_t/pairing/transport.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace plimsoll::reg_t {
namespace {

std::int64_t least_cost(const TransportProblem& problem) {
  TransportAnswer answer;
  Transport{}.solve(problem, answer);
  return answer.cost;
}

TEST(TransportTest, small_problems_by_hand) {
  struct Row {
    const char* what;
    TransportProblem problem;
    std::int64_t cost;
  };
  const Row rows[] = {
      {"nothing held", {}, 0},
      {"one side only", {{3}, {}, {7}, {}, {}}, 21},
      {"a pair is cheaper", {{1}, {1}, {20}, {0}, {5}}, 5},
      {"a pair is dearer", {{1}, {1}, {20}, {0}, {25}}, 20},
      {"a pair is not allowed", {{1}, {1}, {20}, {0}, {not_allowed}}, 20},
      {"more than there is to pair with", {{3}, {2}, {20}, {0}, {5}}, 30},
      {"alone adds equity on side B", {{1}, {2}, {20}, {-4}, {5}}, 1},
      {"the one that saves more gets the only partner", {{1, 1}, {1}, {20, 30}, {0}, {1, 5}}, 25},
      {"a first choice is given up", {{1, 1}, {1, 1}, {50, 50}, {0, 0}, {1, 2, 3, 40}}, 5},
      {"a first choice goes back to being alone", {{1, 1}, {1}, {10, 90}, {0}, {1, 20}}, 30},
  };
  for (const Row& row : rows) EXPECT_EQ(least_cost(row.problem), row.cost) << row.what;
}

/// Every way, unit by unit of side A.
std::int64_t by_trying(const TransportProblem& problem, std::size_t a, std::int64_t used,
                       std::vector<std::int64_t>& left_b) {
  const std::size_t m = left_b.size();
  if (a == problem.units_a.size()) {
    std::int64_t cost = 0;
    for (std::size_t b = 0; b < m; ++b) cost += left_b[b] * problem.alone_b[b];
    return cost;
  }
  if (used == problem.units_a[a]) return by_trying(problem, a + 1, 0, left_b);
  std::int64_t best = problem.alone_a[a] + by_trying(problem, a, used + 1, left_b);
  for (std::size_t b = 0; b < m; ++b) {
    const std::int64_t cost = problem.pair[a * m + b];
    if (left_b[b] == 0 || cost == not_allowed) continue;
    --left_b[b];
    best = std::min(best, cost + by_trying(problem, a, used + 1, left_b));
    ++left_b[b];
  }
  return best;
}

TEST(TransportTest, random_problems_cost_what_trying_every_way_finds) {
  std::mt19937_64 random{11};
  const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random() % n); };
  Transport transport;
  TransportAnswer answer;
  for (int round = 0; round < 3'000; ++round) {
    TransportProblem problem;
    for (auto n = below(4); n-- > 0;) {
      problem.units_a.push_back(below(3));
      problem.alone_a.push_back(below(40) - 5);
    }
    for (auto m = below(4); m-- > 0;) {
      problem.units_b.push_back(below(3));
      problem.alone_b.push_back(below(20) - 10);
    }
    for (std::size_t i = problem.units_a.size() * problem.units_b.size(); i-- > 0;)
      problem.pair.push_back(below(5) == 0 ? not_allowed : below(40) - 5);
    transport.solve(problem, answer);
    auto left_b = problem.units_b;
    ASSERT_EQ(answer.cost, by_trying(problem, 0, 0, left_b)) << round;
    for (std::size_t b = 0; b < left_b.size(); ++b) {
      std::int64_t paired = 0;
      for (std::size_t a = 0; a < problem.units_a.size(); ++a)
        paired += answer.paired[a * left_b.size() + b];
      ASSERT_LE(paired, problem.units_b[b]);
    }
  }
}

TEST(TransportDeathTest, a_table_of_the_wrong_size_stops_the_program) {
  EXPECT_DEATH(least_cost({{1}, {1}, {1}, {1}, {}}), "broken invariant");
}

}  // namespace
}  // namespace plimsoll::reg_t
