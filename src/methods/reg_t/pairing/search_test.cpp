#include "methods/reg_t/pairing/search.hpp"

#include <gtest/gtest.h>

#include "methods/reg_t/pairing/start.hpp"

namespace plimsoll::reg_t {
namespace {

/// A ladder of verticals, each as wide as half of what is uncovered, and something to straddle.
PairingProblem ladder() {
  PairingProblem problem;
  problem.families.emplace_back();
  for (std::uint32_t leg = 0; leg < 12; ++leg) {
    const bool sold = leg % 2 == 0;
    const Decimal naked = sold ? 1'500_d : 0_d;
    problem.available.push_back(Decimal{1 + leg % 3});
    problem.offsets.push_back({{{leg, 1_d}}, {naked, naked}, true});
    problem.spread_legs.push_back({leg, sold ? Side::sold : Side::bought,
                                   leg % 4 < 2 ? Kind::call : Kind::put,
                                   Decimal{90 + 7 * static_cast<std::int64_t>(leg) % 30}, 100_d});
    problem.families[0].legs.push_back(leg);
  }
  return problem;
}

TEST(PairingSearchTest, whatever_the_limits_it_is_never_dearer_than_greedy_or_than_apart) {
  const PairingProblem problem = ladder();
  const PairingModel model = model_of(problem);
  PairingAnswer greedy = greedy_pairing(model);
  ASSERT_TRUE(complete(model, greedy));
  const PairingAnswer best = searched_pairing(model, {});
  EXPECT_TRUE(best.proven);
  for (std::int64_t pivots = 0; pivots < 40; ++pivots) {
    const PairingAnswer answer = searched_pairing(model, {.nodes = 3, .pivots = pivots});
    EXPECT_LE(answer.cost, std::min(greedy.cost, model.all_alone));
    EXPECT_GE(answer.cost, best.cost);
    if (answer.proven) EXPECT_EQ(answer.cost, best.cost);
    else EXPECT_GE(answer.better_by_at_most, answer.cost.maintenance - best.cost.maintenance);
  }
}

}  // namespace
}  // namespace plimsoll::reg_t
