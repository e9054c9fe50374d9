#include "methods/reg_t/house/attach.hpp"

#include <gtest/gtest.h>

#include "methods/reg_t/house/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::string parts(const HouseAsk& ask) {
  std::string text;
  for (const HousePart& part : ask.parts)
    text += (text.empty() ? "" : " + ") + to_text(part.rate.rate.value) + " at " +
            std::to_string(part.where.line);
  return text;
}

TEST(HouseAttach, RulesAreReadInOrder) {
  const auto rule = [](std::uint32_t line, const char* mode, const char* key, const char* number,
                       const char* more = "price_from") {
    return house_rule(
        line, {{"scope", "position"}, {"mode", mode}, {"of", "market_value"}, {key, number}},
        {{more, "0"}});
  };
  struct Row {
    std::vector<Node> rules;
    std::string parts;
  };
  const std::vector<Row> rows{
      {{rule(1, "floor", "rate", "0.30"), rule(2, "add", "rate", "0.05")}, "30% at 1 + 5% at 2"},
      {{rule(1, "floor", "rate", "0.30"), rule(2, "floor", "rate", "0.20", "leverage_from")},
       "30% at 1"},
      {{rule(1, "floor", "rate", "0.30"), rule(2, "floor", "rate", "0.40", "leverage_from")},
       "40% at 2"},
      {{rule(1, "floor", "rate", "0.30"), rule(2, "replace", "rate", "0.20")}, "20% at 2"},
      {{rule(1, "floor", "rate", "0.30"), rule(2, "multiply", "factor", "2")}, "60% at 1"},
      // Where nothing came before, the law's percentage is added to.
      {{rule(2, "add", "rate", "0.05")}, "25% at 0 + 5% at 2"},
      {{rule(2, "multiply", "factor", "2")}, "50% at 0"},
      {{rule(2, "add", "rate", "0")}, ""},
  };
  for (const Row& row : rows) {
    const Met met{Desk{}.stock("XYZ", 100, 50_d), house_of(row.rules)};
    EXPECT_EQ(parts(met.shares(0).house->to_keep), row.parts);
  }
}

TEST(HouseAttach, SaysWhatItLacksOnceForEachRuleAndInput) {
  const House house = house_of({with_steps(house_rule(10, {{"scope", "position"},
                                                           {"mode", "add"},
                                                           {"of", "market_value"},
                                                           {"by", "days_to_liquidate"},
                                                           {"beyond", "0.50"}}),
                                           {{"1", "0"}})});
  const Met met{Desk{}.stock("ABC", 100, 50_d).stock("XYZ", -100, 50_d), house};
  const auto listed = not_applied(*house, met.attached.lacks);
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].what, "A Broker, rule of line 10 (broker.toml:10): ABC, XYZ");
  EXPECT_EQ(listed[0].missing_input, "adv");
}

TEST(HouseAttach, WhatIsPaidInCashIsLeftAlone) {
  const Met met{Desk{AccountKind::cash}.stock("XYZ", 100, 50_d), base_and_concentration()};
  EXPECT_EQ(met.shares(0).house, nullptr);
  EXPECT_TRUE(met.attached.lacks.empty());
}

TEST(HouseAttach, DollarsForAContractAreSpreadOverItsUnits) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "option"}, {"each_contract", "50"}})});
  const Met met{
      Desk{}.put("XYZ", -3, spring, 80_d, 2_d).put("XYZ", 1, spring, 70_d, 1_d).quote("XYZ", 95_d),
      house};
  const bool sold_first = met.book.entries[0].direction == Direction::owed;
  EXPECT_EQ(met.option(sold_first ? 0 : 1).house->whole.least->dollars, 0.50_d);
  EXPECT_EQ(met.option(sold_first ? 1 : 0).house, nullptr);
}

TEST(HouseAttach, ACopyOfTheBookKeepsWhatItPointsAt) {
  std::optional<Met> met{std::in_place, Desk{}.stock("XYZ", 100, 50_d), base_and_concentration()};
  const Book copy = met->book;
  met.reset();
  EXPECT_EQ(parts(shares_in(copy.entries[0])->house->to_keep), "30% at 10 + 10% at 20");
}

}  // namespace
}  // namespace plimsoll::reg_t
