#include "apps/cli/schemas.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

TEST(Schemas, EachHasANameAndIsJson) {
  const auto names = schema_names();
  for (const char* name : {"account", "analysis", "error", "margin", "market", "rules"})
    EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
  for (const std::string& name : names) {
    const auto text = schema_text(name);
    ASSERT_TRUE(text) << name;
    EXPECT_TRUE(json::parse(*text, name)) << name;
    EXPECT_EQ(schema_text("plimsoll." + name + "/1"), text);
  }
}

TEST(Schemas, AnUnknownNameIsToldTheOthers) {
  for (const char* name : {"", "accounts", "plimsoll.account/2"}) {
    const auto text = schema_text(name);
    ASSERT_FALSE(text) << name;
    EXPECT_EQ(text.error().reason, Reason::bad_input);
    EXPECT_NE(text.error().what.find("account, "), std::string::npos) << text.error().what;
  }
}

}  // namespace
}  // namespace plimsoll::cli
