#include "report/by_group.hpp"

#include <gtest/gtest.h>

#include "report/compare_page.hpp"

namespace plimsoll::report {
namespace {

using namespace std::chrono_literals;

Group<Money> group_of(Label strategy, std::vector<const char*> symbols, Money maintenance) {
  Group<Money> group{strategy, {}, maintenance, maintenance, 0_usd, maintenance};
  for (const char* symbol : symbols)
    group.legs.push_back({InstrumentId{symbol}, Quantity::of(1), {}});
  return group;
}

MethodResult result_of(Label method, std::vector<Group<Money>> groups, bool moves) {
  Answer<Money> answer;
  answer.initial = answer.maintenance = answer.risk_initial = answer.risk_maintenance = 0_usd;
  for (const Group<Money>& group : groups)
    answer.maintenance = answer.maintenance + group.maintenance;
  answer.proceeds = 0_usd;
  answer.groups = std::move(groups);
  if (moves)
    answer.detail.children.push_back(
        {.name = "class_groups", .text = {}, .number = false, .list = true, .children = {}});
  return {.method = method, .answer = std::move(answer)};
}

MarginReport report_of(std::vector<Group<Money>> by_strategy) {
  MarginReport report;
  report.account = "a";
  report.as_of = Date{2026y / 11 / 20};
  report.currency = usd;
  report.results.push_back(result_of("reg_t", std::move(by_strategy), false));
  report.results.push_back(result_of(
      "tims", {group_of("AAPL", {"AAPL", "CALL"}, 6631_usd), group_of("KO", {"KO"}, 3150_usd)},
      true));
  return report;
}

TEST(ByGroup, SumsWhatTheOtherMethodAsksForTheSamePositions) {
  const auto rows = by_group(report_of({group_of("long stock", {"AAPL"}, 12000_usd),
                                        group_of("short option", {"CALL"}, 500_usd),
                                        group_of("long stock", {"KO"}, 5250_usd)}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].group, "AAPL");
  EXPECT_EQ(rows[0].asked[0], 12500_usd);
  EXPECT_EQ(rows[0].asked[1], 6631_usd);
  EXPECT_EQ(rows[1].asked[0], 5250_usd);
}

TEST(ByGroup, NoPartOfWhatIsTakenTogetherWithOthers) {
  const auto rows = by_group(report_of({group_of("basket", {"AAPL", "CALL", "KO"}, 9000_usd)}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[0].asked[0]);
  EXPECT_TRUE(rows[0].asked[1]);
}

TEST(ByGroup, NothingWhereNothingIsMoved) {
  MarginReport report = report_of({group_of("long stock", {"KO"}, 5250_usd)});
  report.results.pop_back();
  EXPECT_TRUE(by_group(report).empty());
}

TEST(ByGroup, StandsBelowTheComparison) {
  const std::string page = compare_page(
      strategy::comparison_of(report_of({group_of("covered call", {"AAPL", "CALL"}, 12500_usd),
                                         group_of("long stock", {"KO"}, 5250_usd)})),
      {});
  EXPECT_NE(page.find("maintenance of      reg_t      tims\n"
                      "--------------  ---------  --------\n"
                      "AAPL            12,500.00  6,631.00\n"
                      "KO               5,250.00  3,150.00\n"),
            std::string::npos)
      << page;
}

}  // namespace
}  // namespace plimsoll::report
