#include <gtest/gtest.h>

#include "methods/cross_margin/cross_margin.hpp"

namespace plimsoll::cross_margin {
namespace {

TEST(Rulebook, NamesEveryLineAndLaw) {
  const auto rules = CrossMargin::rulebook();
  EXPECT_GE(rules.size(), 2u);
  for (const RuleEntry& rule : rules) {
    ASSERT_NE(rule.law, nullptr) << rule.name.text();
    EXPECT_TRUE(rule.formula.line != 0 || rule.number.line != 0) << rule.name.text();
  }
}

}  // namespace
}  // namespace plimsoll::cross_margin
