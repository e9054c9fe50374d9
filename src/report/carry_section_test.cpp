#include "report/carry_section.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"
#include "report/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::report {
namespace {

using strategy::CarryTerms;
using strategy::testing::at_six;
using strategy::testing::BookOf;
using strategy::testing::day;
using strategy::testing::levered;
using testing::expect_holds;

std::string page(const BookOf& of, const CarryTerms& terms) {
  const auto made = strategy::carry(of, terms);
  EXPECT_TRUE(made) << made.error().what;
  return made ? carry_section(*made, {}) : "";
}

TEST(CarrySection, EveryFigureOfALeveredBook) {
  EXPECT_EQ(page(levered(), at_six()),
            "carry: what the leverage costs against what it earns, a year\n"
            "\n"
            "  income        7,000.00    yield                    3.50%\n"
            "  interest     -4,800.00    breakeven yield          2.49%\n"
            "  account fee    -180.00    rate                     6.00%\n"
            "  net carry     2,020.00    breakeven rate           8.52%\n"
            "                            breakeven price return  -1.01%\n"
            "                            income / interest        1.45x\n"
            "                            distance to breakeven    40.5%\n"
            "                            net carry / equity        1.6%\n"
            "\n"
            "position       value    income   interest  fee and tax  borrow fee       net\n"
            "--------  ----------  --------  ---------  -----------  ----------  --------\n"
            "XYZ       200,000.00  7,000.00  -4,800.00      -180.00        0.00  2,020.00\n"
            "\n"
            "  - 80,000.00 USD owed, by the rate agreed, 80,000.00 at 6%\n"
            "  - dividends cut by 30%: income 4,900.00, net carry -80.00, income / interest 1.02x\n"
            "  - income pays for a debit of 77,777.77 1.50x over\n");
}

TEST(CarrySection, WithoutTermsItSaysWhatToGive) {
  const std::string text = page(levered(), {});
  expect_holds(text, {"no net carry: what the debit of 80000.00 USD is charged is not said",
                      "net carry   unknown", "7,000.00", "3.50%"});
}

TEST(CarrySection, WhatIsLeftOutIsNamed) {
  BookOf of = levered();
  of.shares("UNK", 10, 10_d).shares("SHT", -10, 10_d);
  expect_holds(page(of, at_six()),
               {"without the income of UNK: give a yield", "without the dividends owed on SHT",
                "without the fee for borrowing SHT: give a borrow_rate", "at least 7,000.00",
                "from short sales is held apart"});
}

TEST(CarrySection, WhatCashEarnsIsLeftOut) {
  BookOf of;
  of.cash(500_d);
  expect_holds(page(of, {}), {"what 500.00 USD in cash earns is not known and left out"});
}

TEST(CarrySection, ABreachIsSaid) {
  BookOf of = levered();
  of.book().market.quotes[InstrumentId{"XYZ"}].yield = 0.02;
  expect_holds(page(of, at_six()),
               {"breach: the yield is 19.6% below the one that pays for the leverage"});
}

TEST(CarrySection, MonthsCapitalAndDecay) {
  BookOf of = levered();
  of.option("XYZ", Right::call, 105_d, day + std::chrono::days{90}, -1, 3_d);
  auto& book = of.book();
  book.market.quotes[InstrumentId{"XYZ"}].dividends = {{day + std::chrono::days{20}, 0.50_d}};
  book.account.profiles[InstrumentId{"XYZ"}].return_of_capital_ratio = 0.25;
  expect_holds(
      page(of, at_six()),
      {"2026-12  1,000.00  XYZ 10", "1,750.00 of 7,000.00 distributed is return of capital",
       "the sustainable yield of XYZ is not known", "options by a day's passing alone: "});
}

TEST(CarrySection, ADebitThatIsCheaperWhenLargerIsTold) {
  BookOf of;
  of.shares("XYZ", 2000, 100_d).cash(-49'000_d);
  of.book().market.quotes[InstrumentId{"XYZ"}].yield = 0.035;
  expect_holds(page(of, {.financing = {.schedule = plimsoll::testing::schwab_rates()}}),
               {"owed, by a-usd, 49,000.00 at 7.825%", "a debit of 50,000.00, 1,000.00 more"});
}

}  // namespace
}  // namespace plimsoll::report
