// Rules of a house as a list prints them.

#include <gtest/gtest.h>

#include "rules/house_for_tests.hpp"

namespace plimsoll {
namespace {

using testing::house_file;
using testing::house_rule;
using testing::with_steps;

std::string told(Node rule) {
  return number_in_words(house_profile(house_file({std::move(rule)}), "a").value()->rules.front());
}

TEST(HouseTold, SaysModeNumberAndTable) {
  EXPECT_EQ(
      told(house_rule(
          1, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"rate", "0.30"}})),
      "at least 30%");
  EXPECT_EQ(told(house_rule(1, {{"scope", "position"},
                                {"mode", "replace"},
                                {"of", "market_value"},
                                {"rate", "0.30"},
                                {"times", "leverage"},
                                {"at_most", "1"}})),
            "30% x leverage, at most 100%");
  EXPECT_EQ(told(with_steps(house_rule(1, {{"scope", "position"},
                                           {"mode", "add"},
                                           {"of", "market_value"},
                                           {"by", "ownership"},
                                           {"beyond", "1"}}),
                            {{"0.01", "0"}, {"< 0.05", "unknown"}})),
            "plus 0% to 1%, not said below 5%, 100% beyond by ownership");
  EXPECT_EQ(
      told(house_rule(
          1,
          {{"scope", "position"}, {"mode", "floor"}, {"of", "option"}, {"each_contract", "50"}})),
      "at least 50.00 USD a contract");
  EXPECT_EQ(told(house_rule(1, {{"scope", "position"}, {"mode", "block"}})), "no credit");
  EXPECT_EQ(told(house_rule(1, {{"scope", "position"},
                                {"mode", "multiply"},
                                {"of", "market_value"},
                                {"factor", "1.5"}})),
            "times 1.5");
  EXPECT_EQ(to_text(HouseValue{HouseUnit::sum, 150_d}), "150.00 USD");
}

}  // namespace
}  // namespace plimsoll
