#include "io/ibkr_moves.hpp"

#include <gtest/gtest.h>

#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

TEST(IbkrMoves, Moments) {
  struct Row {
    const char* text;
    const char* moment;  // empty: refused
  };
  for (const auto& [text, moment] : {
           Row{"20260717;120440", "2026-07-17 12:04:40"},
           Row{"2026-07-17;120440", "2026-07-17 12:04:40"},
           Row{"2026-07-17, 12:04:40", "2026-07-17 12:04:40"},
           Row{"2026-07-17T12:04:40", "2026-07-17 12:04:40"},
           Row{"20260717 12:04", "2026-07-17 12:04:00"},
           Row{"20260717;120440 EDT", "2026-07-17 12:04:40"},
           Row{"20260717", "2026-07-17"},
           Row{"2026-07-17", "2026-07-17"},
           Row{"20260717;120440 UTC", ""},
           Row{"20260717;120440+02:00", ""},
           Row{"20260717;250000", ""},
           Row{"20260717;12", ""},
           Row{"20261317;120440", ""},
           Row{"", ""},
           Row{"someday", ""},
       }) {
    const auto read = ibkr_moment(text);
    EXPECT_EQ(read ? moment_text(*read) : "", moment) << text;
  }
}

IbkrTrade stock(const char* quantity, const char* price, const char* codes) {
  IbkrTrade trade;
  trade.row.category = "STK";
  trade.row.symbol = "KO";
  trade.row.currency = "USD";
  trade.row.quantity = quantity;
  trade.row.price = price;
  trade.when = "20261204;162000";
  trade.codes = codes;
  trade.line = 9;
  return trade;
}
IbkrTrade option(const char* quantity, const char* price, const char* codes) {
  IbkrTrade trade = stock(quantity, price, codes);
  trade.row.category = "OPT";
  trade.row.symbol = "KO    261204C00070000";
  trade.row.underlying = "KO";
  trade.row.multiplier = "100";
  trade.line = 8;
  return trade;
}

struct Made {
  Lines entries, skipped, refused;
};
Made made(std::vector<IbkrTrade> trades, std::vector<std::pair<IbkrTrade, std::string>> ends = {}) {
  HistoryReading reading{{"f.xml", ""}, "a test", DayOrder::as_written};
  IbkrMoves moves{reading};
  for (IbkrTrade& trade : trades) moves.take(std::move(trade));
  for (auto& [end, type] : ends) moves.take_end(std::move(end), type);
  moves.settle();
  const auto [read, refused] = std::move(reading).finished();
  return {entry_lines(read.activity), skipped_lines(read), refused_lines(refused)};
}

TEST(IbkrMoves, SharesOfAnOptionAreCountedOnce) {
  const Made called = made({stock("-200", "70", "A;C"), option("2", "0", "A;C")});
  EXPECT_EQ(called.entries, Lines{"2026-12-04 16:20:00 assignment KO    261204C00070000 2"});
  EXPECT_EQ(called.skipped, Lines{"f.xml:9 shares that the option's own row brings"});
  const Made exercised = made({option("-2", "0", "C;Ex"), stock("200", "70", "Ex;O")});
  EXPECT_EQ(exercised.entries, Lines{"2026-12-04 16:20:00 exercise KO    261204C00070000 2"});
  const Made alone = made({stock("-200", "70", "A;C")});
  EXPECT_EQ(alone.entries, Lines{});
  EXPECT_EQ(alone.refused.size(), 1u);
}

TEST(IbkrMoves, ASettlementInCashIsATradeAtItsPrice) {
  IbkrTrade settled = option("2", "3.5", "A;C");
  settled.proceeds = "-700";
  EXPECT_EQ(made({settled}).entries,
            Lines{"2026-12-04 16:20:00 trade KO    261204C00070000 2 at 3.50 close"});
}

TEST(IbkrMoves, ThroughZeroOpensAndCloses) {
  IbkrTrade through = stock("100", "70", "C;O");
  EXPECT_EQ(made({through}).entries, Lines{"2026-12-04 16:20:00 trade KO 100 at 70.00"});
}

TEST(IbkrMoves, AListOfEndsSaysWhatTheTradesDoNot) {
  const Made twice = made({option("2", "0", "A;C")}, {{option("2", "0", ""), "Assignment"}});
  EXPECT_EQ(twice.entries.size(), 1u);
  EXPECT_EQ(twice.skipped, Lines{"f.xml:8 the end of an option that is among the trades"});
  const Made once =
      made({}, {{option("2", "0", ""), "Assignment"}, {stock("-200", "70", ""), "Sell"}});
  EXPECT_EQ(once.entries, Lines{"2026-12-04 16:20:00 assignment KO    261204C00070000 2"});
  EXPECT_EQ(once.skipped, Lines{"f.xml:9 shares that the option's own row brings"});
}

}  // namespace
}  // namespace plimsoll::io
