#include "io/ibkr_totals.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll::io {
namespace {

struct Row {
  std::string value, rate;
};

std::string checked(const std::vector<Row>& rows, const std::string& printed) {
  IbkrTotals totals;
  for (const Row& row : rows) totals.add("Stocks|USD", row.value, row.rate);
  const auto same = totals.check("Stocks|USD", printed);
  return same ? "passes" : same.error().what.substr(0, same.error().what.find(';'));
}

TEST(IbkrTotals, AreTheSumOfTheirRows) {
  const std::vector<Row> two{{"21600", "1"}, {"-1,100.50", "1"}};
  const std::vector<Row> foreign{{"1305", "1.08455"}};  // 1'415.34, give or take 0.0065
  EXPECT_EQ(checked(two, "20499.50"), "passes");
  EXPECT_EQ(checked(two, "20,499.53"), "passes");
  EXPECT_EQ(checked(two, "20499.54"), "the total is 20499.54 and the rows add up to 20499.50");
  EXPECT_EQ(checked(foreign, "1415.36"), "passes");
  EXPECT_EQ(checked(foreign, "1415.37"), "the total is 1415.37 and the rows add up to 1415.33775");
  EXPECT_EQ(checked({}, "0"), "passes");
  EXPECT_EQ(checked({}, "5000"), "the total is 5000.00 and the rows add up to 0.00");
}

TEST(IbkrTotals, AreNotComparedWithWhatIsUnknown) {
  const std::vector<Row> two{{"21600", "1"}, {"1", "1"}};
  EXPECT_EQ(checked(two, ""), "passes");
  EXPECT_EQ(checked(two, "--"), "passes");
  EXPECT_EQ(checked(two, "many"), "passes");
  EXPECT_EQ(checked({{"21600", "1"}, {"", "1"}}, "5"), "passes");
  EXPECT_EQ(checked({{"21600", "1"}, {"1e19", "1"}}, "5"), "passes");
  EXPECT_EQ(checked({{"21600", ""}}, "5"), "passes");
  IbkrTotals totals;
  totals.add("a", "1", "1");
  totals.add("b", "1", "1");
  totals.lose("a");
  EXPECT_TRUE(totals.check("a", "5"));
  EXPECT_FALSE(totals.check("b", "5"));
  totals.lose_all();
  EXPECT_TRUE(totals.check("b", "5"));
}

TEST(IbkrTotals, KnowsWhereACategoryIsCounted) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"STK", "stock"}, {"OPT", "options"}, {"BOND", "bonds"}, {"FUT", "futures"},
      {"WAR", ""},      {"FOP", ""},        {"", ""}};
  for (const auto& [category, group] : table) EXPECT_EQ(ibkr_summary_group(category), group);
}

}  // namespace
}  // namespace plimsoll::io
