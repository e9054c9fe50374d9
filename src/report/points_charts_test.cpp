#include "report/points_charts.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;

Money dollars(std::int64_t whole) { return {Decimal{whole}, usd}; }

Answer<Money> answer_of(std::vector<Group<Money>> groups, Detail detail = {}) {
  Answer<Money> answer{dollars(0), dollars(0), dollars(0), dollars(0), dollars(0)};
  answer.groups = std::move(groups);
  answer.detail = std::move(detail);
  return answer;
}

Group<Money> group_of(Label strategy, std::vector<const char*> symbols, std::int64_t maintenance) {
  Group<Money> group{strategy, {}, dollars(0), dollars(maintenance), dollars(0), dollars(0)};
  for (const char* symbol : symbols)
    group.legs.push_back({InstrumentId{symbol}, Quantity::of(1), {}});
  return group;
}

Detail moved() {
  Detail group{
      .children = {
          leaf("class_group", "AAPL"),
          leaf("worst_point", "0"),
          leaf("requirement", "7500.00"),
          {.name = "points", .list = true, .children = {leaf("", "-0.15"), leaf("", "0.15")}},
          {.name = "profit_and_loss",
           .list = true,
           .children = {leaf("", "-7500.00"), leaf("", "6900.00")}}}};
  return {.children = {{.name = "class_groups", .list = true, .children = {std::move(group)}}}};
}

MarginReport empty_report() {
  return {.account = "a",
          .as_of = {},
          .currency = usd,
          .results = {},
          .refused = {},
          .not_covered = {}};
}

MarginReport report_of(std::vector<Group<Money>> by_strategy) {
  MarginReport report = empty_report();
  report.results.push_back({"reg_t", answer_of(std::move(by_strategy))});
  report.results.push_back(
      {"tims", answer_of({group_of("AAPL", {"AAPL", "CALL"}, 7500)}, moved())});
  return report;
}

TEST(PointsCharts, HaveThePointsAndBothRequirements) {
  const auto charts = points_charts(report_of(
      {group_of("covered call", {"AAPL", "CALL"}, 12500), group_of("long stock", {"KO"}, 100)}));
  ASSERT_EQ(charts.size(), 1U);
  EXPECT_EQ(charts[0].title, "AAPL");
  ASSERT_EQ(charts[0].points.size(), 2U);
  EXPECT_EQ(charts[0].points[0].label, "-15 %");
  EXPECT_EQ(charts[0].points[1].profit_and_loss, dollars(6900));
  ASSERT_EQ(charts[0].lines.size(), 2U);
  EXPECT_EQ(charts[0].lines[0].requirement, dollars(7500));
  EXPECT_EQ(charts[0].lines[1].label, "reg_t maintenance");
  EXPECT_EQ(charts[0].lines[1].requirement, dollars(12500));
}

TEST(PointsCharts, LeaveOutWhatAnotherMethodTakesTogetherWithMore) {
  const auto charts = points_charts(report_of({group_of("basket", {"AAPL", "CALL", "KO"}, 100)}));
  ASSERT_EQ(charts.size(), 1U);
  EXPECT_EQ(charts[0].lines.size(), 1U);
}

TEST(PointsCharts, ShowTheScenariosOfCommoditiesToo) {
  MarginReport report = empty_report();
  Detail commodity{.children = {leaf("code", "GC"),
                                leaf("currency", "USD"),
                                leaf("scan_risk", "300.00"),
                                leaf("active_scenario", "2"),
                                leaf("total", "310.00"),
                                {.name = "scenarios",
                                 .list = true,
                                 .children = {leaf("", "-40.00"), leaf("", "300.00")}}}};
  report.results.push_back(
      {"span", answer_of({}, {.children = {{.name = "combined_commodities",
                                            .list = true,
                                            .children = {std::move(commodity)}}}})});
  const auto charts = points_charts(report);
  ASSERT_EQ(charts.size(), 1U);
  EXPECT_EQ(charts[0].title, "GC");
}

TEST(PointsCharts, AreOfRiskBasedAnswersAlone) {
  MarginReport report = empty_report();
  report.results.push_back({"reg_t", answer_of({group_of("long stock", {"KO"}, 100)})});
  EXPECT_TRUE(points_charts(report).empty());
}

}  // namespace
}  // namespace plimsoll::report
