#include "report/scenario_charts.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;
using testing::list;

Detail commodity(const char* code) {
  return {.children = {leaf("code", code), leaf("clearing_house", "SYN"), leaf("currency", "EUR"),
                       leaf("scan_risk", "300.00"), leaf("active_scenario", "2"),
                       leaf("total", "310.50"),
                       list("scenarios", {leaf("", "-40.00"), leaf("", "300.00")})}};
}

Detail detail_of(std::vector<Detail> commodities) {
  return {
      .children = {list("combined_commodities", std::move(commodities)),
                   list("files", {{.children = {leaf("clearing_house", "SYN"),
                                                list("scenarios", {leaf("", "price up"),
                                                                   leaf("", "price down")})}}})}};
}

Money euro(const char* amount) { return {parse_decimal(amount).value(), Currency{"EUR"}}; }

TEST(ScenarioCharts, HaveABarForEachScenarioAndTheActiveOneMarked) {
  const auto charts = scenario_charts(detail_of({commodity("GC")}));
  ASSERT_EQ(charts.size(), 1U);
  EXPECT_EQ(charts[0].title, "GC");
  ASSERT_EQ(charts[0].points.size(), 2U);
  EXPECT_EQ(charts[0].points[0].label, "1");
  EXPECT_EQ(charts[0].points[0].profit_and_loss, euro("40"));  // a loss below zero is a gain
  EXPECT_EQ(charts[0].points[1].profit_and_loss, euro("-300"));
  EXPECT_EQ(charts[0].points[1].told, "scenario 2, price down");
  EXPECT_EQ(charts[0].worst, 1U);
}

TEST(ScenarioCharts, HaveLinesAtScanningRiskAndAtWhatIsAsked) {
  const auto charts = scenario_charts(detail_of({commodity("GC")}));
  ASSERT_EQ(charts[0].lines.size(), 2U);
  EXPECT_EQ(charts[0].lines[0].requirement, euro("300"));
  EXPECT_EQ(charts[0].lines[1].requirement, euro("310.5"));
}

TEST(ScenarioCharts, NameThePositionThatStandsAlone) {
  Detail alone = commodity("GC");
  alone.children.push_back(leaf("position", "GCZ5"));
  EXPECT_EQ(scenario_charts(detail_of({alone}))[0].title, "GC, GCZ5");
}

TEST(ScenarioCharts, LeaveOutWhatIsScannedElsewhereOrCannotBeRead) {
  Detail merged = commodity("HH");
  merged.children.push_back(leaf("scanned_in", "NG"));
  Detail broken = commodity("SI");
  broken.children[4].text = "none";
  EXPECT_TRUE(scenario_charts(detail_of({merged, broken})).empty());
  EXPECT_TRUE(scenario_charts({}).empty());
}

TEST(ScenarioCharts, WithoutMovesSayTheNumber) {
  Detail other = commodity("GC");
  other.children[1].text = "XYZ";
  EXPECT_EQ(scenario_charts(detail_of({other}))[0].points[0].told, "scenario 1");
}

}  // namespace
}  // namespace plimsoll::report
