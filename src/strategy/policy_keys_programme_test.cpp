#include <gtest/gtest.h>

#include <vector>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {
namespace {

TEST(PolicyKeysProgramme, TheirTablesInOrder) {
  std::vector<std::string_view> names;
  for (const PolicySection& section : programme_sections()) names.push_back(section.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"levels", "practices", "deployment", "reviews"}));
}

TEST(PolicyKeysProgramme, KnownDefaults) {
  EXPECT_EQ(policy_key(*policy_section("deployment"), "milestones")->text({}),
            "[[0, \"4.0\"], [6, \"4.0\"], [12, \"3.5\"], [18, \"3.0\"], [28, \"2.5\"]]");
  EXPECT_EQ(policy_key(*policy_section("levels"), "watch")->text({}), "\"1.75\"");
  EXPECT_EQ(policy_key(*policy_section("practices"), "agreement_most")->text({}), "\"0.00000001\"");
}

}  // namespace
}  // namespace plimsoll::strategy
