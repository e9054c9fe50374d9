#include "report/points_section.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;

Detail list(const char* name, const std::vector<const char*>& texts) {
  Detail all{.name = name, .list = true};
  for (const char* text : texts) all.children.push_back(leaf("", text));
  return all;
}

Detail one_group() {
  return {.name = "",
          .children = {leaf("class_group", "SPX"),
                       list("points", {"-0.08", "-0.064", "-0.048", "-0.032", "-0.016", "0.012",
                                       "0.024", "0.036", "0.048", "0.06"}),
                       list("profit_and_loss", {"-8000.00", "-6400", "-4800", "-3200", "-1600.50",
                                                "1200.999", "2400", "3600", "4800", "6000"}),
                       leaf("worst_point", "0"), leaf("minimum", "37.50"),
                       leaf("requirement", "8000.00")}};
}

TEST(PointsSection, MarksTheWorstPoint) {
  Detail detail{.name = "detail"};
  detail.children.push_back({.name = "class_groups", .list = true, .children = {one_group()}});
  EXPECT_EQ(points_section(detail, PointRows::some, {}), R"(
class groups, moved: profit and loss in whole dollars, the worst point marked *

  SPX  requirement 8,000.00, minimum 37.50
        -8%    -6.4%    -4.8%    -3.2%    -1.6%
     -8,000*  -6,400   -4,800   -3,200   -1,600
     +1.2%   +2.4%   +3.6%   +4.8%     +6%
     1,200   2,400   3,600   4,800   6,000
)");
}

TEST(PointsSection, IsNothingWhereNothingIsMoved) {
  EXPECT_EQ(points_section({}, PointRows::all, {}), "");
}

TEST(PointsSection, ShowsSomeOfManyGroups) {
  Detail detail{.name = "detail"};
  Detail groups{.name = "class_groups", .list = true};
  for (int i = 0; i < 8; ++i) groups.children.push_back(one_group());
  detail.children.push_back(groups);
  const std::string some = points_section(detail, PointRows::some, {});
  EXPECT_TRUE(some.ends_with("\n  2 more under --explain\n")) << some;
  EXPECT_FALSE(points_section(detail, PointRows::all, {}).contains("more under"));
}

TEST(PointsSection, SaysWhichTestBinds) {
  Detail detail{.name = "detail"};
  detail.children = {
      leaf("pack", "occ-public"),
      {.name = "overlay",
       .children = {
           leaf("title", "A Broker"),
           leaf("base_requirement", "100"),
           leaf("binds", "wider"),
           {.name = "tests",
            .list = true,
            .children = {{.name = "",
                          .children = {leaf("test", "wider"), leaf("requirement", "250.00")}}}}}}};
  EXPECT_EQ(points_section(detail, PointRows::all, {}), R"(
test of A Broker  asks for
----------------  --------  --------
occ-public          100.00
wider               250.00  <- binds
)");
}

}  // namespace
}  // namespace plimsoll::report
