// The whole member: what a debit costs, along which rates, and what is refused.

#include "strategy/rates.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "market/rates_for_tests.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::flat_file;
using plimsoll::testing::path_file;
using plimsoll::testing::with;
using testing::BookOf;
using testing::day;
using testing::owing;

RateSchedule called(const char* name, Node file) {
  return rate_schedule(with(std::move(file), "name", name), std::string{name} + ".toml").value();
}

/// "over-usd" is IBKR's, "flat-usd" a broker's own base of 6 %, dearer below 100,000.
RatesTerms terms_of(Financing financing) {
  RatesTerms terms{.financing = std::move(financing)};
  EXPECT_TRUE(
      terms.schedules.add(called("over-usd", blended_file({{"100000", "0.015"}, {"", "0.010"}}))));
  EXPECT_TRUE(terms.schedules.add(
      called("flat-usd", flat_file("0.06", {{"100000", "0.02"}, {"", "0.01"}}))));
  terms.paths = {
      rate_path(path_file("0.01", {{"2004-06-30", "0.015"}, {"2004-12-30", "0.03"}}), "p.toml")
          .value()};
  return terms;
}
const Financing over{.schedule = "over-usd", .benchmark_rate = 0.0532_d};

const RateScenarioRun& run_called(const Rates& from, std::string_view name) {
  for (const RateScenarioRun& one : from.owed->scenarios)
    if (one.cost.name == name) return one;
  ADD_FAILURE() << name;
  return from.owed->scenarios.front();
}

