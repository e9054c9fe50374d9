#include "apps/json/write_detail.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plimsoll::json {
namespace {

std::string written(const Detail& root) {
  Writer out{Layout::one_line};
  write_detail(out, root);
  return std::move(out).finish();
}

TEST(WriteDetail, NothingIsAnEmptyObject) { EXPECT_EQ(written({}), "{}\n"); }

TEST(WriteDetail, MembersListsAndNumbers) {
  const Detail worst{.name = "worst_point", .text = "0", .number = true, .children = {}};
  const Detail minimum{.name = "minimum", .text = "37.50", .children = {}};
  const Detail points{.name = "points",
                      .text = {},
                      .list = true,
                      .children = {{.name = {}, .text = "-0.08", .number = true, .children = {}},
                                   {.name = {}, .text = "0.06", .number = true, .children = {}}}};
  const Detail none{.name = "product_groups", .text = {}, .list = true, .children = {}};
  const Detail group{.name = {}, .text = {}, .children = {worst, minimum, points}};
  const Detail groups{.name = "class_groups", .text = {}, .list = true, .children = {group}};
  EXPECT_EQ(written({.name = "tims", .text = {}, .children = {groups, none}}),
            "{\"class_groups\":[{\"worst_point\":0,\"minimum\":\"37.50\",\"points\":[-0.08,0.06]}],"
            "\"product_groups\":[]}\n");
}

TEST(WriteDetail, ANumberThatIsNoneIsText) {
  const Detail odd{.name = "x", .text = "nan", .number = true, .children = {}};
  EXPECT_EQ(written({.name = {}, .text = {}, .children = {odd}}), "{\"x\":\"nan\"}\n");
}

TEST(WriteDetail, TruthIsNoText) {
  const Detail flag{.name = "x", .text = "true", .number = true};
  const Detail word{.name = "y", .text = "false"};
  EXPECT_EQ(written({.children = {flag, word}}), "{\"x\":true,\"y\":\"false\"}\n");
}

}  // namespace
}  // namespace plimsoll::json
