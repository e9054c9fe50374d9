#include "report/compare_page.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace std::chrono_literals;

Answer<Money> asking(Money maintenance, std::optional<Money> equity) {
  Answer<Money> answer;
  answer.initial = answer.risk_initial = maintenance + maintenance;
  answer.maintenance = answer.risk_maintenance = maintenance;
  answer.proceeds = 0_usd;
  answer.equity = equity;
  return answer;
}

MarginReport two_methods(std::optional<Money> equity) {
  MarginReport report;
  report.account = "a";
  report.as_of = Date{2026y / 11 / 20};
  report.currency = usd;
  report.results.push_back({.method = "tims", .answer = asking(1000_usd, equity)});
  report.results.push_back({.method = "reg_t", .answer = asking(2500.001_usd, equity)});
  return report;
}

strategy::Comparison looked_ahead(std::optional<Money> equity) {
  strategy::Comparison made = strategy::comparison_of(two_methods(equity));
  made.standings[0].market = strategy::Reach{};
  made.standings[1].market = strategy::Reach{.down = strategy::Edge{.move = -0.3456}};
  return made;
}

TEST(ComparePage, TheOneThatAsksMostIsMarked) {
  EXPECT_EQ(compare_page(looked_ahead(5000_usd), {}),
            "a, 2026-11-20, in USD\n"
            "\n"
            "method   initial  maintenance    equity    excess  multiple   fall\n"
            "------  --------  -----------  --------  --------  --------  -----  --------\n"
            "tims    2,000.00     1,000.00  5,000.00  4,000.00     5.00x   none\n"
            "reg_t   5,000.01     2,500.01  5,000.00  2,499.99     1.99x  34.5%  <- binds\n");
}

TEST(ComparePage, WithoutCashTheRequirementsRemain) {
  strategy::Comparison made = strategy::comparison_of(two_methods(std::nullopt));
  for (strategy::MethodStanding& one : made.standings)
    one.no_market = {Reason::bad_input, "cash is not known", "a"};
  const std::string page = compare_page(made, {});
  EXPECT_NE(page.find("reg_t   5,000.01     2,500.01  unknown  unknown   unknown  unknown  <- "
                      "binds\n  - no fall by tims: cash is not known\n"),
            std::string::npos)
      << page;
}

TEST(ComparePage, WhatPortfolioMarginFrees) {
  const auto said = [](Money strategy, Money portfolio, Money equity) {
    strategy::Comparison made = looked_ahead(5000_usd);
    const strategy::MethodStanding before{.requirement = strategy, .equity = equity},
        after{.requirement = portfolio, .equity = equity};
    made.portfolio_margin = strategy::portfolio_margin(before, after, 100'000_usd);
    const std::string page = compare_page(made, {.width = 200});
    return page.substr(page.find("portfolio margin"));
  };
  EXPECT_EQ(said(2500_usd, 1000_usd, 5000_usd),
            "portfolio margin asks 1,500.00 less: moving to it would free 1,500.00 of excess; it "
            "wants 100,000.00 of equity, and 95,000.00 are missing\n");
  EXPECT_EQ(said(1000_usd, 2500_usd, 100'000_usd),
            "portfolio margin asks 1,500.00 more: moving to it would cost 1,500.00 of excess; it "
            "wants 100,000.00 of equity, and there are 100,000.00\n");
}

TEST(ComparePage, BrokersStandBelow) {
  strategy::Comparison made = looked_ahead(5000_usd);
  made.brokers = {{.name = "a", .title = "A Broker"}};
  made.broker_method = "reg_t";
  EXPECT_NE(compare_page(made, {}).find("\n\nat each broker"), std::string::npos);
}

TEST(ComparePage, OnMarkdownPaperItIsADocument) {
  strategy::Comparison made = looked_ahead(5000_usd);
  made.standings[0].lower_bound = true;
  made.broker_method = "reg_t";
  made.debit = 5000_usd;
  made.brokers = {{.name = "a", .title = "A | Broker*", .remarks = {"<old>"}}};
  const std::string page = compare_page(made, markdown_paper());
  EXPECT_TRUE(
      page.starts_with("# a, 2026-11-20, in USD\n\n"
                       "| method | initial | maintenance | equity | excess | multiple | fall |  |\n"
                       "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n"
                       "| tims\\* | 2,000.00 | 1,000.00 | 5,000.00 | 4,000.00 | 5.00x | none |  |\n"
                       "| **reg_t** | **5,000.01** |"))
      << page;
  testing::expect_well_formed(page);
  testing::expect_holds(page, {"\n  - \\* a lower bound: ", "\n| at each broker |",
                               "\n| A \\| Broker\\* | unknown |", "A \\| Broker\\*: \\<old>\n"});
}

TEST(ComparePage, PartialAndNotCoveredAreSaid) {
  MarginReport report = two_methods(5000_usd);
  report.partial = true;
  report.refused = {{Reason::bad_input, "quantity is blank", "positions.csv:12"}};
  report.not_covered = {{"span", {.symbol = "XYZ", .reason = "not a future"}}};
  const std::string page = compare_page(strategy::comparison_of(report), {});
  EXPECT_TRUE(page.starts_with("PARTIAL: "));
  EXPECT_NE(page.find("\n  - positions.csv:12: quantity is blank\n\na, "), std::string::npos);
  EXPECT_TRUE(page.ends_with("  - span does not cover XYZ: not a future\n"));
}

}  // namespace
}  // namespace plimsoll::report
