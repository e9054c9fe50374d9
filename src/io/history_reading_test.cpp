#include "io/history_reading.hpp"

#include <gtest/gtest.h>

#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace literals;
using plimsoll::testing::entry_lines;
using plimsoll::testing::Lines;

constexpr Date monday = 2026y / November / 23, tuesday = 2026y / November / 24;

HistoryReading reading(DayOrder order) { return {{"f.csv", ""}, "a test", order}; }

Trade trade(const char* symbol, std::int64_t quantity, std::optional<Effect> effect = {}) {
  return {InstrumentId{symbol}, Quantity::of(quantity), 50_d, {}, effect};
}

TEST(HistoryReading, NewestFirstOrOldestFirst) {
  HistoryReading newest = reading(DayOrder::unknown);
  ASSERT_TRUE(newest.add({tuesday}, CashMove{CashKind::deposit, 2_d}, 2));
  ASSERT_TRUE(newest.add({monday}, CashMove{CashKind::deposit, 1_d}, 3));
  EXPECT_EQ(entry_lines(std::move(newest).finished().value.activity),
            (Lines{"2026-11-23 deposit 1.00", "2026-11-24 deposit 2.00"}));
  HistoryReading oldest = reading(DayOrder::as_written);
  ASSERT_TRUE(oldest.add({monday}, CashMove{CashKind::deposit, 1_d}, 2));
  ASSERT_TRUE(oldest.add({monday, std::chrono::hours{10}}, CashMove{CashKind::deposit, 3_d}, 3));
  ASSERT_TRUE(oldest.add({tuesday}, CashMove{CashKind::deposit, 2_d}, 4));
  const auto read = std::move(oldest).finished().value.activity;
  EXPECT_EQ(entry_lines(read), (Lines{"2026-11-23 10:00:00 deposit 3.00", "2026-11-23 deposit 1.00",
                                      "2026-11-24 deposit 2.00"}));
  EXPECT_EQ(read.entries[0].where, "f.csv:3");
}

// What a day without an order may hold, in an order in which it can have happened.
TEST(HistoryReading, ADaysEntriesCanHaveHappened) {
  struct Row {
    std::vector<Event> events;
    Lines order;
  };
  const InstrumentId option{"AMAT  261218C00400000"};
  const auto of = [&](std::int64_t quantity, Effect effect) {
    return Event{Trade{option, Quantity::of(quantity), 2_d, {}, effect}};
  };
  for (const auto& [events, order] : {
           Row{{Event{trade("XYZ", -10)}, Event{trade("XYZ", 10)}},
               {"trade XYZ 10 at 50.00", "trade XYZ -10 at 50.00"}},
           // Bought and sold again; sold short and bought back.
           Row{{of(-1, Effect::close), of(1, Effect::open)},
               {"trade AMAT  261218C00400000 1 at 2.00 open",
                "trade AMAT  261218C00400000 -1 at 2.00 close"}},
           Row{{of(1, Effect::close), of(-1, Effect::open)},
               {"trade AMAT  261218C00400000 -1 at 2.00 open",
                "trade AMAT  261218C00400000 1 at 2.00 close"}},
           // From long to short, and from short to long.
           Row{{of(-1, Effect::open), of(-1, Effect::close)},
               {"trade AMAT  261218C00400000 -1 at 2.00 close",
                "trade AMAT  261218C00400000 -1 at 2.00 open"}},
           Row{{of(1, Effect::open), of(1, Effect::close)},
               {"trade AMAT  261218C00400000 1 at 2.00 close",
                "trade AMAT  261218C00400000 1 at 2.00 open"}},
           Row{{Event{OptionEnd{OptionEndKind::expiration, option, Quantity::of(1), {}}},
                of(1, Effect::open), Event{Delivery{InstrumentId{"XYZ"}, Quantity::of(-5)}},
                Event{Split{InstrumentId{"XYZ"}, 2, 1}},
                Event{Delivery{InstrumentId{"XYZ"}, Quantity::of(5)}}},
               {"split XYZ 2:1", "transfer XYZ 5", "trade AMAT  261218C00400000 1 at 2.00 open",
                "transfer XYZ -5", "expiration AMAT  261218C00400000 1"}},
       }) {
    HistoryReading history = reading(DayOrder::unknown);
    for (std::uint32_t line = 0; line < events.size(); ++line)
      ASSERT_TRUE(history.add({monday}, events[line], 100 - line));
    Lines expected;
    for (const std::string& line : order) expected.push_back("2026-11-23 " + line);
    EXPECT_EQ(entry_lines(std::move(history).finished().value.activity), expected);
  }
}

TEST(HistoryReading, TheSameTwiceIsAddedUp) {
  HistoryReading history = reading(DayOrder::unknown);
  ASSERT_TRUE(history.add({monday}, trade("XYZ", 10), 2));
  ASSERT_TRUE(history.add({monday}, trade("XYZ", 20), 3));
  ASSERT_TRUE(history.add({monday}, trade("XYZ", 10), 4));
  ASSERT_TRUE(history.add({monday}, trade("ABC", 10), 5));
  ASSERT_TRUE(history.add({tuesday}, trade("XYZ", 10), 1));
  const auto read = std::move(history).finished().value;
  EXPECT_EQ(entry_lines(read.activity),
            (Lines{"2026-11-23 trade ABC 10 at 50.00", "2026-11-23 trade XYZ 40 at 50.00",
                   "2026-11-24 trade XYZ 10 at 50.00"}));
  EXPECT_EQ(read.notes, Lines{"rows that say the same of one moment were added up: f.csv:4"});
}

TEST(HistoryReading, Bounds) {
  HistoryReading history = reading(DayOrder::unknown);
  const Decimal too_much = Decimal{2'000'000'000'000'000};
  EXPECT_FALSE(history.add({monday}, CashMove{CashKind::deposit, too_much}, 1));
  EXPECT_FALSE(history.add({monday}, CashMove{CashKind::fee, 1_d, "0", {}}, 1));
  EXPECT_FALSE(history.add({monday}, trade("XYZ", 20'000'000'000), 1));
  EXPECT_FALSE(history.add({1970y / January / 2}, trade("XYZ", 1), 1));
  EXPECT_TRUE(std::move(history).finished().value.activity.entries.empty());
  EXPECT_EQ(bounded_amount("$1,000.50", 2000_d, "amount").value(), 1000.5_d);
  EXPECT_EQ(bounded_amount("--", 2000_d, "amount").value(), std::nullopt);
  EXPECT_EQ(bounded_amount("2000.01", 2000_d, "fee").error().what,
            "the fee is too large; is it a typing error?");
  EXPECT_FALSE(bounded_amount("nan", 2000_d, "fee"));
}

TEST(HistoryReading, RefusedAsAWhole) {
  const auto none = refused_history({Reason::bad_input, "no", "f.csv"});
  EXPECT_EQ(none.value.rows.rows_total, 0u);
  EXPECT_EQ(none.refused.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::io
