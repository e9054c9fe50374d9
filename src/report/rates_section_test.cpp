#include "report/rates_section.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::report {
namespace {

using plimsoll::testing::ibkr_rates;
using plimsoll::testing::schwab_rates;
using strategy::RatesTerms;
using strategy::testing::add_bill;
using strategy::testing::BookOf;
using strategy::testing::day;
using strategy::testing::owing;

RatesTerms terms_of(const RateSchedule& schedule, Financing financing) {
  RatesTerms terms{.financing = std::move(financing)};
  EXPECT_TRUE(terms.schedules.add(schedule));
  return terms;
}

std::string page(const BookOf& of, const RatesTerms& terms) {
  const auto made = strategy::rates(of, terms);
  EXPECT_TRUE(made) << made.error().what;
  return made ? rates_section(*made, {}) : "";
}

/// Blanks run together, so that a table's widths are its own affair.
std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  return out;
}

void expect_lines(const std::string& text, std::initializer_list<const char*> lines) {
  for (const char* line : lines) EXPECT_TRUE(squeezed(text).contains(line)) << line << "\n" << text;
}

TEST(RatesSection, TheDebitByTier) {
  const std::string text = page(
      owing(600'000_d), terms_of(ibkr_rates(), {.schedule = "a-usd", .benchmark_rate = 0.0532_d}));
  expect_lines(text,
               {"debit 600,000.00 rate 6.404%", "interest a day 106.73 of the next dollar 6.32%",
                "a basis point more, a year 60.84", "income a year not known",
                "charged by a-usd (A Broker), each part at the rate of its tier, on a base of",
                "the next tier begins 400,000.00 higher", "100,000.00 0.00 100,000.00 6.82% 18.95",
                "500,000.00 100,000.00 1,000,000.00 6.32% 87.78",
                "selling 2 three-month SOFR futures (2.4 would cover a year) leaves 10.00 of",
                "a short box is cheaper below 6.4922685%", "it needs a quote: give its two",
                "risen since approval by 1.0% unknown - -"});
}

TEST(RatesSection, ScenariosAndGrid) {
  RatesTerms terms{.financing = {.rate = 0.05_d}};
  terms.income_a_year = 6500_usd;
  terms.excess = [](double move) -> std::optional<Money> {
    return Money{decimal_of(500'000 + 1'500'000 * move), usd};
  };
  expect_lines(page(owing(100'000_d), terms),
               {"charged 5% as agreed, on a year of 365 days", "income / interest 1.30x",
                "unchanged 12 5,000.01 5,000.00 1.30x - -",
                "+2% 12 7,000.01 7,000.00 0.92x 2026-11-20 2026-11-20",
                "rates dividends carry a year excess, prices as now -20.0% -33.9%",
                // 500,000 - 300,000, and a year of 4,550 less 6,000.
                "+1% -30% -1,450.00 498,550.00 198,550.00 -9,950.00",
                "breakeven rate within 0.5% clear 6% +1%",
                "income / interest under 2.00x reached 3.25% -1.75%",
                "income / interest under 1.00x clear 6.5% +1.5%",
                "paying 10,000.00, a tenth, saves 500.00 a year and leaves 9.00 a basis point"});
}

TEST(RatesSection, ALargerDebitThatIsCheaper) {
  expect_lines(page(owing(49'000_d), terms_of(schwab_rates(), {.schedule = "a-usd"})),
               {"all at the rate of its tier", "a debit of 50,000.00, 1,000.00 more, costs",
                "paying 24,000.01, to the tier below,"});
}

TEST(RatesSection, WhatIsNotKnownSaysWhy) {
  RatesTerms terms = terms_of(ibkr_rates(), {.schedule = "a-usd", .rate = 0.07_d});
  terms.no_excess = "an option has no price";
  terms.without_income = {InstrumentId{"XYZ"}};
  BookOf of = owing(60'000_d);
  of.book().account.cash->push_back({-2000_d, "EUR"});
  of.book().market.currencies[Currency{"EUR"}] = 1.1_d;
  expect_lines(page(of, terms),
               {"the rate is not held against its table: A Broker charges a spread",
                "the income leaves out what nothing is quoted of: XYZ",
                "2,000.00 EUR is owed besides, and charged apart",
                "no excess: an option has no price", "the income is not known"});
}

TEST(RatesSection, WithoutADebitNotApplicable) {
  BookOf of;
  of.cash(10'000_d);
  EXPECT_EQ(page(of, {}),
            "rates\n  - not applicable: nothing is owed, and so no rate is charged\n");
  add_bill(of);
  expect_lines(page(of, {}), {"BILL 9,600.00 0.96 years 0.93"});
}

}  // namespace
}  // namespace plimsoll::report
