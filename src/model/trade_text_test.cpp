#include "model/trade_text.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

std::string read(std::string_view text) {
  const auto trade = parse_trade(text);
  if (!trade) return "refused: " + trade.error().what;
  return to_text(trade->quantity) + " " + std::string{trade->symbol.view()} +
         (trade->price ? " @ " + to_text(*trade->price, 2) : "");
}

TEST(TradeText, ReadsWhatAPersonTypes) {
  EXPECT_EQ(read("BUY 100 AAPL"), "100 AAPL");
  EXPECT_EQ(read("sell 0.5 brk.b"), "-0.5 BRK.B");
  EXPECT_EQ(read("SELL 2 AAPL 2027-01-15 250 C @ 12.35"), "-2 AAPL  270115C00250000 @ 12.35");
  EXPECT_EQ(read("BUY 1 SPXW 2026-12-18 5000.5 put @0"), "1 SPXW  261218P05000500 @ 0.00");
  EXPECT_EQ(read("BUY 1 AAPL270115C00250000"), "1 AAPL  270115C00250000");
  EXPECT_EQ(read("  BUY  1  AAPL  270115C00250000@1.5 "), "1 AAPL  270115C00250000 @ 1.50");
}

TEST(TradeText, RefusesTheRestAndShowsHow) {
  for (const auto& [text, what] : {
           std::pair{"", "it is not a trade"},
           std::pair{"HOLD 100 AAPL", "it is not a trade"},
           std::pair{"BUY 100", "it is not a trade"},
           std::pair{"BUY -100 AAPL", "the quantity is above zero"},
           std::pair{"BUY 0 AAPL", "the quantity is above zero"},
           std::pair{"BUY 99999999999 AAPL", "the quantity is above zero"},
           std::pair{"BUY 1 AAPL @", "after @ comes one price"},
           std::pair{"BUY 1 AAPL @ 1 2", "after @ comes one price"},
           std::pair{"BUY 1 AAPL @ -1", "the price is out of range"},
           std::pair{"BUY 1 AAPL 2027-01-15 250 X", "\"X\" is not C or P"},
           std::pair{"BUY 1 AAPL 2027-13-15 250 C", ""},
           std::pair{"BUY 1 AAPL 2027-01-15 0 C", "no listed option"},
           std::pair{"BUY 1 AAPL 2100-01-01 250 C", "an option expires from 2000 to 2099"},
           std::pair{"BUY 1 AAPL 1999-12-31 250 C", "an option expires from 2000 to 2099"},
           std::pair{"BUY 1 AAPL 2027-01-15 250.0001 C", "no listed option"},
           std::pair{"BUY 1 TOOLONG 2027-01-15 250 C", "no listed option"},
           std::pair{"BUY 1 A B C", "it names no symbol"},
       }) {
    const std::string answer = read(text);
    EXPECT_TRUE(answer.starts_with("refused: \"" + std::string{text} + "\": " + what)) << answer;
    EXPECT_TRUE(answer.ends_with("@ 12.35\"")) << answer;
  }
}

}  // namespace
}  // namespace plimsoll
