#include "methods/tims/detail.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

const Detail& in(const Detail& node, std::string_view name) {
  for (const Detail& child : node.children)
    if (child.name == name) return child;
  ADD_FAILURE() << "no " << name;
  return node;
}

TEST(MethodDetail, HoldsTheTenPointsOfEachClassGroup) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  const auto answer = desk.answer().value();
  const Detail& groups = in(answer.detail, "class_groups");
  EXPECT_TRUE(groups.list);
  ASSERT_EQ(groups.children.size(), 1u);
  const Detail& xyz = groups.children.front();
  EXPECT_EQ(in(xyz, "class_group").text, "XYZ");
  ASSERT_EQ(in(xyz, "points").children.size(), 10u);
  EXPECT_EQ(in(xyz, "points").children[0].text, "-0.15");
  EXPECT_TRUE(in(xyz, "points").children[0].number);
  EXPECT_EQ(in(xyz, "profit_and_loss").children[0].text, "-750.00");
  EXPECT_EQ(in(xyz, "profit_and_loss").children[9].text, "750.00");
  EXPECT_EQ(in(xyz, "worst_point").text, "0");
  EXPECT_EQ(in(xyz, "minimum").text, "0.00");
  EXPECT_EQ(in(xyz, "requirement").text, "750.00");
  const Detail& product = in(answer.detail, "product_groups").children.front();
  EXPECT_EQ(in(product, "product_group").text, "XYZ");
  EXPECT_EQ(in(product, "requirement").text, "750.00");
}

}  // namespace
}  // namespace plimsoll::tims
