#include "apps/cli/command_schema.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

TEST(CommandSchema, OneByName) {
  const Ran one = ran({"schema", "account"});
  EXPECT_EQ(one.exit, Exit::answered);
  EXPECT_TRUE(holds(one.out, "https://json-schema.org/draft/2020-12/schema"));
  EXPECT_EQ(ran({"schema", "plimsoll.account/1"}).out, one.out);
}

TEST(CommandSchema, WithoutANameTheNames) {
  EXPECT_TRUE(holds(ran({"schema"}).out, "account\n"));
  EXPECT_TRUE(holds(ran({"schema"}).out, "margin\n"));
  const std::string listed = ran({"schema", "--json"}).out;
  EXPECT_TRUE(json::parse(listed, "names")) << listed;
  EXPECT_TRUE(listed.starts_with("[\"account\", \"")) << listed;
  EXPECT_TRUE(listed.ends_with("\"]\n")) << listed;
}

TEST(CommandSchema, AnUnknownName) {
  const Ran one = ran({"schema", "accounts"});
  EXPECT_EQ(one.exit, Exit::bad_input);
  EXPECT_TRUE(holds(one.err, "there is no schema \"accounts\""));
}

}  // namespace
}  // namespace plimsoll::cli
