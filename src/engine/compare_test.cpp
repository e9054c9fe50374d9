#include "engine/compare.hpp"

#include <gtest/gtest.h>

#include "engine/compared_for_tests.hpp"
#include "tests/packs.hpp"

namespace plimsoll::engine {
namespace {

CompareRequest borrowed() {
  CompareRequest request = testing::borrowed();
  MarginRequest& margin = request.analysis.margin;
  margin.packs = {plimsoll::testing::packs_called("occ-public", margin.account.as_of)};
  return request;
}

TEST(Compare, EachMethodHasItsStandingAndDistance) {
  CompareRequest request = borrowed();
  request.analysis.margin.methods = {"all"};
  const auto made = compare(request, {});
  ASSERT_TRUE(made) << made.error()[0].what;
  ASSERT_EQ(made->standings.size(), 2u);
  EXPECT_EQ(made->margin.results[0].method, Label{"reg_t"});
  // 2,000 at 100 less 100,000, a quarter asked: V = 100,000 / 0.75.
  EXPECT_EQ(made->standings[0].requirement, 50'000_usd);
  EXPECT_NEAR(*made->standings[0].decline(), 1.0 / 3, 1e-9);
  // Fifteen per cent asked: V = 100,000 / 0.85.
  EXPECT_EQ(made->standings[1].requirement, 30'000_usd);
  EXPECT_NEAR(*made->standings[1].decline(), 1 - 1 / 1.7, 1e-9);
}

TEST(Compare, WhatPortfolioMarginFreesAndWants) {
  CompareRequest request = borrowed();
  request.analysis.margin.methods = {"all"};
  const auto made = compare(request, {});
  ASSERT_TRUE(made);
  ASSERT_TRUE(made->portfolio_margin);
  EXPECT_EQ(made->portfolio_margin->requirement_less, 20'000_usd);
  EXPECT_EQ(made->portfolio_margin->frees, 20'000_usd);
  EXPECT_EQ(made->portfolio_margin->equity_least, 100'000_usd);
  EXPECT_EQ(made->portfolio_margin->equity_missing(), 0_usd);

  request.analysis.margin.account.cash = {{{.currency = "USD", .amount = -100'000.01_d}}};
  EXPECT_EQ(compare(request, {})->portfolio_margin->equity_missing(), 0.01_usd);
  request.analysis.margin.account.role = Role::market_maker;
  EXPECT_FALSE(compare(request, {})->portfolio_margin->equity_least) << "none is asked of them";
  request.analysis.margin.methods = {"reg_t"};
  EXPECT_FALSE(compare(request, {})->portfolio_margin);
}

TEST(Compare, OfAPartNothingIsSaidToBeFreed) {
  CompareRequest request = borrowed();
  request.analysis.margin.methods = {"all"};
  request.analysis.margin.completeness = Completeness::allow_partial;
  request.analysis.margin.refused = {{Reason::bad_input, "quantity is blank", "a.csv:2"}};
  const auto made = compare(request, {});
  ASSERT_TRUE(made);
  EXPECT_TRUE(made->margin.partial);
  EXPECT_FALSE(made->portfolio_margin);
}

TEST(Compare, WithoutCashTheReasonIsSaid) {
  CompareRequest request = borrowed();
  request.analysis.margin.account.cash.reset();
  const auto made = compare(request, {});
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->debit);
  EXPECT_FALSE(made->standings[0].decline());
  ASSERT_TRUE(made->standings[0].no_market);
  EXPECT_TRUE(made->standings[0].no_market->what.contains("cash is not known"));
}

TEST(Compare, BrokersOfAccountsThatBorrow) {
  CompareRequest request = borrowed();
  const auto made = compare(request, {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->broker_method, Label{"reg_t"});
  EXPECT_EQ(made->debit, 100'000_usd);
  EXPECT_FALSE(made->brokers.empty());

  request.analysis.margin.account.kind = AccountKind::portfolio_margin;
  request.analysis.margin.methods = {"all"};
  EXPECT_FALSE(compare(request, {})->brokers.empty());
  request.analysis.margin.methods = {"tims"};
  EXPECT_TRUE(compare(request, {})->brokers.empty()) << "their rules are of another method";
  request.analysis.margin.methods = {};
  request.analysis.margin.account.cash = {{{.currency = "USD", .amount = 10_d}}};
  for (const AccountKind kind : {AccountKind::cash, AccountKind::retirement}) {
    request.analysis.margin.account.kind = kind;
    const auto paid = compare(request, {});
    ASSERT_TRUE(paid) << paid.error()[0].what;
    EXPECT_TRUE(paid->brokers.empty());
  }
}

TEST(Compare, RefusesAsMarginDoes) {
  CompareRequest request = borrowed();
  request.analysis.margin.methods = {"none"};
  EXPECT_FALSE(compare(request, {}));
}

}  // namespace
}  // namespace plimsoll::engine
