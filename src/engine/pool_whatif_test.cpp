#include "engine/pool_whatif.hpp"

#include <gtest/gtest.h>

namespace plimsoll::engine {
namespace {

Bank bank(const char* name, int decimals, const char* price) {
  Bank made{.name = InstrumentId{name}, .decimals = decimals};
  made.price = made.time_weighted_price = parse_fixed48(price).value();
  made.confidence_ratio_max = parse_fixed48("0.1").value();
  made.asset_weight_init = made.asset_weight_maint = Fixed48::of(1);
  made.liability_weight_init = made.liability_weight_maint = Fixed48::of(1);
  return made;
}

MarginRequest request() {
  MarginRequest asked;
  asked.account.id = "lender";
  asked.account.as_of = 2026y / November / 20;
  asked.account.kind = AccountKind::cross_margin;
  DraftPosition position;
  position.symbol = "USDC";
  position.quantity = Quantity::of(std::int64_t{100});
  asked.account.positions = {position};
  auto pool = std::make_shared<Pool>();
  pool->name = "pool.json";
  for (const Bank& one : {bank("USDC", 6, "1"), bank("SOL", 9, "10")})
    pool->banks.emplace(one.name, one);
  asked.pool = std::move(pool);
  return asked;
}

TEST(PoolWhatIf, BeforeAndAfter) {
  const auto report =
      whatif(request(), std::vector{parse_pool_step("BORROW 4 SOL").value()}, SecurityList{});
  ASSERT_TRUE(report) << report.error().front().what;
  EXPECT_EQ(report->trades.at(0).quantity, -Quantity::of(std::int64_t{4}));
  const auto& after = std::get<Answer<Money>>(report->after.results.at(0).answer);
  EXPECT_EQ(to_text(*after.equity), "60.00 USD");
  EXPECT_EQ(to_text(*after.excess_initial()), "60.00 USD");
}

std::expected<WhatIfReport, std::vector<Error>> stepping(const MarginRequest& asked,
                                                         std::initializer_list<const char*> texts) {
  std::vector<PoolStep> steps;
  for (const char* text : texts) steps.push_back(parse_pool_step(text).value());
  return whatif(asked, steps, SecurityList{});
}

/// A pool whose banks say what they hold, and that has a limit of value.
MarginRequest request_of_a_full_bank() {
  MarginRequest asked = request();
  Pool pool = *asked.pool;
  Bank& dollars = pool.banks.at(InstrumentId{"USDC"});
  dollars.init_value_limit = Fixed48::of(100);
  dollars.total_assets = Fixed48::of(200'000'000);
  dollars.total_liabilities = Fixed48{};
  dollars.interest.curve = {{Fixed48{}, Fixed48::of(1)}};
  asked.pool = std::make_shared<const Pool>(std::move(pool));
  return asked;
}

TEST(PoolWhatIf, AfterStandsOnThePoolTheStepsLeft) {
  const auto report = stepping(request_of_a_full_bank(), {"WITHDRAW 30 USDC", "WITHDRAW 10 USDC"});
  ASSERT_TRUE(report) << report.error().front().what;
  const auto excess = [](const MarginReport& state) {
    return to_text(*std::get<Answer<Money>>(state.results.at(0).answer).excess_initial());
  };
  EXPECT_EQ(excess(report->before), "50.00 USD");  // 100 at a half
  EXPECT_EQ(excess(report->after), "37.50 USD");   // 60 at 100 of 160
  ASSERT_EQ(report->steps.size(), 2u);
  EXPECT_EQ(report->steps[1].step, "withdraw 10 USDC");
  EXPECT_EQ(to_text(report->steps[1].moved.at(0).after), "60");
  EXPECT_EQ(report->trades.size(), 2u);
}

TEST(PoolWhatIf, AStepFindsWhatTheOneBeforeLeft) {
  const auto report = stepping(request_of_a_full_bank(), {"WITHDRAW ALL USDC", "WITHDRAW 1 USDC"});
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.error().front().what.starts_with("OperationWithdrawOnly"));
}

TEST(PoolWhatIf, RefusesWhatTheProtocolRefuses) {
  const auto much =
      whatif(request(), std::vector{parse_pool_step("BORROW 11 SOL").value()}, SecurityList{});
  ASSERT_FALSE(much);
  EXPECT_TRUE(much.error().front().what.starts_with("RiskEngineInitRejected"));
  MarginRequest none = request();
  none.pool = {};
  const auto without =
      whatif(none, std::vector{parse_pool_step("BORROW 1 SOL").value()}, SecurityList{});
  ASSERT_FALSE(without);
  EXPECT_TRUE(without.error().front().what.contains("--pool"));
}

}  // namespace
}  // namespace plimsoll::engine
