#include "report/brokers_section.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using strategy::Broker;
using strategy::Comparison;
using strategy::MethodStanding;

MethodStanding standing(Money equity, std::optional<double> fall) {
  MethodStanding at{.requirement = 1000.001_usd, .equity = equity, .market = strategy::Reach{}};
  if (fall) at.market->down = strategy::Edge{.move = -*fall, .equity = equity};
  return at;
}

Comparison four_brokers() {
  MethodStanding bound = standing(3000_usd, 0.3);
  bound.lower_bound = true;
  Comparison made;
  made.broker_method = "reg_t";
  made.debit = 5000_usd;
  made.brokers = {{.name = "a",
                   .title = "A Broker",
                   .house = "a",
                   .standing = standing(3000_usd, 0.2),
                   .cost_a_year = 250.001_usd,
                   .effective = Percent{0.05_d},
                   .own = true,
                   .cheapest = true},
                  {.name = "b",
                   .title = "B",
                   .house = "b",
                   .standing = bound,
                   .no_cost = {{Reason::missing_price, "no rates", "b"}},
                   .farthest = true},
                  {.name = "c",
                   .title = "C",
                   .house = "c",
                   .no_standing = {{Reason::not_in_force, "no profile", "c.toml"}},
                   .no_cost = {{Reason::missing_price, "no rates", "c"}}},
                  {.name = "d-usd",
                   .title = "D",
                   .standing = bound,
                   .cost_a_year = 300_usd,
                   .effective = Percent{0.06_d},
                   .remarks = {"stale"}}};
  return made;
}

TEST(BrokersSection, SaysWhatIsKnownAndWhyTheRestIsNot) {
  EXPECT_EQ(
      brokers_section(four_brokers(), {}),
      "\n"
      "at each broker  requirement    excess  multiple     fall   a year  rate\n"
      "--------------  -----------  --------  --------  -------  -------  ----  "
      "---------------------\n"
      "A Broker           1,000.01  1,999.99     2.99x    20.0%   250.01    5%  "
      "cheapest known, yours\n"
      "B*                 1,000.01  1,999.99     2.99x    30.0%  unknown        "
      "farthest known\n"
      "C                   unknown   unknown   unknown  unknown  unknown\n"
      "D*                 1,000.01  1,999.99     2.99x    30.0%   300.00    6%\n"
      "  - house rules stand on reg_t; a year is what the 5,000.00 owed today cost in 365 days\n"
      "* a lower bound: some house rules want inputs that are not there; plimsoll margin --house "
      "names them\n"
      "  - B, C: no rates\n"
      "  - C: no profile\n"
      "  - D: its house rules are not at hand; shown is the law alone, and it may ask more\n"
      "  - D: stale\n");
}

TEST(BrokersSection, WhereAllIsKnownAMarkIsOfAll) {
  Comparison made = four_brokers();
  made.brokers.erase(made.brokers.begin() + 1, made.brokers.end());
  made.brokers[0].farthest = true;
  EXPECT_TRUE(brokers_section(made, {}).contains("  cheapest, farthest, yours\n"));
}

TEST(BrokersSection, ABrokerIsNotNamedTwice) {
  Comparison made = four_brokers();
  made.brokers.erase(made.brokers.begin() + 1, made.brokers.end());
  made.brokers[0].remarks = {"A Broker says no more"};
  EXPECT_TRUE(brokers_section(made, {}).contains("  - A Broker says no more\n"));
}

TEST(BrokersSection, NothingOwedAndNothingKnown) {
  Comparison made = four_brokers();
  made.debit = 0_usd;
  EXPECT_TRUE(brokers_section(made, {}).contains("nothing is owed, and so nothing charged\n"));
  made.debit.reset();
  EXPECT_TRUE(brokers_section(made, {}).contains("  - house rules stand on reg_t\n"));
  made.brokers.clear();
  EXPECT_EQ(brokers_section(made, {}), "");
}

TEST(FallText, OfEachCase) {
  EXPECT_EQ(fall_text(standing(3000_usd, 0.3456)), "34.5%");
  EXPECT_EQ(fall_text(standing(3000_usd, std::nullopt)), "none");
  EXPECT_EQ(fall_text(standing(500_usd, 0.3)), "called");
  EXPECT_EQ(fall_text({}), "unknown");
}

}  // namespace
}  // namespace plimsoll::report
