#include "strategy/comparison.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

MethodStanding at(Money equity, Money requirement, std::optional<double> fall = std::nullopt) {
  MethodStanding standing{.requirement = requirement, .equity = equity, .market = Reach{}};
  if (fall) standing.market->down = Edge{.move = -*fall};
  return standing;
}

TEST(MethodStanding, IsWhatTheAnswerSays) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  Answer<Money> answer = *book.book().margin(book.book().account, book.book().market);
  MethodStanding standing = standing_of(answer);
  EXPECT_EQ(standing.requirement, 50000_usd);
  EXPECT_EQ(standing.excess(), 50000_usd);
  EXPECT_EQ(standing.multiple(), 2.0);
  EXPECT_FALSE(standing.lower_bound);
  EXPECT_FALSE(standing.called());
  EXPECT_FALSE(standing.decline()) << "not asked yet";
  look_ahead(standing, book, {});
  EXPECT_NEAR(*standing.decline(), 1.0 / 3, 1e-10);
  EXPECT_FALSE(standing.rise());
  answer.not_applied = {{"an add-on", "adv"}};
  answer.equity.reset();
  standing = standing_of(answer);
  EXPECT_TRUE(standing.lower_bound);
  EXPECT_FALSE(standing.excess());
  EXPECT_FALSE(standing.multiple());
  EXPECT_FALSE(standing.called());
}

TEST(MethodStanding, WithoutCashItSaysWhyItCannotLookAhead) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d);
  book.book().account.cash.reset();
  MethodStanding standing;
  look_ahead(standing, book, {});
  EXPECT_FALSE(standing.market);
  ASSERT_TRUE(standing.no_market);
  EXPECT_TRUE(standing.no_market->what.contains("cash is not known"));
}

TEST(MethodStanding, OfOneCalledAlreadyHasNoDistance) {
  MethodStanding standing = at(100_usd, 101_usd, 0.3);
  standing.market->up = Edge{.move = 0.1};
  EXPECT_TRUE(standing.called());
  EXPECT_FALSE(standing.decline());
  EXPECT_FALSE(standing.rise());
  EXPECT_FALSE(at(100_usd, 100_usd).called());
  EXPECT_FALSE(at(100_usd, 0_usd).multiple()) << "nothing is required";
}

TEST(PortfolioMargin, FreesWhatTheExcessGains) {
  const PortfolioMargin frees =
      portfolio_margin(at(68'870_usd, 40'848.70_usd), at(67'730_usd, 19'472.01_usd), 100'000_usd);
  EXPECT_EQ(frees.requirement_less, 21'376.69_usd);
  EXPECT_EQ(frees.frees, 20'236.69_usd) << "it counts less equity, too";
  EXPECT_EQ(frees.equity_missing(), 32'270_usd);
}

TEST(PortfolioMargin, MayCostAndMayAskNoEquity) {
  const PortfolioMargin costs =
      portfolio_margin(at(200'000_usd, 10_usd), at(200'000_usd, 30_usd), 200'000_usd);
  EXPECT_EQ(costs.requirement_less, -20_usd);
  EXPECT_EQ(costs.frees, -20_usd);
  EXPECT_EQ(costs.equity_missing(), 0_usd) << "to the penny is enough";
  EXPECT_FALSE(portfolio_margin(at(1_usd, 1_usd), at(1_usd, 1_usd), {}).equity_missing());
  MethodStanding unknown = at(1_usd, 10_usd);
  unknown.equity.reset();
  const PortfolioMargin without_cash = portfolio_margin(unknown, unknown, 100_usd);
  EXPECT_EQ(without_cash.requirement_less, 0_usd);
  EXPECT_FALSE(without_cash.frees);
  EXPECT_FALSE(without_cash.equity_missing());
}

/// Who is marked, each by the first letter of the name: "a" cheapest, "b" farthest.
std::string marked(std::vector<Broker> brokers) {
  mark(brokers);
  std::string cheapest, farthest;
  for (const Broker& one : brokers) {
    if (one.cheapest) cheapest += one.name;
    if (one.farthest) farthest += one.name;
  }
  return cheapest + "|" + farthest;
}

Broker broker(const char* name, std::optional<Money> cost, std::optional<MethodStanding> standing) {
  return {.name = name, .house = name, .standing = standing, .cost_a_year = cost};
}

TEST(Mark, TheLeastCostAndTheLongestFall) {
  EXPECT_EQ(marked({}), "|");
  const MethodStanding near = at(10_usd, 5_usd, 0.2), far = at(10_usd, 5_usd, 0.3),
                       never = at(10_usd, 5_usd), called = at(10_usd, 11_usd, 0.9);
  EXPECT_EQ(marked({broker("a", 3_usd, near), broker("b", 2_usd, far)}), "b|b");
  EXPECT_EQ(marked({broker("a", 3_usd, far), broker("b", 2_usd, near), broker("c", 2_usd, far)}),
            "bc|ac")
      << "equals alike";
  EXPECT_EQ(marked({broker("a", 3_usd, far), broker("b", 3_usd, far)}), "|")
      << "nothing to choose between";
  EXPECT_EQ(marked({broker("a", 3_usd, far)}), "|") << "nor of one";
  EXPECT_EQ(marked({broker("a", {}, far), broker("b", 3_usd, {})}), "|") << "what is not known";
  EXPECT_EQ(marked({broker("a", 0_usd, far), broker("b", 0_usd, never), broker("c", 0_usd, near)}),
            "|b")
      << "nothing is owed; no call is the longest";
  EXPECT_EQ(marked({broker("a", 1_usd, near), broker("b", 2_usd, called), broker("c", 3_usd, far)}),
            "a|c");
}

TEST(Mark, TheLawAloneIsNoMeasureOfABroker) {
  std::vector<Broker> brokers{broker("a", 3_usd, at(10_usd, 5_usd, 0.2)),
                              broker("b", 2_usd, at(10_usd, 5_usd, 0.1)),
                              broker("c", 1_usd, at(10_usd, 5_usd, 0.9))};
  brokers[2].house.clear();
  EXPECT_EQ(marked(brokers), "c|a");
}

TEST(Comparison, HasAStandingForEachResult) {
  BookOf book{25_pct};
  book.shares("XYZ", 1, 100_d).cash(0_d);
  MarginReport report;
  report.results.push_back(
      {.method = "m", .answer = *book.book().margin(book.book().account, book.book().market)});
  const Comparison made = comparison_of(report);
  ASSERT_EQ(made.standings.size(), 1u);
  EXPECT_EQ(made.standings[0].requirement, 25_usd);
  EXPECT_TRUE(made.brokers.empty());
}

}  // namespace
}  // namespace plimsoll::strategy
