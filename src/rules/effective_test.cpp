#include "rules/effective.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "money/money.hpp"

namespace plimsoll {
namespace {

constexpr Citation some_law{.source = "A rule", .paragraph = "(b)(2)", .gist = "a percentage"};
constexpr Effective percent{std::array{
    InForce<Percent>{1974y / January / 3, 50_pct, &some_law},
    InForce<Percent>{1999y / December / 31, 60_pct, &some_law, FirstDay::at_least_since},
    InForce<Percent>{2000y / January / 1, 55_pct, &some_law},
}};

TEST(Effective, EachRowHoldsFromItsFirstDayToTheDayBeforeTheNext) {
  struct Row {
    const char* day;
    Percent value;
    const char* since;
  };
  const std::vector<Row> rows{
      {"1974-01-03", 50_pct, "1974-01-03"}, {"1974-01-04", 50_pct, "1974-01-03"},
      {"1999-12-30", 50_pct, "1974-01-03"}, {"1999-12-31", 60_pct, "1999-12-31"},
      {"2000-01-01", 55_pct, "2000-01-01"}, {"2000-01-02", 55_pct, "2000-01-01"},
      {"9999-12-31", 55_pct, "2000-01-01"},
  };
  for (const Row& row : rows) {
    const auto in_force = percent.at(parse_date(row.day).value());
    ASSERT_TRUE(in_force.has_value()) << row.day;
    EXPECT_EQ(in_force->value, row.value) << row.day;
    EXPECT_EQ(to_text(in_force->since), row.since) << row.day;
    EXPECT_EQ(in_force->law, &some_law);
  }
  EXPECT_EQ(percent.at(1999y / December / 31)->first_day, FirstDay::at_least_since);
  EXPECT_EQ(percent.at(2000y / January / 1)->first_day, FirstDay::known);
}

TEST(Effective, TheDayBeforeTheFirstRowIsRefused) {
  const auto before = percent.at(1974y / January / 2);
  ASSERT_FALSE(before.has_value());
  EXPECT_EQ(before.error().reason, Reason::not_in_force);
  EXPECT_EQ(before.error().what, "no text on file for 1974-01-02; the first is of 1974-01-03");
  EXPECT_EQ(before.error().where, "A rule (b)(2)");
}

}  // namespace
}  // namespace plimsoll
