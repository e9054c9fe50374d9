#include "apps/cli/command_rules.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

TEST(CommandRules, ATableOfEachMethod) {
  const Ran all = ran({"rules"});
  EXPECT_EQ(all.exit, Exit::answered);
  EXPECT_TRUE(all.out.starts_with("reg_t, "));
  EXPECT_TRUE(holds(all.out, "  rates.hpp:")) << all.out.substr(0, 600);
  EXPECT_TRUE(holds(all.out, "\ntims, ")) << all.out.substr(0, 600);
  EXPECT_TRUE(all.out.starts_with(ran({"rules", "--method", "reg_t"}).out));
}

TEST(CommandRules, Json) {
  const auto document = json::parse(ran({"rules", "--json"}).out, "rules");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->find("schema")->text, "plimsoll.rules/1");
}

TEST(CommandRules, UnknownMethodsAreRefusedByName) {
  const Ran two = ran({"rules", "--method", "regt,x"});
  EXPECT_EQ(two.exit, Exit::bad_input);
  EXPECT_TRUE(holds(two.err, "there is no method \"regt\""));
  EXPECT_TRUE(holds(two.err, "there is no method \"x\""));
  EXPECT_EQ(two.out, "");
}

}  // namespace
}  // namespace plimsoll::cli
