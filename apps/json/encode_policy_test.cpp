#include "apps/json/encode_policy.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

TEST(EncodePolicy, AFindingWithItsPractice) {
  strategy::Policy loose;
  loose.buffer.target_multiple = 1.8;
  EXPECT_EQ(encode_policy_lint(strategy::violated_practices(loose)), R"json({
  "schema": "plimsoll.policy_lint/1",
  "violated": [
    {
      "practice": "buffer",
      "title": "Hold twice the maintenance",
      "finding": "the policy's buffer.target_multiple is 1.8, the framework's at least 2",
      "text": "Equity is a multiple of what is required, not a little more than it.",
      "source": "framework 2.2"
    }
  ]
}
)json");
}

TEST(EncodePolicy, AChangeWithItsEffect) {
  strategy::Policy strict;
  strict.size.add_wait_days = 60;
  EXPECT_EQ(encode_policy_diff(strategy::policy_changes({}, strict)), R"json({
  "schema": "plimsoll.policy_diff/1",
  "changes": [
    {
      "key": "size.add_wait_days",
      "unit": "days",
      "before": "30",
      "after": "60",
      "effect": "tightens",
      "says": "days after a breach in which nothing is added",
      "reason": "falls that trigger calls come in series"
    }
  ]
}
)json");
}

TEST(EncodePolicy, NothingToSay) {
  EXPECT_EQ(encode_policy_lint({}),
            "{\n  \"schema\": \"plimsoll.policy_lint/1\",\n  \"violated\": []\n}\n");
  EXPECT_EQ(encode_policy_diff({}),
            "{\n  \"schema\": \"plimsoll.policy_diff/1\",\n  \"changes\": []\n}\n");
}

}  // namespace
}  // namespace plimsoll::json
