#include <gtest/gtest.h>

#include <algorithm>

#include "methods/cross_margin/cross_margin.hpp"

namespace plimsoll::cross_margin {
namespace {

TEST(Rulebook, NamesEveryLineAndLaw) {
  const auto rules = CrossMargin::rulebook();
  EXPECT_EQ(rules.size(), 18u);
  for (const RuleEntry& rule : rules) {
    ASSERT_NE(rule.law, nullptr) << rule.name.text();
    EXPECT_NE(rule.formula.line, 0u) << rule.name.text();
    EXPECT_EQ(rule.number.line != 0, !rule.rows.empty()) << rule.name.text();
  }
}

TEST(Rulebook, ABoundLeadsToWhatReadsIt) {
  const auto rules = CrossMargin::rulebook();
  const auto fee =
      std::ranges::find(rules, Label{"liquidation, the liquidator's fee"}, &RuleEntry::name);
  ASSERT_NE(fee, rules.end());
  EXPECT_TRUE(fee->formula.file.text().ends_with("cross_margin/liquidation.cpp"));
  EXPECT_EQ(fee->rows.at(0).value, "2.5%");
}

}  // namespace
}  // namespace plimsoll::cross_margin
