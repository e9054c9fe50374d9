#include "methods/reg_t/pairing/model.hpp"

#include <gtest/gtest.h>

namespace plimsoll::reg_t {
namespace {

/// A vertical, 3 sold at 100 against 2 bought at 110, in two families of which one holds the other.
PairingProblem vertical() {
  PairingProblem problem;
  problem.available = {3_d, 2_d};
  problem.offsets = {{{{0, 1_d}}, {2'000_d, 2'100_d}, true}, {{{1, 1_d}}, {}, true}};
  problem.spread_legs = {{0, Side::sold, Kind::call, 100_d, 100_d},
                         {1, Side::bought, Kind::call, 110_d, 100_d}};
  problem.families = {{{0}}, {{0, 1}}};
  return problem;
}

TEST(PairingModelTest, a_leg_is_worth_what_is_inside_times_its_units) {
  const SpreadLeg call{0, Side::sold, Kind::call, 100_d, 100_d};
  const SpreadLeg put{0, Side::sold, Kind::put, 100_d, 10_d};
  EXPECT_EQ(worth_at(call, 107.5_d), 750_d);
  EXPECT_EQ(worth_at(call, 99_d), 0_d);
  EXPECT_EQ(worth_at(put, 99_d), 10_d);
  EXPECT_EQ(worth_at(put, 101_d), 0_d);
}

TEST(PairingModelTest, members_are_limited_by_the_other_side) {
  const PairingProblem problem = vertical();
  const PairingModel model = model_of(problem);
  EXPECT_EQ(model.all_alone, (PairingCost{6'000_d, 6'300_d}));
  ASSERT_EQ(model.families.size(), 1u);
  EXPECT_EQ(model.families[0].family, 1u);
  ASSERT_EQ(model.members.size(), 2u);
  EXPECT_EQ(model.members[0].most, 2);
  EXPECT_EQ(model.members[0].saving, (PairingCost{-2'000_d, -2'100_d}));
  EXPECT_EQ(step_of(model).maintenance, 1'000_d);
  EXPECT_EQ(step_of(model).initial, 100_d);
}

TEST(PairingModelTest, a_choice_is_completed_and_its_cost_added_up) {
  const PairingProblem problem = vertical();
  const PairingModel model = model_of(problem);
  PairingAnswer answer = nothing_chosen(problem);
  answer.in_spread[1] = {2, 2};
  ASSERT_TRUE(complete(model, answer));
  EXPECT_EQ(answer.cost, (PairingCost{4'000_d, 4'100_d}));
  EXPECT_EQ(answer.times, (std::vector<Decimal>{1_d, 0_d}));
  EXPECT_EQ(groups_in_use(answer), 2);
}

TEST(PairingModelTest, what_is_sold_costs_what_it_costs_alone_where_the_loss_does_not_count) {
  PairingProblem problem = vertical();
  problem.families.push_back({{0, 1}, Charge::loss_to_keep});
  const PairingModel model = model_of(problem);
  ASSERT_EQ(model.members.size(), 4u);
  EXPECT_EQ(model.members[2].saving, (PairingCost{-2'000_d, 0_d}));
  PairingAnswer answer = nothing_chosen(problem);
  answer.in_spread[2] = {2, 2};
  ASSERT_TRUE(complete(model, answer));
  EXPECT_EQ(answer.cost, (PairingCost{4'000_d, 6'300_d}));
}

TEST(PairingModelTest, what_does_not_balance_or_is_not_there_is_refused) {
  const PairingProblem problem = vertical();
  const PairingModel model = model_of(problem);
  PairingAnswer lopsided = nothing_chosen(problem);
  lopsided.in_spread[1] = {2, 1};
  EXPECT_FALSE(complete(model, lopsided));
  PairingAnswer too_much = nothing_chosen(problem);
  too_much.in_spread[1] = {3, 3};
  EXPECT_FALSE(complete(model, too_much));
}

TEST(PairingModelTest, greatest_common_of_decimals) {
  EXPECT_EQ(greatest_common(0_d, -2.5_d), 2.5_d);
  EXPECT_EQ(greatest_common(0.15_d, 0.1_d), 0.05_d);
  EXPECT_EQ(greatest_common(0_d, 0_d), 0_d);
}

}  // namespace
}  // namespace plimsoll::reg_t
