// Figures by hand, by name, and why one is not there.

#include "strategy/kpis.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using testing::BookOf;
using testing::day;
using testing::levered;

Kpi named(const std::vector<Kpi>& all, std::string_view name) {
  for (const Kpi& one : all)
    if (one.name == name) return one;
  ADD_FAILURE() << name << " is not there";
  return {};
}
double number_of(const Kpi& kpi) {
  EXPECT_TRUE(kpi.value) << kpi.name << ": " << kpi.missing;
  if (!kpi.value) return 0;
  const double* number = std::get_if<double>(&*kpi.value);
  return number ? *number : to_double(std::get<Money>(*kpi.value).amount);
}

FinancingTerms at_six() { return {.financing = {.benchmark_rate = 0.05_d, .rate = 0.06_d}}; }

TEST(Kpis, EachByHand) {
  const BookOf of = levered();
  CarryTerms terms{.financing = at_six()};
  terms.policy.account_fee_rate = 0.0009_d;
  const auto carried = carry(of, terms);
  const auto buffered = buffer(of, {}, {});
  const auto far = distance(of, {});
  ASSERT_TRUE(carried && buffered && far);
  const auto all = kpis({*carried, &*buffered, &*far});
  EXPECT_DOUBLE_EQ(number_of(named(all, "net_carry")), 2020);
  EXPECT_DOUBLE_EQ(number_of(named(all, "net_carry_on_equity")), 2020.0 / 120'000);
  EXPECT_DOUBLE_EQ(number_of(named(all, "coverage")), 7000.0 / 4800);
  EXPECT_DOUBLE_EQ(number_of(named(all, "margin_utilisation")), 50.0 / 120);
  EXPECT_DOUBLE_EQ(number_of(named(all, "debit_use")), 80.0 / 150);
  EXPECT_DOUBLE_EQ(number_of(named(all, "buffer_multiple")), 2.4);
  EXPECT_DOUBLE_EQ(number_of(named(all, "excess")), 70'000);
  EXPECT_DOUBLE_EQ(number_of(named(all, "cushion")), 70.0 / 120);
  EXPECT_NEAR(number_of(named(all, "market_distance")), 1 - 80 / (0.75 * 200), 1e-8);
  EXPECT_DOUBLE_EQ(number_of(named(all, "effective_names")), 1);
  // 6 % + 180 / 80,000 - 5 %.
  EXPECT_NEAR(number_of(named(all, "all_in_over_benchmark")), 122.5, 1e-9);
  EXPECT_DOUBLE_EQ(number_of(named(all, "monthly_interest_cost")), 400);
  EXPECT_DOUBLE_EQ(number_of(named(all, "portfolio_margin_ratio")), 1.5);
  EXPECT_EQ(named(all, "portfolio_margin_ratio").colour, MarginColour::critical);
  for (const Kpi& one : all) {
    EXPECT_FALSE(one.formula.empty()) << one.name;
    EXPECT_NE(one.value.has_value(), !one.missing.empty()) << one.name;
    EXPECT_FALSE(one.value && one.inputs.empty()) << one.name;
  }
}

TEST(Kpis, FinanceGurusPublishedNumbers) {
  BookOf of;
  of.shares("XYZ", 1100, 100_d).cash(-10'000_d);
  of.book().market.quotes[InstrumentId{"XYZ"}].dividends = {
      {day + std::chrono::days{30}, divide(3000_d, 1100_d, Round::half_even)}};
  const auto all = kpis({carry(of, {.financing = {.financing = {.rate = 0.12_d}}}).value()});
  EXPECT_DOUBLE_EQ(number_of(named(all, "portfolio_margin_ratio")), 10);
  EXPECT_EQ(named(all, "portfolio_margin_ratio").colour, MarginColour::green);
  EXPECT_DOUBLE_EQ(number_of(named(all, "monthly_interest_cost")), 100);
  EXPECT_NEAR(number_of(named(all, "coverage_ratio")), 2.5, 1e-9);
}

TEST(Kpis, TheAliasCountsCashAndOursIncome) {
  BookOf of = levered();
  of.book().account.profiles[InstrumentId{"XYZ"}].return_of_capital_ratio = 0.5;
  const auto all = kpis({carry(of, {.financing = at_six()}).value()});
  EXPECT_DOUBLE_EQ(number_of(named(all, "coverage_ratio")), 7000.0 / 4800);
  EXPECT_DOUBLE_EQ(number_of(named(all, "coverage")), 3500.0 / 4800);
}

TEST(Kpis, OnASchedulesBasisOverTheBenchmark) {
  // 80,000 at 5 % + 150 basis points, stated for 360 days, cost 365 of them.
  const auto all =
      kpis({carry(levered(), {.financing = {.schedule = plimsoll::testing::ibkr_rates(),
                                            .financing = {.benchmark_rate = 0.05_d}}})
                .value()});
  EXPECT_NEAR(number_of(named(all, "all_in_over_benchmark")), 150, 1e-6);
}

TEST(Kpis, WithoutADebitWithoutTermsWithoutAnswers) {
  BookOf unlevered;
  unlevered.shares("XYZ", 100, 100_d).cash(500_d);
  unlevered.book().market.quotes[InstrumentId{"XYZ"}].yield = 0.02;
  const auto owing_nothing = kpis({carry(unlevered, {}).value()});
  for (const char* name :
       {"coverage", "coverage_ratio", "portfolio_margin_ratio", "all_in_over_benchmark"})
    EXPECT_EQ(named(owing_nothing, name).missing, "not applicable: nothing is owed") << name;
  EXPECT_EQ(named(owing_nothing, "buffer_multiple").missing, "the buffer was not reckoned");
  EXPECT_EQ(named(owing_nothing, "market_distance").missing, "the distance was not reckoned");

  const auto no_terms = kpis({carry(levered(), {}).value()});
  for (const char* name : {"net_carry", "net_carry_on_equity", "coverage", "coverage_ratio",
                           "monthly_interest_cost", "all_in_over_benchmark"})
    EXPECT_NE(named(no_terms, name).missing.find("\"financing\""), std::string::npos) << name;
  EXPECT_DOUBLE_EQ(number_of(named(no_terms, "portfolio_margin_ratio")), 1.5);

  BookOf no_cash = levered();
  no_cash.book().account.cash.reset();
  EXPECT_NE(
      named(kpis({carry(no_cash, {}).value()}), "portfolio_margin_ratio").missing.find("cash"),
      std::string::npos);
}

TEST(Kpis, ABoundIsPassedOn) {
  BookOf of = levered();
  of.shares("UNK", 10, 10_d);
  const auto all = kpis({carry(of, {.financing = at_six()}).value()});
  EXPECT_EQ(named(all, "net_carry").bound, Bound::at_least);
  EXPECT_EQ(named(all, "coverage").bound, Bound::at_least);
  EXPECT_EQ(named(all, "monthly_interest_cost").bound, Bound::exact);
}

TEST(Kpis, EffectiveNames) {
  BookOf of;
  of.shares("AAA", 100, 100_d).shares("BBB", -100, 100_d).shares("CCC", 200, 100_d);
  const auto made = carry(of, {}).value();
  // Weights of a quarter, a quarter and a half.
  EXPECT_DOUBLE_EQ(*effective_names(made.positions), 1 / (0.0625 + 0.0625 + 0.25));
  EXPECT_FALSE(effective_names({}));
  EXPECT_EQ(name_of(KpiUnit::daily_moves), "daily_moves");
}

}  // namespace
}  // namespace plimsoll::strategy
