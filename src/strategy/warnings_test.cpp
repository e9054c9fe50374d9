#include <gtest/gtest.h>

#include <set>

#include "strategy/practices.hpp"

namespace plimsoll::strategy {
namespace {

const Warning& told_of(const std::vector<Warning>& all, std::string_view id) {
  for (const Warning& one : all)
    if (one.warning->id == id) return one;
  throw std::runtime_error{"no such warning"};
}

TEST(Warnings, TwelveEachWhole) {
  std::set<std::string_view> ids;
  EXPECT_EQ(warnings().size(), 12U);
  for (const Practice& one : warnings()) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    for (const std::string_view word : {one.title, one.text, one.source}) EXPECT_NE(word, "");
  }
}

TEST(Warnings, CarryTheAccountsNumber) {
  const PracticeFacts facts{.leverage = 1.4,
                            .effective_names = 8.2,
                            .liquidation_days = 0.4,
                            .decline_to_call = Measure{0.41},
                            .coverage = Measure{1.458},
                            .call_probability = 0.401,
                            .call_probability_wilder = 0.72101,
                            .lost_by_fall = 0.14,
                            .lost_by_rise = -0.14,
                            .largest_weight = 0.14,
                            .buffer_multiple = 1.84,
                            .net_carry = -1234.5_usd,
                            .rates_age_days = 12,
                            .calculations_differ_by = 0};
  const auto all = told_warnings({}, facts);
  ASSERT_EQ(all.size(), 12U);
  for (const Warning& one : all) EXPECT_EQ(one.missing, "") << one.warning->id;
  EXPECT_EQ(told_of(all, "forced_liquidation").text,
            "a 41 % fall triggers a call; the S&P 500 fell 57 % in 2007-09 and 34 % in 33 days of "
            "2020");
  EXPECT_TRUE(told_of(all, "interest_rates").text.starts_with("income is 1.45 times interest: "));
  EXPECT_TRUE(told_of(all, "correlation").text.starts_with("the book counts as 8.2 names"));
  EXPECT_TRUE(told_of(all, "regulation").text.starts_with("requirements 1.84 times today's"));
  EXPECT_TRUE(told_of(all, "market_dependency").text.contains("takes 14 % of the equity"));
  EXPECT_TRUE(told_of(all, "complexity").text.contains("differ by nothing"));
  EXPECT_EQ(told_of(all, "cost").text,
            "the book costs 1,234.50 USD a year to hold, before any change of price");
  EXPECT_EQ(told_of(all, "skill").text,
            "a call within a year is put at 40.1 %; were volatility twice what is assumed, at "
            "72.2 %");
  EXPECT_TRUE(told_of(all, "size").text.contains("0.4 days"));
  EXPECT_EQ(told_of(all, "systems").text,
            "the margin rates were looked up 12 days from the account's day");
  EXPECT_EQ(told_of(all, "human_factors").text,
            "equity is 1.84 times maintenance; the next rung, stop_draws, is below 1.75");
  EXPECT_EQ(told_of(all, "compliance").text,
            "the largest name is 14 % of the book; your limit is 10 %");
}

TEST(Warnings, OfWhatIsShortTheRiseIsTold) {
  const auto all = told_warnings({}, {.decline_to_call = Measure{},
                                      .rise_to_call = Measure{0.3849},
                                      .lost_by_fall = -0.125,
                                      .lost_by_rise = 0.125});
  EXPECT_EQ(told_of(all, "forced_liquidation").text,
            "a 38.4 % rise triggers a call; a price may rise without limit");
  EXPECT_EQ(told_of(all, "market_dependency").text,
            "a rise of the market by 10 % takes 12.5 % of the equity");
  const auto both = told_warnings({}, {.decline_to_call = Measure{0.124},
                                       .rise_to_call = Measure{0.0746},
                                       .lost_by_fall = 0.2,
                                       .lost_by_rise = 0.3});
  EXPECT_TRUE(told_of(both, "forced_liquidation")
                  .text.starts_with("a 12.4 % fall or a 7.4 % rise triggers a call"));
  EXPECT_TRUE(told_of(both, "market_dependency").text.ends_with("30 % of the equity, a fall 20 %"));
  EXPECT_TRUE(told_of(told_warnings({}, {.decline_to_call = Measure{0.0}}), "forced_liquidation")
                  .text.starts_with("the account is called already"));
  EXPECT_TRUE(
      told_of(told_warnings({}, {.lost_by_fall = -1, .lost_by_rise = -1}), "market_dependency")
          .text.starts_with("neither a fall nor a rise"));
}

TEST(Warnings, NameWhatIsMissing) {
  for (const Warning& one : told_warnings({}, {})) {
    EXPECT_NE(one.missing, "") << one.warning->id;
    EXPECT_TRUE(one.text.starts_with(one.missing + " is not known")) << one.text;
  }
}

TEST(Warnings, WhatDoesNotApply) {
  const auto all =
      told_warnings({}, {.decline_to_call = Measure{}, .coverage = Measure{}, .net_carry = 5_usd});
  EXPECT_TRUE(told_of(all, "forced_liquidation").text.starts_with("no fall of the market"));
  EXPECT_EQ(told_of(all, "interest_rates").text, "nothing is owed today");
  EXPECT_TRUE(told_of(all, "cost").text.starts_with("the book earns 5.00 USD"));
  EXPECT_TRUE(told_of(told_warnings({}, {.coverage = Measure{0.8}}), "interest_rates")
                  .text.contains("already being fed"));
  EXPECT_TRUE(told_of(told_warnings({}, {.buffer_multiple = -0.8}), "regulation")
                  .text.starts_with("requirements are above the equity today"));
  EXPECT_TRUE(told_of(told_warnings({}, {.buffer_multiple = 0.5}), "human_factors")
                  .text.contains("no rung below"));
}

}  // namespace
}  // namespace plimsoll::strategy
