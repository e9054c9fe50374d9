#include "strategy/knapsack.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace plimsoll::strategy {
namespace {

Money dollars(Decimal amount) { return {amount, usd}; }

Saleable item(Decimal most, Decimal cost, Decimal rate) {
  return {.most = dollars(most), .cost = cost, .paid = cost, .requirement_rate = rate};
}

TEST(Knapsack, AFundAtAQuarterForTenBasisPoints) {
  // 8,000 / (0.25 - 0.001) = 32,128.51, at 0.001 is 32.13. The share costs more for what it frees.
  const auto plan = least_cost({item(50'000_d, 0.004_d, 0.4_d), item(60'000_d, 0.001_d, 0.25_d)},
                               dollars(8'000_d), 1_d);
  ASSERT_TRUE(plan) << plan.error().what;
  ASSERT_EQ(plan->sold.size(), 1u);
  EXPECT_EQ(plan->sold[0].index, 1u);
  EXPECT_EQ(to_text_rounded(plan->value.amount, 2, Round::half_even), "32128.51");
  EXPECT_EQ(to_text_rounded(plan->cost.amount, 2, Round::half_even), "32.13");
  EXPECT_TRUE(plan->still_short.amount.is_zero());
}

TEST(Knapsack, ThatIsNotEnoughTheNextIsSoldInPart) {
  // 60,000 of the fund frees 14,940; 1,060 are left, over 0.396 is 2,676.77 of the share.
  const auto plan = least_cost({item(50'000_d, 0.004_d, 0.4_d), item(60'000_d, 0.001_d, 0.25_d)},
                               dollars(16'000_d), 1_d);
  ASSERT_EQ(plan->sold.size(), 2u);
  EXPECT_EQ(plan->sold[0].value, dollars(60'000_d));
  EXPECT_EQ(to_text_rounded(plan->sold[1].value.amount, 2, Round::half_even), "2676.77");
}

TEST(Knapsack, TwiceTheRequirementIsFreedTwice) {
  EXPECT_EQ(least_cost({item(60'000_d, 0_d, 0.25_d)}, dollars(8'000_d), 2_d)->value,
            dollars(16'000_d));
}

TEST(Knapsack, WhatCostsMoreThanItFreesIsNotSold) {
  const auto plan = least_cost({item(60'000_d, 0.25_d, 0.25_d)}, dollars(8'000_d), 1_d);
  EXPECT_TRUE(plan->sold.empty());
  EXPECT_EQ(plan->still_short, dollars(8'000_d));
}

TEST(Knapsack, EverythingSoldIsShortByTheRest) {
  const auto plan = least_cost({item(10'000_d, 0.001_d, 0.25_d)}, dollars(8'000_d), 1_d);
  EXPECT_EQ(plan->value, dollars(10'000_d));
  EXPECT_EQ(plan->still_short, dollars(5'510_d));
}

TEST(Knapsack, ALossIsTakenFirstAndNotForItsOwnSake) {
  Saleable loss{
      .most = dollars(100'000_d), .cost = -(0.05_d), .paid = 0.001_d, .requirement_rate = 0.25_d};
  const auto plan = least_cost({item(60'000_d, 0.001_d, 0.25_d), loss}, dollars(2'490_d), 1_d);
  ASSERT_EQ(plan->sold.size(), 1u);
  EXPECT_EQ(plan->sold[0].index, 1u);
  EXPECT_EQ(plan->value, dollars(10'000_d));
  EXPECT_EQ(plan->cost, dollars(-(500_d)));
}

TEST(Knapsack, NoDeficitNoSale) {
  EXPECT_TRUE(least_cost({item(10'000_d, 0_d, 0.25_d)}, dollars(0_d), 1_d)->sold.empty());
  EXPECT_TRUE(least_cost({item(10'000_d, 0_d, 0.25_d)}, dollars(-(5_d)), 1_d)->sold.empty());
}

TEST(Knapsack, RefusesWhatHasNoMeaning) {
  EXPECT_FALSE(least_cost({}, dollars(1_d), 0_d));
  EXPECT_FALSE(least_cost({item(-(1_d), 0_d, 0.25_d)}, dollars(1_d), 1_d));
  EXPECT_FALSE(least_cost({item(1_d, 0_d, -(0.25_d))}, dollars(1_d), 1_d));
}

// Moving a dollar's relief from what is sold to anything else never costs less.
RC_GTEST_PROP(Knapsack, NoExchangeIsCheaper, ()) {
  const auto count = *rc::gen::inRange(1, 8);
  std::vector<Saleable> items;
  for (int i = 0; i < count; ++i) {
    const auto thousandths = [](int most) {
      return Decimal::from_nano(*rc::gen::inRange(0, most) * Int128{1'000'000});
    };
    items.push_back(item(Decimal{*rc::gen::inRange(0, 50'000)}, thousandths(60), thousandths(900)));
  }
  const auto plan = least_cost(items, dollars(Decimal{*rc::gen::inRange(1, 60'000)}), 1_d);
  RC_ASSERT(plan.has_value());
  std::vector<double> sold(items.size(), 0);
  for (const PartSold& part : plan->sold) sold[part.index] = to_double(part.value.amount);
  for (std::size_t a = 0; a < items.size(); ++a) {
    for (std::size_t b = 0; b < items.size(); ++b) {
      const auto relief = [&](std::size_t i) {
        return to_double(items[i].requirement_rate - items[i].paid);
      };
      if (sold[a] <= 0 || relief(b) <= 0 || to_double(items[b].most.amount) <= sold[b]) continue;
      RC_ASSERT(to_double(items[a].cost) / relief(a) <=
                to_double(items[b].cost) / relief(b) + 1e-12);
    }
  }
}

}  // namespace
}  // namespace plimsoll::strategy
