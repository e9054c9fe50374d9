#include "report/points_chart.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

Money dollars(std::int64_t whole) { return {Decimal{whole}, usd}; }

PointsChart collar() {
  PointsChart chart;
  chart.title = "SPX & SPY";
  chart.points = {
      {"-8 %", dollars(-212871)}, {"-6.4 %", dollars(-202371)}, {"+1.2 %", dollars(63396)}};
  chart.worst = 0;
  chart.lines = {{"by risk", dollars(212871)}, {"by strategy", dollars(7365000)}};
  return chart;
}

std::size_t count_of(const std::string& part, const std::string& whole) {
  std::size_t count = 0;
  for (auto at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) ++count;
  return count;
}

TEST(PointsChart, DrawsABarForEachPointAndMarksTheWorst) {
  const std::string svg = points_charts_svg({collar()});
  EXPECT_EQ(count_of("<rect ", svg), 3U);
  EXPECT_EQ(count_of("class=\"worst\"", svg), 1U);
  EXPECT_EQ(count_of("class=\"gain\"", svg), 1U);
  EXPECT_NE(svg.find("-8 %: -212,871.00"), std::string::npos);
  EXPECT_NE(svg.find("+1.2 %"), std::string::npos);
}

TEST(PointsChart, DrawsEachRequirementAsALoss) {
  const std::string svg = points_charts_svg({collar()});
  EXPECT_NE(svg.find("by risk 212,871.00"), std::string::npos);
  EXPECT_NE(svg.find("by strategy 7,365,000.00"), std::string::npos);
  EXPECT_NE(svg.find("-8,000,000"), std::string::npos);  // the axis reaches it
}

TEST(PointsChart, LabelsStandByTheirOwnLines) {
  PointsChart chart;
  chart.points = {{"1", dollars(-6000)}, {"2", dollars(6000)}};
  chart.lines = {{"more", dollars(6000)}, {"less", dollars(5000)}};
  const std::string svg = points_charts_svg({chart});
  const auto height_of = [&](const std::string& label) {
    const auto end = svg.find(">" + label);
    const auto at = svg.rfind(" y=\"", end) + 4;
    return std::stod(svg.substr(at, end - at));
  };
  EXPECT_LT(height_of("less 5,000.00"), height_of("more 6,000.00"));
}

TEST(PointsChart, NamesCannotBreakTheDocument) {
  PointsChart chart = collar();
  chart.title = "<script>\"&\x01";
  const std::string svg = points_charts_svg({chart});
  EXPECT_EQ(svg.find("<script>"), std::string::npos);
  EXPECT_NE(svg.find("&lt;script&gt;&quot;&amp;"), std::string::npos);
}

TEST(PointsChart, SaysOnHoverWhatALabelIsTooShortFor) {
  PointsChart chart = collar();
  chart.points[2] = {"16", dollars(63396), "scenario 16: prices down"};
  chart.caption = "in each scenario";
  const std::string svg = points_charts_svg({chart});
  EXPECT_NE(svg.find("<title>scenario 16: prices down: 63,396.00</title>"), std::string::npos);
  EXPECT_NE(svg.find(">16</text>"), std::string::npos);
  EXPECT_NE(svg.find("profit and loss in USD in each scenario<"), std::string::npos);
}

TEST(PointsChart, MovesHaveTheirSign) {
  EXPECT_EQ(move_text(-0.15), "-15 %");
  EXPECT_EQ(move_text(0.024), "+2.4 %");
}

TEST(PointsChart, AFlatGroupHasAnAxisToo) {
  PointsChart chart;
  chart.points = {{"-15 %", dollars(0)}, {"+15 %", dollars(0)}};
  const std::string svg = points_charts_svg({chart});
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(svg.find("inf"), std::string::npos);
  EXPECT_EQ(count_of("<rect ", svg), 2U);
}

}  // namespace
}  // namespace plimsoll::report
