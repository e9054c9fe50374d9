#include "report/cure_section.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "report/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::report {
namespace {

using strategy::CureTerms;
using strategy::Policy;
using strategy::testing::any_ticket;
using strategy::testing::BookOf;
using strategy::testing::called;
using testing::expect_holds;

std::string cured(const BookOf& of, const Policy& policy, const CureTerms& terms) {
  const auto made = strategy::cure(of, policy, terms);
  EXPECT_TRUE(made) << made.error().what;
  return made ? cure_section(*made, {}) : "";
}

TEST(CureSection, EveryFigureOfASale) {
  // 5,000 are missing; a share frees 25 less 0.05: 200.4 of them.
  EXPECT_EQ(cured(called(), any_ticket(), {.target_multiple = 1}),
            R"(cure: the least sale or deposit that restores the target

  equity                20,000.00    requirement      25,000.00
  equity / requirement      0.80x    target               1.00x
  missing                5,000.00    a deposit alone   5,000.00

do    quantity  symbol   price   proceeds   cost      tax     frees  days
----  --------  ------  ------  ---------  -----  -------  --------  ----
sell       201  UPP     100.00  20,100.00  10.05  unknown  5,025.00     -

  - after it: equity 19,989.95, requirement 19,975.00, 1.00x
  - without the mark on the price of UPP: give an adv and a volatility
  - without the tax on UPP: give what it cost
  - half of bid to ask is the policy's for UPP
)");
}

TEST(CureSection, WhatIsShortIsToBeDeposited) {
  Policy policy = any_ticket();
  policy.cure.keep = {"XYZ"};
  expect_holds(cured(called(), policy, {.target_multiple = 2}),
               {"all that helps is sold: equity 19,980.00, requirement 15,000.00, 1.33x; still to "
                "deposit:\n    10,020.00",
                "not sold: XYZ: the policy keeps it"});
}

TEST(CureSection, WhereTheTargetIsMetNothingIsDone) {
  BookOf of = called();
  of.cash(40'000_d);
  const std::string text = cured(of, any_ticket(), {.target_multiple = 1});
  expect_holds(text, {"the target is met: nothing to do"});
  EXPECT_FALSE(text.contains("quantity")) << text;
}

TEST(CureSection, WhatIsOwedBeyondAllIsSaid) {
  BookOf of{25_pct};
  of.shares("XYZ", 1000, 100_d).cash(-120'000_d);
  expect_holds(cured(of, any_ticket(), {.target_multiple = 1}),
               {"owed beyond all there is   20,000.00", "still to deposit:\n    20,050.00"});
}

TEST(CureSection, ManyTradesAreOnePage) {
  BookOf of{25_pct};
  for (int i = 0; i < 20; ++i) of.shares(("S" + std::to_string(i)).c_str(), 10, 100_d);
  of.cash(-19'900_d);
  expect_holds(cured(of, any_ticket(), {.target_multiple = 3}), {"further trades: --json", "all "});
}

TEST(CureSection, TheLadder) {
  const auto made = strategy::ladder(called(), any_ticket(), {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(ladder_section(*made, {}),
            R"(ladder: what is done at which equity / requirement

below  do                            market  sold there, at its prices                    restores
-----  ----------------------------  ------  -------------------------------------------  --------
2.00x  add nothing                      now
1.75x  end draws and reinvestment       now
1.50x  sell without gains               now  nothing may be sold here; deposit 30,000.00     2.00x
1.25x  sell, gains too                  now  400 UPP, 144 XYZ for 54,400.00                  1.75x
1.10x  close what is asked most for     now  600 XYZ for 60,000.00                           1.25x
1.00x  the broker sells                 now
)");
}

TEST(CureSection, ALadderWithoutDebtIsNeverWalked) {
  BookOf of{25_pct};
  of.shares("XYZ", 1000, 100_d).cash(10'000_d);
  expect_holds(ladder_section(*strategy::ladder(of, any_ticket(), {}), {}),
               {"2.00x  add nothing", "none"});
}

TEST(CureSection, ARungWithoutAPlanSaysWhy) {
  Policy policy = any_ticket();
  policy.ladder.rungs = {{1.5, strategy::RungAction::sell, {}}};
  expect_holds(ladder_section(*strategy::ladder(called(), policy, {}), {}),
               {"no plan: the rung says to sell and not what to restore"});
}

TEST(CureSection, TheMarkOfASaleOnPrices) {
  BookOf of{25_pct};
  of.shares("XYZ", 10'000, 100_d).cash(-760'000_d);
  const auto unknown = strategy::cascade(of, any_ticket(), {});
  EXPECT_EQ(cascade_line(*unknown, {}),
            "  - its own mark on prices makes the sale at least 1.00x as large, in 1 round, and "
            "ends at the\n    target; without the mark on XYZ\n");
  Quote& quote = of.book().market.quotes[InstrumentId{"XYZ"}];
  quote.adv = 1e6;
  quote.volatility = 0.02 * std::sqrt(252.0);
  const std::string text = cascade_line(*strategy::cascade(of, any_ticket(), {}), {});
  expect_holds(text, {"rounds, and ends at the"});
  EXPECT_FALSE(text.contains("without")) << text;
  BookOf calm{25_pct};
  calm.shares("XYZ", 100, 100_d).cash(0_d);
  EXPECT_EQ(cascade_line(*strategy::cascade(calm, any_ticket(), {}), {}), "");
}

}  // namespace
}  // namespace plimsoll::report
