#include "apps/cli/policy_file.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace plimsoll::cli {
namespace {

TEST(PolicyFile, IsReadFromStandardInputAndRefusedWithItsLine) {
  std::istringstream in{"schema = \"plimsoll.policy/1\"\n[buffer]\ntarget_multiple = \"2.5\"\n"};
  std::ostringstream out, err;
  Session session{in, out, err};
  const auto policy = policy_file("-", session);
  ASSERT_TRUE(policy) << policy.error().front().what;
  EXPECT_EQ(policy->buffer.target_multiple, 2.5);
  std::istringstream wrong{"schema = \"plimsoll.policy/1\"\n[buffer]\ntarget = 2.5\n"};
  Session again{wrong, out, err};
  const auto refused = policy_file("-", again);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().front().where.find(":3"), std::string::npos);
  EXPECT_FALSE(policy_file("/no/such/policy.toml", again));
}

}  // namespace
}  // namespace plimsoll::cli
