#include "apps/json/read_interest.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "apps/json/testing.hpp"

namespace plimsoll::json {
namespace {

using testing::fixed;

InterestTerms terms_of(std::string_view text, Notes& notes) {
  const Node node = *parse(text, "a");
  return read_interest(node, Place{"p"}, notes);
}

TEST(ReadInterest, EveryMember) {
  Notes notes;
  const InterestTerms terms = terms_of(
      R"({"curve": [{"utilisation": 0, "rate": "0.01"}, {"utilisation": 1, "rate": 10}],
          "protocol_fixed_fee": 0.1, "protocol_rate_fee": 0.2, "insurance_fixed_fee": 0.3,
          "insurance_rate_fee": 0.4, "group_fixed_fee": 0.5, "group_rate_fee": 0.6,
          "origination_fee": 0.7})",
      notes);
  EXPECT_TRUE(notes.clean());
  ASSERT_EQ(terms.curve.size(), 2u);
  EXPECT_EQ(terms.curve[0].rate, fixed("0.01"));
  EXPECT_EQ(terms.curve[1].utilisation, fixed("1"));
  EXPECT_EQ(terms.protocol_fixed_fee, fixed("0.1"));
  EXPECT_EQ(terms.protocol_rate_fee, fixed("0.2"));
  EXPECT_EQ(terms.insurance_fixed_fee, fixed("0.3"));
  EXPECT_EQ(terms.insurance_rate_fee, fixed("0.4"));
  EXPECT_EQ(terms.group_fixed_fee, fixed("0.5"));
  EXPECT_EQ(terms.group_rate_fee, fixed("0.6"));
  EXPECT_EQ(terms.origination_fee, fixed("0.7"));
}

TEST(ReadInterest, FeesThatAreNotStatedAreNone) {
  Notes notes;
  const InterestTerms terms = terms_of(
      R"({"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 1, "rate": 0}]})", notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_TRUE(terms.protocol_rate_fee.is_zero());
  EXPECT_TRUE(terms.origination_fee.is_zero());
}

TEST(ReadInterest, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"[]", "p", "this is a list; write an object"},
           Row{"{}", "p", "the member \"curve\" is missing"},
           Row{R"({"curve": []})", "p#/curve", "it is empty"},
           Row{R"({"curve": [{"utilisation": 0.1, "rate": 0}]})", "p#/curve/0",
               "a curve begins where nothing is borrowed"},
           Row{R"({"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 0.9, "rate": 0}]})",
               "p#/curve/1", "a curve ends where everything is borrowed"},
           Row{R"({"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 0, "rate": 0},
                             {"utilisation": 1, "rate": 0}]})",
               "p#/curve/1", "its utilisation is not above that of the point before"},
           Row{R"({"curve": [{"utilisation": 0, "rate": 2}, {"utilisation": 1, "rate": 1}]})",
               "p#/curve/1", "its rate is below that of the point before"},
           Row{R"({"curve": [{"utilisation": 0}]})", "p#/curve/0",
               "the member \"rate\" is missing"},
           Row{R"({"curve": [{"utilisation": 2, "rate": 0}]})", "p#/curve/0/utilisation",
               "\"2\" is outside 0 to 1; it is a part"},
           Row{R"({"curve": [0, 0, 0, 0, 0, 0, 0, 0]})", "p#/curve", "there are 8 points"},
           Row{R"({"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 1, "rate": 0}],
                   "origination_fees": 0})",
               "p#/origination_fees", "did you mean \"origination_fee\"?"},
       }) {
    Notes notes;
    terms_of(text, notes);
    ASSERT_FALSE(notes.clean()) << text;
    const Error& first = notes.mistakes().front();
    EXPECT_EQ(first.where, where) << text;
    EXPECT_NE(first.what.find(what), std::string::npos) << first.what;
  }
}

}  // namespace
}  // namespace plimsoll::json
