#include "apps/json/read_position.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

TEST(ReadPosition, TakesEveryMember) {
  Notes notes;
  const auto node = parse(
      R"({"symbol": "AAPL", "quantity": "-0.5", "holding": "short", "average_cost": 180.10,
          "lots": [{"quantity": 1, "cost": "2.50", "date": "2025-01-02"}],
          "trade_price": "229.00", "trade_date": "2026-11-20", "name": "APPLE INC"})",
      "a");
  const auto position = read_position(*node, Place{"a.json"}, notes);
  ASSERT_TRUE(position.has_value());
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(position->symbol, "AAPL");
  EXPECT_EQ(to_text(position->quantity), "-0.5");
  EXPECT_EQ(position->holding, Holding::short_sale);
  EXPECT_EQ(position->average_cost, 180.1_d);
  ASSERT_EQ(position->lots.size(), 1u);
  EXPECT_EQ(position->lots[0].quantity, Quantity::of(1));
  EXPECT_EQ(position->lots[0].cost, 2.5_d);
  EXPECT_EQ(position->lots[0].date, Date{2025y / January / 2});
  EXPECT_EQ(position->trade_price, 229_d);
  EXPECT_EQ(position->trade_date, Date{2026y / November / 20});
  EXPECT_EQ(position->name, "APPLE INC");
  EXPECT_EQ(position->where, "a.json");
}

TEST(ReadPosition, LeavesOpenWhatIsNotSaid) {
  Notes notes;
  const auto position =
      read_position(*parse(R"({"symbol": " SPY ", "quantity": 1})", "a"), Place{"a"}, notes);
  ASSERT_TRUE(position.has_value());
  EXPECT_EQ(position->symbol, "SPY");
  EXPECT_EQ(position->holding, Holding::unstated);
  EXPECT_EQ(position->average_cost, std::nullopt);
  EXPECT_EQ(position->trade_price, std::nullopt);
  EXPECT_EQ(position->trade_date, std::nullopt);
  EXPECT_TRUE(position->lots.empty());
  EXPECT_TRUE(position->name.empty());
}

TEST(ReadPosition, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"[]", "a.json", "this is a list; write an object, { ... }"},
           Row{R"({"quantity": 1})", "a.json", "the member \"symbol\" is missing; add it"},
           Row{R"({"symbol": "A"})", "a.json", "the member \"quantity\" is missing; add it"},
           Row{R"({"symbol": "A", "quantity": ""})", "a.json#/quantity",
               "quantity is blank; write -1 for one short contract"},
           Row{R"({"symbol": "A", "quantity": 1, "qty": 1})", "a.json#/qty",
               "there is no member \"qty\" here; take it out, or write symbol, quantity, holding, "
               "average_cost, lots, trade_price, trade_date or name"},
           Row{R"({"symbol": "A", "quantity": 1, "holding": "long"})", "a.json#/holding",
               "\"long\" is none of the words known here; write margin, cash or short"},
           Row{R"({"symbol": "A", "quantity": 1, "average_cost": 1000000001})",
               "a.json#/average_cost",
               "\"1000000001\" is too large; write at most 1000000000 in size"},
           Row{R"({"symbol": "A", "quantity": 1, "trade_price": "1e19"})", "a.json#/trade_price",
               "\"1e19\" is too large; write at most 1000000000 in size"},
           Row{R"({"symbol": "A", "quantity": 1, "trade_date": "today"})", "a.json#/trade_date",
               "\"today\" is not a date; write YYYY-MM-DD"},
           Row{R"({"symbol": "A", "quantity": 1, "lots": {}})", "a.json#/lots",
               "this is an object; write a list, [ ... ]"},
           Row{R"({"symbol": "A", "quantity": 1, "lots": [{"quantity": 1, "cost": 1}]})",
               "a.json#/lots/0", "the member \"date\" is missing; add it"},
           Row{R"({"symbol": "A", "quantity": 1,
                   "lots": [{"quantity": 10000000001, "cost": 1, "date": "2026-01-01"}]})",
               "a.json#/lots/0/quantity",
               "this is more than 10000000000 units; no lot is so large"},
       }) {
    Notes notes;
    EXPECT_FALSE(read_position(*parse(text, "a"), Place{"a.json"}, notes).has_value()) << text;
    EXPECT_EQ(notes.mistakes(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

}  // namespace
}  // namespace plimsoll::json
