#include "report/members.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;

TEST(Members, AreFoundByName) {
  const Detail node{.children = {leaf("risk", "12.50"),
                                 leaf("code", "A\x1b[2J"),
                                 {.name = "legs", .list = true, .children = {leaf("", "1")}}}};
  EXPECT_EQ(decimal_in(node, "risk"), parse_decimal("12.5").value());
  EXPECT_EQ(text_in(node, "code"), "A?[2J");
  EXPECT_EQ(items_in(node, "legs").size(), 1U);
}

TEST(Members, ThatAreMissingAreNothing) {
  const Detail node{.children = {leaf("code", "A")}};
  EXPECT_EQ(member(node, "risk"), nullptr);
  EXPECT_EQ(text_in(node, "risk"), "");
  EXPECT_EQ(decimal_in(node, "risk"), std::nullopt);
  EXPECT_EQ(decimal_in(node, "code"), std::nullopt);
  EXPECT_TRUE(items_in(node, "risk").empty());
}

}  // namespace
}  // namespace plimsoll::report
