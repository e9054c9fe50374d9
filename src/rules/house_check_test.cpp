#include "rules/house_check.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

HouseRule floor_of(HouseOf of, HouseUnit unit) {
  HouseRule rule;
  rule.of = of;
  rule.value = {unit, 1_d};
  return rule;
}

TEST(HouseCheck, ANumberStandsOnlyWhereItMeansSomething) {
  EXPECT_FALSE(what_does_not_fit(floor_of(HouseOf::market_value, HouseUnit::rate), Factor::absent));
  EXPECT_FALSE(
      what_does_not_fit(floor_of(HouseOf::market_value, HouseUnit::a_share), Factor::absent));
  EXPECT_TRUE(what_does_not_fit(floor_of(HouseOf::market_value, HouseUnit::sum), Factor::absent));
  EXPECT_TRUE(what_does_not_fit(floor_of(HouseOf::market_value, HouseUnit::rate), Factor::given));
  EXPECT_FALSE(what_does_not_fit(floor_of(HouseOf::option, HouseUnit::a_contract), Factor::absent));
  EXPECT_TRUE(what_does_not_fit(floor_of(HouseOf::option, HouseUnit::rate), Factor::absent));
  HouseRule add = floor_of(HouseOf::market_value, HouseUnit::a_share);
  add.mode = HouseMode::add;
  EXPECT_TRUE(what_does_not_fit(add, Factor::absent));
  HouseRule group = floor_of(HouseOf::credit, HouseUnit::not_said);
  group.scope = HouseScope::group;
  EXPECT_EQ(what_does_not_fit(group, Factor::absent),
            "a group cannot be blocked; write scope = \"position\" or \"account\"");
}

TEST(HouseCheck, WordsInCommonOverlap) {
  std::vector<HouseRule> rules(2, floor_of(HouseOf::market_value, HouseUnit::rate));
  rules[0].when.words = {{HouseWord::security, {HouseFactWord{"equity"}, HouseFactWord{"etf"}}}};
  rules[1].when.words = {
      {HouseWord::security, {HouseFactWord{"etf"}, HouseFactWord{HouseFactWord{"etn"}}}}};
  rules[1].where.line = 7;
  ASSERT_TRUE(overlapping(rules));
  EXPECT_EQ(overlapping(rules)->line, 7u);
  rules[1].when.words = {{HouseWord::security, {HouseFactWord{"etn"}}}};
  EXPECT_FALSE(overlapping(rules));
  rules[1].when.words = {{HouseWord::side, {HouseFactWord{"long"}}}};
  EXPECT_FALSE(overlapping(rules));
}

}  // namespace
}  // namespace plimsoll