TEST(Rates, PublishedExample) {
  // Interactive Brokers' own worked example: 600,000 at 5.32 % is 18.94 and 87.78 a day.
  const Rates made = rates(owing(600'000_d), terms_of(over)).value();
  EXPECT_EQ(made.debit, 600000_usd);
  EXPECT_EQ(made.not_applicable, "");
  const DebitCost& cost = made.owed->cost;
  EXPECT_EQ(cost.by, ChargedBy::schedule);
  EXPECT_EQ(cost.schedule.about.name, "over-usd");
  EXPECT_EQ(cost.base, 0.0532_d);
  ASSERT_EQ(cost.interest.tiers.size(), 2u);
  EXPECT_EQ(to_text_rounded(cost.interest.tiers[0].a_day.amount, 2, Round::half_even), "18.94");
  EXPECT_EQ(to_text_rounded(cost.interest.tiers[1].a_day.amount, 2, Round::half_even), "87.78");
  EXPECT_EQ(to_text_rounded(cost.interest.a_day.amount, 2, Round::half_even), "106.72");
  // 365 days of it, and a twelfth of that.
  EXPECT_EQ(to_text_rounded(cost.interest.a_year.amount, 2, Round::half_even), "38953.61");
  EXPECT_EQ(to_text_rounded(cost.a_month.amount, 2, Round::half_even), "3246.13");
  // 600,000 × 0.0001 × 365 / 360; with interest added a little more.
  EXPECT_EQ(to_text_rounded(cost.per_basis_point.amount, 4, Round::half_even), "60.8333");
  EXPECT_LT(cost.per_basis_point, *cost.per_basis_point_accrued);
  EXPECT_EQ(cost.interest.to_lower_tier, 500000_usd);
}

TEST(Rates, CheckedAgainstTheTableAndOthers) {
  const Rates made = rates(owing(50'000_d), terms_of(over)).value();
  const CheckedRate& checked = made.owed->checked;
  ASSERT_TRUE(checked.check);
  EXPECT_EQ(checked.check->paid, 6.82_pct);
  EXPECT_EQ(checked.others, std::vector{8_pct});
  EXPECT_DOUBLE_EQ(*checked.check->percentile, 0);
  EXPECT_TRUE(checked.check->remarks.empty());

  // A rate agreed, a point and a half below the table and below the market's own.
  Financing agreed = over;
  agreed.rate = 0.05_d;
  const Rates cheap = rates(owing(50'000_d), terms_of(agreed)).value();
  EXPECT_EQ(cheap.owed->cost.by, ChargedBy::agreed_rate);
  EXPECT_EQ(cheap.owed->cost.interest.effective, 5_pct);
  const RateCheck& check = *cheap.owed->checked.check;
  EXPECT_EQ(check.published, 6.82_pct);
  EXPECT_EQ(check.deviation_bp, -182_d);
  ASSERT_EQ(check.remarks.size(), 2u);
  EXPECT_EQ(check.remarks[0].finding, RateFinding::off_schedule);
  EXPECT_EQ(check.remarks[1].finding, RateFinding::below_benchmark);
}

TEST(Rates, AnAgreedRateAlone) {
  RatesTerms terms = terms_of({.rate = 0.0825_d});
  const Rates made = rates(owing(60'000_d), terms).value();
  const DebitRates& owed = *made.owed;
  EXPECT_EQ(owed.cost.interest.a_year, 4950_usd);
  EXPECT_EQ(owed.cost.a_month, 412.5_usd);
  EXPECT_EQ(owed.cost.yearly_rate, 0.0825_d);
  EXPECT_EQ(owed.cost.per_basis_point, 6_usd);
  EXPECT_FALSE(owed.checked.check->published);  // it is not compared with itself
  EXPECT_FALSE(owed.checked.check->deviation_bp);
  EXPECT_EQ(run_called(made, "+1%").cost.peak_a_year, 5550_usd);
}

TEST(Rates, AScheduleThatCannotTellItsOwnRateIsNotCompared) {
  // The rate is agreed, the schedule named, its benchmark not said.
  const Rates made =
      rates(owing(60'000_d), terms_of({.schedule = "over-usd", .rate = 0.07_d})).value();
  EXPECT_FALSE(made.owed->checked.check);
  EXPECT_TRUE(made.owed->checked.missing.contains("federal funds rate"));
}

TEST(Rates, CheaperLargerDebit) {
  const Rates made = rates(owing(95'000_d), terms_of({.schedule = "flat-usd"})).value();
  ASSERT_TRUE(made.owed->cost.interest.cheaper);
  EXPECT_EQ(made.owed->cost.interest.cheaper->more, 5000_usd);
  EXPECT_EQ(made.owed->cost.interest.to_next_tier, 5000_usd);
}

TEST(Rates, Scenarios) {
  RatesTerms terms = terms_of({.rate = 0.05_d});
  terms.income_a_year = 6500_usd;
  const Rates made = rates(owing(100'000_d), terms).value();
  std::vector<std::string> names;
  for (const RateScenarioRun& one : made.owed->scenarios) names.push_back(one.cost.name);
  EXPECT_EQ(names, (std::vector<std::string>{"unchanged", "-1%", "+1%", "+2%", "+3%", "a-usd"}));
  const RateScenarioRun& unchanged = run_called(made, "unchanged");
  EXPECT_EQ(unchanged.kind, ScenarioKind::unchanged);
  // Each day is rounded up at the ninth decimal.
  EXPECT_EQ(to_text_rounded(unchanged.cost.interest.amount, 6, Round::half_even), "5000.000000");
  EXPECT_DOUBLE_EQ(*unchanged.coverage_at_end, 1.3);
  EXPECT_FALSE(unchanged.cost.flip);
  EXPECT_FALSE(unchanged.reassess);
  const RateScenarioRun& up = run_called(made, "+2%");
  EXPECT_EQ(up.kind, ScenarioKind::parallel);
  EXPECT_EQ(up.cost.flip->day, day);
  EXPECT_EQ(up.reassess, day);
  EXPECT_DOUBLE_EQ(*up.coverage_at_end, 6500.0 / 7000);
  // Half a point at once, two after 183 days: the income is all interest from then on.
  const RateScenarioRun& path = run_called(made, "a-usd");
  EXPECT_EQ(path.kind, ScenarioKind::path);
  EXPECT_EQ(path.cost.flip->day, day + std::chrono::days{183});
  EXPECT_EQ(path.reassess, day + std::chrono::days{183});
  EXPECT_EQ(path.cost.peak_a_year, 7000_usd);
}

TEST(Rates, Grid) {
  RatesTerms terms = terms_of({.rate = 0.05_d});
  terms.income_a_year = 6500_usd;
  terms.excess = [](double move) -> std::optional<Money> {
    return Money{decimal_of(500'000 + 750'000 * move), usd};
  };
  const auto cells = rates(owing(100'000_d), terms).value().owed->grid;
  // Five rates, three moves, two dividends; from the lowest rate and from no move.
  ASSERT_EQ(cells.size(), 30u);
  EXPECT_EQ(cells[0].rate_shift, -0.01_d);
  EXPECT_DOUBLE_EQ(cells[0].price_move, 0);
  EXPECT_DOUBLE_EQ(cells[2].price_move, -0.2);
  EXPECT_DOUBLE_EQ(cells[4].price_move, -0.339);
  EXPECT_EQ(cells[1].dividend_cut, 30_pct);
  // Rates as they are, a fifth down, dividends cut: 350,000, and 4,550 less 5,000 a year.
  EXPECT_EQ(cells[9].excess, 350000_usd);
  EXPECT_EQ(cells[9].excess_in_a_year, 349550_usd);

  terms.income_a_year = {};
  const auto unknown = rates(owing(100'000_d), terms).value().owed->grid;
  EXPECT_EQ(unknown.size(), 15u);  // what is not known is not cut
  EXPECT_FALSE(unknown[0].carry_a_year);
  EXPECT_TRUE(unknown[0].excess);
}

TEST(Rates, Hedges) {
  const Rates made = rates(owing(150'000_d), terms_of({.schedule = "flat-usd"})).value();
  const RateHedges& hedges = made.owed->hedges;
  ASSERT_EQ(hedges.pay_down.size(), 2u);
  // A cent under the bound, where the upper rate ends; the lower tier is the dearer one.
  EXPECT_EQ(hedges.pay_down[0].to, PayDownTo::lower_tier);
  EXPECT_EQ(hedges.pay_down[0].amount, 50000.01_usd);
  EXPECT_EQ(hedges.pay_down[0].done->debit, 99999.99_usd);
  EXPECT_EQ(hedges.pay_down[1].amount, 15000_usd);
  EXPECT_EQ(hedges.pay_down[1].done->debit, 135000_usd);
  EXPECT_EQ(hedges.futures->exact, 0.6_d);  // 15.00 a basis point over 25.00
  EXPECT_EQ(hedges.futures->contracts, 1);
  EXPECT_EQ(hedges.box_cheaper_below, made.owed->cost.yearly_rate);
  EXPECT_TRUE(hedges.box_needs.contains("exercise prices"));
}

TEST(Rates, HedgesThatCannotBeSayWhy) {
  RatesTerms terms = terms_of({.schedule = "gap-usd"});
  EXPECT_TRUE(terms.schedules.add(
      called("gap-usd", flat_file("0.06", {{"100000", "not_said"}, {"", "0.01"}}))));
  const Rates made = rates(owing(150'000_d), terms).value();
  EXPECT_FALSE(made.owed->hedges.pay_down[0].done);
  EXPECT_TRUE(made.owed->hedges.pay_down[0].missing.contains("not in its source"));
}

TEST(Rates, BeyondTheNamedTiersAddedInterestIsUnknown) {
  RatesTerms terms = terms_of({.schedule = "short-usd"});
  EXPECT_TRUE(terms.schedules.add(
      called("short-usd", flat_file("0.06", {{"100000", "0.01"}, {"", "not_said"}}))));
  const Rates made = rates(owing(99'900_d), terms).value();
  EXPECT_FALSE(made.owed->cost.per_basis_point_accrued);
  EXPECT_TRUE(made.owed->cost.no_accrued.contains("not in its source"));
  EXPECT_EQ(made.owed->scenarios.size(), 6u);
  EXPECT_FALSE(rates(owing(100'000_d), terms));
}

TEST(Rates, WithoutADebitNotApplicable) {
  BookOf of;
  of.shares("XYZ", 10, 100_d).cash(500_d);
  const Rates made = rates(of, terms_of({})).value();
  EXPECT_EQ(made.debit, zero(usd));
  EXPECT_FALSE(made.owed);
  EXPECT_EQ(made.not_applicable, "nothing is owed, and so no rate is charged");
}

TEST(Rates, ADebitInAnotherCurrencyIsChargedApart) {
  BookOf of = owing(50'000_d);
  of.book().account.cash->push_back({-2000_d, "EUR"});
  of.book().account.cash->push_back({9000_d, "GBP"});
  of.book().market.currencies[Currency{"EUR"}] = 1.1_d;
  of.book().market.currencies[Currency{"GBP"}] = 1.3_d;
  const Rates made = rates(of, terms_of(over)).value();
  EXPECT_EQ(made.debit, 50000_usd);  // the pounds do not lower it
  EXPECT_EQ(made.other_debits, (std::vector<Money>{{2000_d, "EUR"}}));
}

TEST(Rates, RefusesWhatNothingTells) {
  const auto nothing = rates(owing(50'000_d), terms_of({}));
  ASSERT_FALSE(nothing);
  EXPECT_TRUE(nothing.error().what.contains("add \"financing\": {\"rate\": 0.0825}"));
  EXPECT_TRUE(nothing.error().what.contains("over-usd"));
  const auto unknown = rates(owing(50'000_d), terms_of({.schedule = "ovr-usd"}));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().where, "financing.schedule");
  const auto bare = rates(owing(50'000_d), terms_of({.schedule = "over-usd"}));
  ASSERT_FALSE(bare);
  EXPECT_EQ(bare.error().where, "financing.benchmark_rate");
  BookOf no_cash = owing(1_d);
  no_cash.book().account.cash.reset();
  EXPECT_TRUE(rates(no_cash, terms_of(over)).error().what.contains("give it under cash"));
}

RC_GTEST_PROP(RatesProperties, DearerRatesCostMore, ()) {
  const Decimal debit{*rc::gen::inRange<std::int64_t>(1, 5'000'000)};
  const Rates made = rates(owing(debit), terms_of(over)).value();
  const auto costs = [&](const char* name) { return run_called(made, name).cost.interest; };
  RC_ASSERT(costs("-1%") < costs("unchanged"));
  RC_ASSERT(costs("unchanged") < costs("+1%"));
  RC_ASSERT(costs("+1%") < costs("+2%"));
  RC_ASSERT(costs("+2%") < costs("+3%"));
  Money parts = zero(usd);
  for (const InterestTier& tier : made.owed->cost.interest.tiers) parts = parts + tier.amount;
  RC_ASSERT(parts == made.debit);
}

}  // namespace
}  // namespace plimsoll::strategy
