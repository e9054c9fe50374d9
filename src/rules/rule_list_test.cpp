#include "rules/rule_list.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

struct Line {
  std::string_view name;
  SourceLine where;
};
constexpr Citation rate_law{.source = "Some Rule", .paragraph = "(a)", .gist = "so much"};
constexpr std::array numbers{Line{"rate", {"src/methods/a/rates.hpp", 3}},
                             Line{"rate", {"src/methods/b/rates.hpp", 5}}};
constexpr std::array formulas{Line{"rate_law", {"src/methods/a/rule.cpp", 7}}};
constexpr Effective rate{std::array{InForce<int>{2020y / January / 1, 4, &rate_law}}};

RuleEntry entry(std::string_view folder) {
  return RuleList{numbers, formulas, folder}.numbers(
      "a rate", "rate", "rate_law", rate, [](int value) { return std::to_string(value); });
}

TEST(RuleList, OfTwoMethodsOfOneNameTheFolderTells) {
  const RuleEntry first = entry("/a/"), second = entry("/b/");
  EXPECT_EQ(first.number.line, 3u);
  EXPECT_EQ(first.formula.line, 7u);
  EXPECT_EQ(second.number.line, 5u);
  EXPECT_EQ(second.formula.line, 0u);
  ASSERT_EQ(first.rows.size(), 1u);
  EXPECT_EQ(first.rows[0].value, "4");
  EXPECT_EQ(first.law, &rate_law);
}

TEST(RuleList, WhatBoundsAStepLeadsToTheLineThatReadsIt) {
  const std::array readings{Line{"other", {"src/methods/a/step.cpp", 8}},
                            Line{"rate", {"src/methods/b/step.cpp", 9}},
                            Line{"rate", {"src/methods/a/step.cpp", 11}}};
  const RuleEntry bound = RuleList{numbers, formulas, "/a/"}.bound(
      "a bound", "rate", rate, readings, [](int value) { return std::to_string(value); });
  EXPECT_EQ(bound.number.line, 3u);
  EXPECT_EQ(bound.formula.line, 11u);
  EXPECT_EQ(bound.rows.at(0).value, "4");
}

TEST(RuleList, AFormulaHasNoNumber) {
  const RuleEntry formula = RuleList{numbers, formulas, "/a/"}.formula("a", "rate_law", rate_law);
  EXPECT_EQ(formula.formula.line, 7u);
  EXPECT_EQ(formula.number.line, 0u);
  EXPECT_TRUE(formula.rows.empty());
}

}  // namespace
}  // namespace plimsoll
