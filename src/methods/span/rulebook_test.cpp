#include <gtest/gtest.h>

#include <set>

#include "methods/span/span.hpp"

namespace plimsoll::span {
namespace {

TEST(SpanRulebook, EveryRuleHasALawALineAndItsOwnName) {
  std::set<std::string> names;
  for (const RuleEntry& entry : Span::rulebook()) {
    EXPECT_NE(entry.law, nullptr);
    EXPECT_NE(entry.formula.line, 0u) << entry.name.text();
    EXPECT_TRUE(entry.formula.file.text().contains("/span/")) << entry.name.text();
    EXPECT_TRUE(names.insert(std::string{entry.name.text()}).second) << entry.name.text();
  }
  EXPECT_EQ(names.size(), 15u);
}

TEST(SpanRulebook, StatesTheOneNumber) {
  const auto entries = Span::rulebook();
  ASSERT_EQ(entries.front().rows.size(), 1u);
  EXPECT_EQ(entries.front().rows.front().value, "16");
}

}  // namespace
}  // namespace plimsoll::span
