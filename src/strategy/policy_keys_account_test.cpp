#include <gtest/gtest.h>

#include <vector>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {
namespace {

TEST(PolicyKeysAccount, TheirTablesInOrder) {
  std::vector<std::string_view> names;
  for (const PolicySection& section : account_sections()) names.push_back(section.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"schedule", "buffer", "carry", "distance",
                                                  "time_to_call"}));
}

TEST(PolicyKeysAccount, KnownDefaults) {
  const PolicySection& buffer = *policy_section("buffer");
  EXPECT_EQ(policy_key(buffer, "target_multiple")->text({}), "\"2.0\"");
  EXPECT_EQ(policy_key(buffer, "regime")->text({}),
            "[[\"20.0\", \"2.0\"], [\"30.0\", \"2.5\"], [\"40.0\", \"3.0\"]]");
  EXPECT_EQ(policy_key(*policy_section("distance"), "volatility_table")->text({}),
            "[[\"0.0\", \"0.18\"], [\"-0.05\", \"0.28\"], [\"-0.1\", \"0.38\"], "
            "[\"-0.2\", \"0.55\"], [\"-0.4\", \"0.8\"]]");
  EXPECT_EQ(policy_key(*policy_section("time_to_call"), "horizon_days")->text({}), "[21, 63, 252]");
}

}  // namespace
}  // namespace plimsoll::strategy
