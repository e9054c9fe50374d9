#include "engine/whatif.hpp"

#include <gtest/gtest.h>

namespace plimsoll::engine {
namespace {

MarginRequest request_of(Decimal cash) {
  MarginRequest request;
  request.account.id = "desk";
  request.account.as_of = 2026y / July / 10;
  request.account.cash = std::vector{DraftCash{"USD", cash}};
  DraftPosition position;
  position.symbol = "XYZ";
  position.quantity = Quantity::of(std::int64_t{100});
  position.where = "a.json#/positions/0";
  request.account.positions = {position};
  request.market.as_of = request.account.as_of;
  request.market.quotes[InstrumentId{"XYZ"}].price = Decimal{100};
  return request;
}

std::vector<TypedTrade> typed(std::initializer_list<const char*> texts) {
  std::vector<TypedTrade> trades;
  for (const char* text : texts) trades.push_back(parse_trade(text).value());
  return trades;
}

std::string answer(Decimal cash, std::initializer_list<const char*> texts) {
  const auto report = whatif(request_of(cash), typed(texts), SecurityList{});
  if (!report) return report.error().front().where + ": " + report.error().front().what;
  const auto line = [](const MarginReport& one) {
    const auto& sums = std::get<Answer<Money>>(one.results.at(0).answer);
    return to_text(sums.equity->amount, 2) + " " + to_text(sums.maintenance.amount, 2);
  };
  return line(report->before) + " -> " + line(report->after) + ", cash " +
         to_text(report->cash_after.amount, 2) + ", borrowed " +
         to_text(report->borrowed().amount, 2);
}

// The trade's own borrowing counts: 20,000 of stock on 1,000 of cash borrows 19,000.
TEST(WhatIf, CountsWhatTheTradeItselfBorrows) {
  EXPECT_EQ(answer(1'000_d, {"BUY 200 XYZ"}),
            "11000.00 2500.00 -> 11000.00 7500.00, cash -19000.00, borrowed 19000.00");
  EXPECT_EQ(answer(-2'000_d, {"SELL 50 XYZ"}),
            "8000.00 2500.00 -> 8000.00 1250.00, cash 3000.00, borrowed -2000.00");
}

TEST(WhatIf, TradesAreDoneInOrderAtTheirPrices) {
  EXPECT_EQ(answer(0_d, {"SELL 1 XYZ 2026-12-18 105 C @ 4", "BUY 10 ABC @ 20"}),
            "10000.00 2500.00 -> 10400.00 2550.00, cash 200.00, borrowed 0.00");
}

TEST(WhatIf, RefusesWhatItCannotKnow) {
  EXPECT_EQ(answer(0_d, {"BUY 10 ABC"}),
            "the trade of ABC: no price of ABC to trade at; write it behind the trade, as in \"@ "
            "12.35\", or add it under market.quotes");
  MarginRequest unknown = request_of(0_d);
  unknown.account.cash.reset();
  EXPECT_FALSE(whatif(unknown, typed({"BUY 1 XYZ"}), SecurityList{}));
  MarginRequest retirement = request_of(0_d);
  retirement.account.kind = AccountKind::retirement;
  const auto shorted = whatif(retirement, typed({"SELL 101 XYZ"}), SecurityList{});
  ASSERT_FALSE(shorted);
  EXPECT_TRUE(shorted.error()[0].what.starts_with("a sale of 101 of XYZ"))
      << shorted.error()[0].what;
}

}  // namespace
}  // namespace plimsoll::engine
