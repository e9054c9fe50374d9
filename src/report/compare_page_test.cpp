#include "report/compare_page.hpp"

#include <gtest/gtest.h>

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

TEST(ComparePage, TheOneThatAsksMostIsMarked) {
  EXPECT_EQ(compare_page(two_methods(5000_usd), {}),
            "a, 2026-11-20, in USD\n"
            "\n"
            "method   initial  maintenance    equity    excess  equity / maintenance\n"
            "------  --------  -----------  --------  --------  --------------------  --------\n"
            "tims    2,000.00     1,000.00  5,000.00  4,000.00                 5.00x\n"
            "reg_t   5,000.01     2,500.01  5,000.00  2,499.99                 1.99x  <- binds\n");
}

TEST(ComparePage, WithoutCashTheRequirementsRemain) {
  const std::string page = compare_page(two_methods(std::nullopt), {});
  EXPECT_NE(page.find("reg_t   5,000.01     2,500.01  unknown  unknown               unknown  <- "
                      "binds\n"),
            std::string::npos)
      << page;
}

TEST(ComparePage, PartialAndNotCoveredAreSaid) {
  MarginReport report = two_methods(5000_usd);
  report.partial = true;
  report.refused = {{Reason::bad_input, "quantity is blank", "positions.csv:12"}};
  report.not_covered = {{"span", {.symbol = "XYZ", .reason = "not a future"}}};
  const std::string page = compare_page(report, {});
  EXPECT_TRUE(page.starts_with("PARTIAL: "));
  EXPECT_NE(page.find("\n  - positions.csv:12: quantity is blank\n\na, "), std::string::npos);
  EXPECT_TRUE(page.ends_with("  - span does not cover XYZ: not a future\n"));
}

}  // namespace
}  // namespace plimsoll::report
