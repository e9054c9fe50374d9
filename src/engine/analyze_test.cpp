#include "engine/analyze.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/compared_for_tests.hpp"
#include "tests/packs.hpp"

namespace plimsoll::engine {
namespace {

using strategy::Analysis;
using strategy::AnalysisReport;
using strategy::Member;
using strategy::Members;

/// 2,000 shares at 100 with 100,000 borrowed.
AnalysisRequest borrowed() {
  AnalysisRequest request = testing::borrowed().analysis;
  request.margin.account.id = "borrowed";
  return request;
}

AnalysisReport analyzed(const AnalysisRequest& request) {
  auto report = analyze(request, {});
  EXPECT_TRUE(report) << report.error().front().what;
  return report ? *std::move(report) : AnalysisReport{};
}

TEST(Analyze, EveryMemberOfAnAccountOnMargin) {
  AnalysisRequest request = borrowed();
  request.financing.rate = 0.06_d;
  request.financing.schedule = "easy-usd";
  const AnalysisReport report = analyzed(request);
  ASSERT_EQ(report.results.size(), 1u);
  const Analysis& first = report.results[0];
  EXPECT_EQ(first.method, Label{"reg_t"});
  EXPECT_EQ(first.room->excess(), 50'000_usd);
  ASSERT_TRUE(first.buffer && *first.buffer);
  EXPECT_EQ((*first.buffer)->multiple(), 2.0);
  ASSERT_TRUE(first.distance && *first.distance);
  EXPECT_NEAR((*first.distance)->market.down->move, -1.0 / 3, 1e-9);
  EXPECT_NEAR(*(*first.distance)->market.closed_form, -1.0 / 3, 1e-12);
  ASSERT_TRUE(first.time_to_call && *first.time_to_call);
  EXPECT_EQ((*first.time_to_call)->borrowing_rate, 0.06) << "as agreed";
  EXPECT_TRUE(first.carry && *first.carry);
  EXPECT_TRUE(first.cure && *first.cure);
  EXPECT_FALSE(first.kpis.empty());
  EXPECT_EQ(first.practices.size(), strategy::best_practices().size());
  EXPECT_EQ(first.warnings.size(), strategy::warnings().size());
  ASSERT_TRUE(first.verdict);
  EXPECT_EQ(first.verdict->headline, "Calm: equity covers the requirement 2 times; 2 is wanted.");
}

TEST(Analyze, OnlyWhatIsAskedFor) {
  AnalysisRequest request = borrowed();
  request.members = Members::of({Member::distance});
  const Analysis far = analyzed(request).results.at(0);
  EXPECT_TRUE(far.distance);
  EXPECT_FALSE(far.carry || far.buffer || far.cure || far.size || far.time_to_call);
  EXPECT_TRUE(far.kpis.empty() && far.practices.empty() && far.warnings.empty());
  EXPECT_FALSE(far.verdict);
  request.members = Members::of({Member::size});
  EXPECT_FALSE(analyzed(request).results.at(0).buffer) << "reckoned, and not asked for";
}

TEST(Analyze, EachMethodAndHouseInTurn) {
  AnalysisRequest request = borrowed();
  request.margin.methods = {"reg_t", "tims"};
  request.margin.packs = {plimsoll::testing::usual_packs(request.margin.account.as_of)};
  request.margin.houses = {House{}, testing::house_asking("hard", "0.4")};
  const AnalysisReport report = analyzed(request);
  ASSERT_EQ(report.results.size(), report.margin.results.size());
  ASSERT_EQ(report.results.size(), 3u);
  EXPECT_EQ(report.results[1].house, "hard");
  EXPECT_EQ(report.results[2].method, Label{"tims"});
  EXPECT_NEAR((*report.results[1].distance)->market.down->move, -1.0 / 6, 1e-9) << "1 / (1.2)";
  EXPECT_EQ(report.results[1].room->requirement, 80'000_usd);
}

TEST(Analyze, AnUnknownScheduleIsBadInputWhereItIsNamed) {
  AnalysisRequest request = borrowed();
  request.financing.schedule = "nobody-usd";
  request.members = Members::of({Member::distance});
  const auto refused = analyze(request, {});
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 1u);
  EXPECT_EQ(refused.error()[0].reason, Reason::bad_input);
  EXPECT_EQ(refused.error()[0].where, "financing.schedule");
}

TEST(Analyze, CashUnknownLeavesWhatStandsOnEquityUnanswered) {
  AnalysisRequest request = borrowed();
  request.margin.account.cash.reset();
  const Analysis lacks = analyzed(request).results.at(0);
  EXPECT_FALSE(lacks.room);
  EXPECT_FALSE(*lacks.buffer);
  EXPECT_FALSE(*lacks.distance);
  EXPECT_FALSE(*lacks.time_to_call);
  EXPECT_FALSE(*lacks.cure);
  EXPECT_FALSE(lacks.verdict);
  EXPECT_TRUE(*lacks.carry) << "what is held still pays";
  EXPECT_FALSE((*lacks.carry)->net);
  EXPECT_TRUE((*lacks.buffer).error().what.contains("cash")) << (*lacks.buffer).error().what;
}

TEST(Analyze, WhatTheDebitGrowsByIsNeverTakenAsNothing) {
  AnalysisRequest request = borrowed();
  request.members = Members::of({Member::distance, Member::time_to_call});
  EXPECT_EQ((*analyzed(request).results.at(0).time_to_call)->borrowing_rate, 0.04)
      << "the market's, where no rate is agreed";
  request.margin.market.risk_free_rate.reset();
  const Analysis unknown = analyzed(request).results.at(0);
  ASSERT_FALSE(*unknown.time_to_call);
  EXPECT_TRUE(unknown.time_to_call->error().what.contains("what the debit grows by"));
  // Sold short and nothing owed: there is no debit that grows.
  request.margin.account.cash = {{{.currency = "USD", .amount = Decimal{300'000}}}};
  request.margin.account.positions[0].quantity = Quantity::of(-2000);
  const Analysis nothing = analyzed(request).results.at(0);
  EXPECT_TRUE((*nothing.distance)->market.up);
}

TEST(Analyze, WhatCannotBeMarginedIsNotAnalysed) {
  AnalysisRequest request = borrowed();
  request.margin.market.quotes.clear();
  const auto refused = analyze(request, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].reason, Reason::missing_price);
}

TEST(Analyze, WhatIsPaidInFullIsCalmUntilMoreIsOwed) {
  AnalysisRequest request = borrowed();
  request.margin.account.kind = AccountKind::cash;
  request.margin.account.cash = {{{.currency = "USD", .amount = Decimal{0}}}};
  const Analysis paid = analyzed(request).results.at(0);
  EXPECT_EQ(paid.verdict->level, strategy::AccountLevel::calm);
  EXPECT_EQ((*paid.buffer)->target, 1);
  EXPECT_EQ((*paid.cure)->state, strategy::CureState::at_target);
  request.margin.account.cash = {{{.currency = "USD", .amount = Decimal{-1}}}};
  EXPECT_EQ(analyzed(request).results.at(0).verdict->level, strategy::AccountLevel::breach);
}

TEST(Analyze, ThreadsAndOrderChangeNothing) {
  AnalysisRequest request = borrowed();
  const AnalysisReport one = analyzed(request);
  request.threads = 8;
  const AnalysisReport eight = analyzed(request);
  EXPECT_EQ((*one.results[0].time_to_call)->simulated->probability,
            (*eight.results[0].time_to_call)->simulated->probability);
}

TEST(Analyze, CarryAndRatesMeanTheSameByCoverage) {
  AnalysisRequest request = borrowed();
  request.financing.rate = 0.06_d;
  for (auto& [id, quote] : request.margin.market.quotes) quote.yield = 0.04;
  request.policy.carry.account_fee_rate = 0.01_d;
  const Analysis made = analyzed(request).results.at(0);
  ASSERT_TRUE(made.carry && *made.carry && made.rates && *made.rates);
  const strategy::Carry& carry = **made.carry;
  const strategy::DebitRates& owed = *(*made.rates)->owed;
  EXPECT_DOUBLE_EQ(*carry.turns->coverage.value, 8000.0 / 6000);
  EXPECT_DOUBLE_EQ(*owed.scenarios[0].coverage_at_end, *carry.turns->coverage.value);
  EXPECT_EQ(owed.costs_a_year, 2000_usd);
  EXPECT_EQ(owed.grid.front().carry_a_year.has_value(), true);
  // The rate at which carry turns is one: (8,000 - 2,000) / 100,000.
  EXPECT_DOUBLE_EQ(*carry.turns->breakeven_rate.value, 0.06);
  EXPECT_EQ(owed.events[1].value, 0.0);
}

TEST(Analyze, AScheduleOfAnotherCurrencyIsRefusedWhereItStands) {
  AnalysisRequest request = borrowed();
  request.financing.by_currency = {{.currency = Currency{"EUR"}, .schedule = "easy-usd"}};
  const auto refused = analyze(request, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].where, "financing.by_currency.EUR.schedule");
  EXPECT_TRUE(refused.error()[0].what.contains("is for USD"));
}

}  // namespace
}  // namespace plimsoll::engine
