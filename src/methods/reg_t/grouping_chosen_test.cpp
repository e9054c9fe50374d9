#include "methods/reg_t/grouping_chosen.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

// 200 shares, three calls sold at 100 and one bought at 105: two covered, one spread.
TEST(GroupingChosen, ScalesPlansAndWritesOutSpreads) {
  Desk desk;
  desk.stock("XYZ", 200, 100_d).call("XYZ", -3, spring, 100_d, 5_d);
  desk.call("XYZ", 1, spring, 105_d, 3_d);
  const Book book = priced(desk.account, desk.market);
  const Cluster cluster{0, 1, 2};
  const auto question = question_of(cluster, book, desk.account, on_the_day);
  ASSERT_TRUE(question);
  PairingAnswer answer;
  answer.times.resize(question->plans.size());
  const auto covered = std::ranges::find(question->plans, Strategy::covered_call, &Plan::strategy);
  answer.times[static_cast<std::size_t>(covered - question->plans.begin())] = 2_d;
  answer.in_spread = {{1, 1}};
  const std::vector<Plan> plans = chosen(cluster, book, *question, answer);
  ASSERT_EQ(plans.size(), 2u);
  EXPECT_EQ(plans[0].strategy, Strategy::covered_call);
  ASSERT_EQ(plans[0].legs.size(), 2u);
  EXPECT_EQ(plans[0].legs[0].quantity, Quantity::of(std::int64_t{200}));
  EXPECT_EQ(plans[0].legs[1].quantity, Quantity::of(std::int64_t{2}));
  EXPECT_EQ(plans[1].strategy, Strategy::spread);
  ASSERT_EQ(plans[1].legs.size(), 2u);
  EXPECT_EQ(plans[1].legs[0].quantity, Quantity::of(std::int64_t{1}));
}

TEST(GroupingChosen, CallsASpreadInACashAccountByItsName) {
  Desk desk{AccountKind::cash};
  desk.index("SPX", 400_d, IndexClass::broad).put("SPX", -1, spring, 395_d, 3_d);
  desk.put("SPX", 1, spring, 390_d, 2_d);
  const Book book = priced(desk.account, desk.market);
  const auto question = question_of({0, 1}, book, desk.account, on_the_day);
  ASSERT_TRUE(question);
  PairingAnswer answer;
  answer.times.resize(question->plans.size());
  answer.in_spread = {{1, 1}};
  const std::vector<Plan> plans = chosen({0, 1}, book, *question, answer);
  ASSERT_EQ(plans.size(), 1u);
  EXPECT_EQ(plans[0].strategy, Strategy::cash_spread);
}

}  // namespace
}  // namespace plimsoll::reg_t
