#include "rules/house.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "rules/house_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::house_file;
using testing::house_rule;
using testing::with_steps;

House profile_of(std::vector<Node> rules, const char* effective_from = "2020-01-01",
                 const char* name = "broker") {
  return house_profile(house_file(std::move(rules), effective_from, name), "broker.toml").value();
}

Node base() {
  return house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"rate", "0.30"}});
}

HouseRule rule_of(Node rule) { return profile_of({std::move(rule)})->rules.front(); }

std::string outcome(const HouseRule& rule, const HouseFacts& facts) {
  const HouseSaid outcome = said(rule, facts);
  switch (outcome.kind) {
    case HouseSaid::Kind::nothing:
      return "nothing";
    case HouseSaid::Kind::value:
      return to_text(outcome.value);
    case HouseSaid::Kind::lacks:
      return "lacks " + std::string{outcome.lacks.text()};
  }
  return "";
}

TEST(House, TablesGoUpToAndIncludingEachBoundAndBelowWhereTheySaySo) {
  const House house =
      profile_of({with_steps(house_rule(10, {{"scope", "position"},
                                             {"mode", "add"},
                                             {"of", "market_value"},
                                             {"by", "concentration"},
                                             {"beyond", "1"}}),
                             {{"0.10", "0"}, {"0.20", "0.05"}, {"< 0.50", "unknown"}})});
  const HouseRule& rule = house->rules.front();
  struct Row {
    Decimal share;
    std::string says;
  };
  const std::vector<Row> rows{
      {0_d, "0%"},
      {0.10_d, "0%"},
      {0.100000001_d, "5%"},
      {0.20_d, "5%"},
      {0.200000001_d, "lacks the number, which the source does not give"},
      {0.499999999_d, "lacks the number, which the source does not give"},
      {0.50_d, "100%"},
      {9_d, "100%"},
  };
  for (const Row& row : rows) {
    HouseFacts facts;
    facts[HouseNumber::concentration].value = row.share;
    EXPECT_EQ(outcome(rule, facts), row.says) << to_text(row.share, 0);
  }
}

TEST(House, ConditionsDecideWhetherARuleSpeaks) {
  const HouseRule rule = rule_of(house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"each", "5"}},
      {{"side", "short"}, {"price_from", "5"}, {"price_below", "16.67"}}));
  struct Row {
    const char* side;
    std::optional<Decimal> price;
    Label input;
    std::string says;
  };
  const std::vector<Row> rows{
      {"short", 5_d, "", "5.00 USD a share"},
      {"short", 4.99_d, "", "nothing"},
      {"short", 16.66_d, "", "5.00 USD a share"},
      {"short", 16.67_d, "", "nothing"},
      {"long", 5_d, "", "nothing"},
      {"", 5_d, "", "nothing"},
      {"short", std::nullopt, "price", "lacks price"},
      {"long", std::nullopt, "price", "nothing"},
      {"short", std::nullopt, "", "nothing"},
  };
  for (const Row& row : rows) {
    HouseFacts facts;
    facts[HouseWord::side] = HouseFactWord{row.side};
    facts[HouseNumber::price] = {row.price, row.input};
    EXPECT_EQ(outcome(rule, facts), row.says) << row.side;
  }
}

TEST(House, AValueIsMultipliedByAFactAndCapped) {
  const HouseRule rule = rule_of(house_rule(10, {{"scope", "position"},
                                                 {"mode", "replace"},
                                                 {"of", "market_value"},
                                                 {"rate", "0.30"},
                                                 {"times", "leverage"},
                                                 {"at_most", "1"}}));
  HouseFacts facts;
  EXPECT_EQ(outcome(rule, facts), "nothing");
  facts[HouseNumber::leverage].value = 3_d;
  EXPECT_EQ(outcome(rule, facts), "90%");
  facts[HouseNumber::leverage].value = 4_d;
  EXPECT_EQ(outcome(rule, facts), "100%");
}

TEST(HouseList, IsASeriesByFirstDay) {
  HouseList list;
  ASSERT_TRUE(list.add(profile_of({base()}, "2024-01-01")));
  ASSERT_TRUE(list.add(profile_of({base()}, "2020-01-01")));
  ASSERT_TRUE(list.add(profile_of({base()}, "2020-01-01", "another")));
  struct Row {
    Date day;
    std::string first_day;
  };
  const std::vector<Row> rows{
      {2020y / January / 1, "2020-01-01"},
      {2023y / December / 31, "2020-01-01"},
      {2024y / January / 1, "2024-01-01"},
      {2026y / January / 1, "2024-01-01"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(to_text(list.find("broker", row.day).value()->effective_from), row.first_day);
  EXPECT_EQ(list.names(), (std::vector<std::string>{"another", "broker"}));
  EXPECT_EQ(list.all().size(), 3u);

  const auto before = list.find("broker", 2019y / December / 31);
  EXPECT_EQ(before.error().reason, Reason::not_in_force);
  EXPECT_TRUE(before.error().what.contains("the first is of 2020-01-01"));
  const auto unknown = list.find("brokr", 2026y / January / 1);
  EXPECT_EQ(unknown.error().what,
            "there is no house \"brokr\"; write one of: another, broker, or the path of a profile");
  const auto twice = list.add(profile_of({base()}, "2024-01-01"));
  EXPECT_EQ(twice.error().what,
            "house \"broker\" is already described from 2024-01-01 by broker.toml; give one of the "
            "two another effective_from");
}

}  // namespace
}  // namespace plimsoll
