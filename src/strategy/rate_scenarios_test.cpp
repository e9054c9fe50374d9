// A debit along moving rates: shifts, a path of its own, and the day carry turns.

#include "strategy/rate_scenarios.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::flat_file;
using plimsoll::testing::path_file;

/// The benchmark with nothing on top: 3.60 % on 100,000 is 10.00 a day.
const RateSchedule plain = rate_schedule(blended_file({{"", "0"}}), "plain.toml").value();
const ScenarioAsked asked{
    .debit = 100000_usd, .base = 0.036_d, .first = 2026y / January / 1, .income_a_year = 5000_usd};

TEST(RateScenarios, ShiftAtOnce) {
  const ScenarioCost up = run_scenario(plain, shifted_by(0.01_d), asked).value();
  EXPECT_EQ(up.name, "+1%");
  ASSERT_EQ(up.months.size(), 12u);
  EXPECT_EQ(up.months[0].base, 0.046_d);
  // 100,000 × 4.6 % × 31 / 360, each day rounded up at the ninth decimal.
  EXPECT_EQ(to_text_rounded(up.months[0].interest.amount, 6, Round::half_even), "396.111111");
  EXPECT_EQ(up.months[1].first, Date{2026y / February / 1});
  EXPECT_EQ(to_text_rounded(up.months[1].interest.amount, 6, Round::half_even), "357.777778");
  EXPECT_EQ(to_text_rounded(up.interest.amount, 6, Round::half_even), "4663.888889");
  EXPECT_EQ(to_text_rounded(up.peak_a_year.amount, 6, Round::half_even), "4663.888889");
  EXPECT_EQ(up.income, 5000_usd);
  EXPECT_EQ(up.months[0].carry_a_year, 5000_usd - up.months[0].interest_a_year);
  EXPECT_NEAR(*up.months[0].coverage, 5000 / 4663.888889, 1e-9);
  EXPECT_FALSE(up.flip);

  const ScenarioCost more = run_scenario(plain, shifted_by(0.02_d), asked).value();
  ASSERT_TRUE(more.flip);
  EXPECT_EQ(more.flip->day, asked.first);
  EXPECT_EQ(more.flip->months, 0);
}

TEST(RateScenarios, BelowZeroIsZero) {
  const ScenarioCost cost = run_scenario(plain, shifted_by(-0.04_d), asked).value();
  EXPECT_EQ(cost.months[0].base, 0_d);
  EXPECT_EQ(cost.interest, zero(usd));
  EXPECT_FALSE(cost.months[0].coverage);
  EXPECT_EQ(cost.months[0].carry_a_year, 5000_usd);
  EXPECT_FALSE(cost.flip);
}

TEST(RateScenarios, ParallelAreThreeDownAndThreeUp) {
  std::vector<std::string> names;
  for (const RateScenario& one : parallel_shifts()) names.push_back(one.name);
  EXPECT_EQ(names, (std::vector<std::string>{"-3%", "-2%", "-1%", "+1%", "+2%", "+3%"}));
}

TEST(RateScenarios, FollowAPathFromItsFirstChange) {
  // +1 % on the first day, +2 % after 59 days, on 1 March.
  const RatePath path =
      rate_path(path_file("0.01", {{"2004-06-30", "0.02"}, {"2004-08-28", "0.03"}}), "p.toml")
          .value();
  const ScenarioCost cost = run_scenario(plain, along(path), asked).value();
  EXPECT_EQ(cost.name, "a-usd");
  ASSERT_EQ(cost.months.size(), 12u);
  EXPECT_EQ(cost.months[1].base, 0.046_d);
  EXPECT_EQ(cost.months[2].base, 0.056_d);
  // 59 days at 4.6 % and 306 at 5.6 %.
  EXPECT_EQ(to_text_rounded(cost.interest.amount, 4, Round::half_even), "5513.8889");
  EXPECT_EQ(to_text_rounded(cost.peak_a_year.amount, 4, Round::half_even), "5677.7778");
  ASSERT_TRUE(cost.flip);
  EXPECT_EQ(cost.flip->day, Date{2026y / March / 1});
  EXPECT_EQ(cost.flip->months, 2);
}

TEST(RateScenarios, LastAsLongAsTheirPath) {
  const RatePath path =
      rate_path(path_file("0.01", {{"2004-06-30", "0.02"}, {"2006-06-29", "0.03"}}), "p.toml")
          .value();
  EXPECT_EQ(along(path).months, 24);
  EXPECT_EQ(run_scenario(plain, along(path), asked)->months.size(), 24u);
  EXPECT_EQ(
      to_text_rounded(run_scenario(plain, along(path), asked)->income->amount, 2, Round::half_even),
      "10000.00");
}

TEST(RateScenarios, FlipMayComeFromInterestOnInterest) {
  ScenarioAsked added = asked;
  added.income_a_year = 3680_usd;  // a year's interest is 3,650 at first
  added.posted = PostedInterest::added_to_debit;
  const ScenarioCost cost = run_scenario(plain, shifted_by(0_d), added).value();
  ASSERT_TRUE(cost.flip);
  // January's 310, February's 280.87 and March's are needed to owe 100,822.
  EXPECT_EQ(cost.flip->day, Date{2026y / April / 6});
  EXPECT_EQ(cost.flip->months, 3);
  EXPECT_FALSE(run_scenario(plain, shifted_by(0_d), asked)->flip);
}

TEST(RateScenarios, WithoutIncomeSayNothingOfCarry) {
  ScenarioAsked unknown = asked;
  unknown.income_a_year.reset();
  const ScenarioCost cost = run_scenario(plain, shifted_by(0.03_d), unknown).value();
  EXPECT_FALSE(cost.flip);
  EXPECT_FALSE(cost.income);
  EXPECT_FALSE(cost.months[0].carry_a_year);
  EXPECT_FALSE(cost.months[0].coverage);
}

TEST(RateScenarios, OfADebitThatIsNotPricedAreRefused) {
  const RateSchedule unnamed = rate_schedule(flat_file("0.05", {{"", "not_said"}}), "u").value();
  EXPECT_FALSE(run_scenario(unnamed, shifted_by(0.01_d), asked));
}

}  // namespace
}  // namespace plimsoll::strategy
