#include <gtest/gtest.h>

#include <algorithm>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

TEST(Rulebook, NamesEveryFormulasLineAndLaw) {
  const auto rules = Tims::rulebook();
  EXPECT_GE(rules.size(), 15u);
  for (const RuleEntry& rule : rules) {
    ASSERT_NE(rule.law, nullptr) << rule.name.text();
    EXPECT_TRUE(rule.formula.line != 0 || rule.number.line != 0) << rule.name.text();
    EXPECT_TRUE(rule.number.line == 0 || rule.number.file.text().contains("/tims/"));
  }
}

TEST(Rulebook, BeginsInJuly2005) {
  Date earliest = Date::max();
  for (const RuleEntry& rule : Tims::rulebook())
    for (const RuleRow& row : rule.rows) earliest = std::min(earliest, row.since);
  EXPECT_EQ(earliest, Date{2005y / July / 1});
}

TEST(Rulebook, OfAPackListsItsNumbers) {
  const auto pack = testing::small_pack();
  const auto rules = rules_of(*pack);
  EXPECT_EQ(rules.size(), pack->ranges.size() + pack->product_groups.size() + 1);
  EXPECT_EQ(rules.front().rows.front().value, "-8% to +6%");
}

}  // namespace
}  // namespace plimsoll::tims
