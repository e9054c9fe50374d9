#include <gtest/gtest.h>

#include <vector>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {
namespace {

TEST(PolicyKeysActions, TheirTablesInOrder) {
  std::vector<std::string_view> names;
  for (const PolicySection& section : actions_sections()) names.push_back(section.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"cure", "ladder", "size", "rates"}));
}

TEST(PolicyKeysActions, KnownDefaults) {
  EXPECT_EQ(policy_key(*policy_section("ladder"), "rungs")->text({}),
            "[[\"2.0\", \"stop_adding\"], [\"1.75\", \"stop_draws\"], "
            "[\"1.5\", \"sell\", \"2.0\"], [\"1.25\", \"sell_with_gains\", \"1.75\"], "
            "[\"1.1\", \"flatten\"], [\"1.0\", \"broker_liquidates\"]]");
  EXPECT_EQ(policy_key(*policy_section("rates"), "reassess_rise")->text({}), "\"0.01\"");
  EXPECT_EQ(policy_key(*policy_section("cure"), "half_spread")->text({}), "\"0.0005\"");
  EXPECT_EQ(policy_key(*policy_section("size"), "cluster_correlation")->text({}), "\"0.85\"");
}

}  // namespace
}  // namespace plimsoll::strategy
