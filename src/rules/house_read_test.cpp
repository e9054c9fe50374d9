// What a house profile may say, and how it is refused.

#include <gtest/gtest.h>

#include <vector>

#include "rules/house_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::house_file;
using testing::house_list;
using testing::house_rule;
using testing::house_text;
using testing::HouseKeys;
using testing::with_steps;

std::string refusal(const Node& file) {
  const auto read = house_profile(file, "broker.toml");
  return read ? "read" : read.error().where + ": " + read.error().what;
}
std::string refusal_of(Node rule) { return refusal(house_file({std::move(rule)})); }

constexpr HouseKeys base{
    {"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"rate", "0.30"}};

Node without(Node node, std::string_view key) {
  std::erase_if(node.members, [&](const Member& member) { return member.key == key; });
  return node;
}
Node with(Node node, const char* key, Node value) {
  std::erase_if(node.members, [&](const Member& member) { return member.key == key; });
  node.members.emplace_back(key, std::move(value));
  return node;
}

TEST(HouseRead, KeepsWhatARuleSaysAndWhereItStands) {
  Node rule = with_steps(house_rule(42,
                                    {{"scope", "position"},
                                     {"mode", "add"},
                                     {"of", "market_value"},
                                     {"by", "concentration"},
                                     {"reading", "as we read it"},
                                     {"grade", "recalled"}},
                                    {{"side", "long"}}),
                         {{"0.10", "0"}, {"1", "0.30"}});
  const House house = house_profile(house_file({rule}), "profiles/house/broker.toml").value();
  EXPECT_EQ(house->name, "broker");
  EXPECT_EQ(house->effective_from, 2020y / January / 1);
  const HouseRule& read = house->rules.at(0);
  EXPECT_EQ(read.name.text(), "rule of line 42");
  EXPECT_EQ(read.where.file.text(), "profiles/house/broker.toml");
  EXPECT_EQ(read.where.line, 42u);
  EXPECT_EQ(read.law.source.text(), "A Broker");
  EXPECT_EQ(read.law.gist.text(), "because");
  EXPECT_EQ(read.law.reading.text(), "as we read it");
  EXPECT_EQ(read.law.grade, Grade::recalled);
  ASSERT_TRUE(read.steps);
  EXPECT_EQ(read.steps->by, HouseNumber::concentration);
  EXPECT_EQ(read.steps->value_at(1), (HouseValue{HouseUnit::rate, 0.30_d}));
  EXPECT_EQ(read.steps->value_at(2).unit, HouseUnit::not_said);
}

TEST(HouseRead, EveryMistakeHasItsLineAndItsRemedy) {
  struct Row {
    Node rule;
    std::string says;
  };
  const Node fine = house_rule(9, base);
  const std::vector<Row> rows{
      {fine, "read"},
      {with(fine, "colour", house_text("red", 9)), "broker.toml:9: \"colour\" is no key of a rule"},
      {without(fine, "reason"), "broker.toml:9: \"reason\" is missing; write reason = \"...\""},
      {with(fine, "scope", house_text("galaxy", 9)),
       "broker.toml:9: scope \"galaxy\" is unknown; write one of: position, group, account"},
      {with(fine, "mode", house_text("lower", 9)),
       "broker.toml:9: mode \"lower\" is unknown; write one of: floor, add, multiply, replace, "
       "block"},
      {with(fine, "of", house_text("weather", 9)), "broker.toml:9: of \"weather\" is unknown"},
      {with(fine, "rate", house_text("30", 9)),
       "broker.toml:9: rate is 30, more than ten times the value; write 25 % as \"0.25\""},
      {with(fine, "rate", house_text("-0.30", 9)), "broker.toml:9: rate is -0.30"},
      {with(fine, "rate", house_text("a third", 9)), "broker.toml:9: rate: "},
      {without(fine, "rate"), "broker.toml:9: a rule has one of rate, each"},
      {with(fine, "each", house_text("5", 9)), "broker.toml:9: a rule has one of rate, each"},
      {with(fine, "by", house_text("price", 9)), "broker.toml:9: \"by\" stands with \"steps\""},
      {with(fine, "beyond", house_text("1", 9)), "broker.toml:9: \"beyond\" stands with"},
      {with(fine, "grade", house_text("rumour", 9)), "broker.toml:9: grade \"rumour\" is unknown"},
      {with(fine, "mode", house_text("block", 9)),
       "broker.toml:9: a rule that blocks is of nothing"},
      {with(without(fine, "of"), "mode", house_text("block", 9)),
       "broker.toml:9: a rule that blocks has no number"},
      {with(fine, "scope", house_text("group", 9)),
       "broker.toml:9: what is of market_value has scope = \"position\""},
      {with(fine, "of", house_text("option", 9)),
       "broker.toml:9: a rule of option that is to floor cannot be given so"},
      {with(fine, "mode", house_text("multiply", 9)),
       "broker.toml:9: a rule of market_value that is to multiply cannot be given so"},
      {house_rule(9, base, {{"colour", "red"}}), "broker.toml:9: \"colour\" is no condition"},
      {house_rule(9, base, {{"side", "both"}}),
       "broker.toml:9: side \"both\" is unknown; write one of: long, short"},
      {house_rule(9, base, {{"price_up_to", "1"}, {"price_below", "2"}}),
       "broker.toml:9: two bounds on one side of price_below; keep one"},
      {house_rule(9, base, {{"price_up_to", "1"}, {"price_above", "2"}}),
       "broker.toml:9: no price is both above and below these"},
      {house_rule(9, base, {{"weight_up_to", "1"}}),
       "broker.toml:9: \"weight_up_to\" is no condition"},
  };
  const std::vector<Row> limits{
      {with(fine, "times", house_text("price", 9)),
       "broker.toml:9: times is leverage or margin_rate"},
      {with(without(fine, "rate"), "each", house_text("1000001", 9)),
       "broker.toml:9: each is 1000001; write at most 1000000"},
  };
  for (const Row& row : limits) EXPECT_EQ(refusal_of(row.rule), row.says);
  for (const Row& row : rows) {
    const std::string says = refusal_of(row.rule);
    EXPECT_TRUE(says.starts_with(row.says)) << says << "\n  for " << row.says;
  }
}

TEST(HouseRead, OverlappingRowsAreRefused) {
  const Node table = house_rule(
      9, {{"scope", "position"}, {"mode", "add"}, {"of", "market_value"}, {"by", "concentration"}});
  EXPECT_EQ(refusal_of(with_steps(table, {{"0.20", "0"}, {"0.10", "0.05"}})),
            "broker.toml:9: it overlaps the step before, which goes to 0.2; write steps in "
            "ascending order, each bound once");
  EXPECT_TRUE(refusal_of(with_steps(table, {{"0.20", "0"}, {"0.20", "0.05"}}))
                  .starts_with("broker.toml:9: it overlaps"));
  EXPECT_TRUE(refusal_of(with_steps(table, {{"0.20", "5 a share"}}))
                  .starts_with("broker.toml:9: a rule of market_value that is to add"));

  const auto pair = [](HouseKeys first, HouseKeys second) {
    return refusal(house_file({house_rule(9, base, first), house_rule(19, base, second)}));
  };
  EXPECT_EQ(pair({{"side", "long"}}, {{"side", "long"}}),
            "broker.toml:19: \"rule of line 19\" overlaps \"rule of line 9\" at line 9: both ask "
            "the same of the same facts; narrow one with when, or remove it");
  EXPECT_EQ(pair({{"side", "long"}}, {{"side", "short"}}), "read");
  EXPECT_EQ(pair({{"price_up_to", "5"}}, {{"price_above", "5"}}), "read");
  EXPECT_EQ(pair({{"price_below", "5"}}, {{"price_from", "5"}}), "read");
  EXPECT_NE(pair({{"price_up_to", "5"}}, {{"price_from", "5"}}), "read");
  EXPECT_NE(pair({}, {}), "read");
  // One is about more than the other: both are read, in their order.
  EXPECT_EQ(pair({{"side", "long"}}, {{"side", "long"}, {"debit_from", "100000"}}), "read");
}

TEST(HouseRead, SizesAreBounded) {
  std::vector<Node> many;
  for (std::uint32_t i = 1; i <= 201; ++i) many.push_back(house_rule(i, base));
  EXPECT_EQ(refusal(house_file(std::move(many))),
            "broker.toml:1: more than 200 rules; split the profile");
  std::vector<Node> factors;
  for (std::uint32_t i = 1; i <= 3; ++i)
    factors.push_back(house_rule(
        i, {{"scope", "position"}, {"mode", "multiply"}, {"of", "market_value"}, {"factor", "2"}},
        {{i == 1   ? "price_up_to"
          : i == 2 ? "leverage_up_to"
                   : "debit_up_to",
          "9"}}));
  EXPECT_EQ(refusal(house_file(std::move(factors))),
            "broker.toml:3: a third rule that multiplies; write their product as one");
}

TEST(HouseRead, HeadingsAreWhole) {
  const Node fine = house_file({house_rule(9, base)});
  EXPECT_EQ(refusal(fine), "read");
  for (const char* key :
       {"schema", "name", "title", "source", "retrieved", "effective_from", "grade"})
    EXPECT_EQ(refusal(without(fine, key)), "broker.toml:1: \"" + std::string{key} +
                                               "\" is missing; write " + key + " = \"...\"");
  EXPECT_TRUE(refusal(with(fine, "schema", house_text("plimsoll.house/9", 3)))
                  .starts_with("broker.toml:3: schema \"plimsoll.house/9\"; write"));
  EXPECT_TRUE(refusal(with(fine, "effective_from", house_text("soon", 3)))
                  .starts_with("broker.toml:3: effective_from: "));
  EXPECT_TRUE(refusal(with(fine, "name", house_text("a,b", 3)))
                  .starts_with("broker.toml:3: a house's name has no comma"));
  EXPECT_TRUE(refusal(with(fine, "motto", house_text("x", 3)))
                  .starts_with("broker.toml:3: \"motto\" is no key of a house profile"));
  EXPECT_EQ(refusal(with(fine, "rule", house_list({}))),
            "broker.toml:1: no [[rule]] rows; write at least one");
}

}  // namespace
}  // namespace plimsoll
