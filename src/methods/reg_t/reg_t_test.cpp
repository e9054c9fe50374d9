#include "methods/reg_t/reg_t.hpp"

#include <algorithm>

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

Answer<Money> answer_of(const Desk& desk, std::optional<Date> rules = {}) {
  auto answer = RegT{{rules}}.compute(desk.account, desk.market);
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().what);
  return *std::move(answer);
}

/// Requirements, their risk, equity, premium, excess: initial before maintenance.
std::string line_of(const Answer<Money>& answer) {
  const auto text = [](Money money) { return to_text(money.amount, 2); };
  const auto maybe = [&](std::optional<Money> money) { return money ? text(*money) : "unknown"; };
  return text(answer.initial) + " " + text(answer.maintenance) + " risk " +
         text(answer.risk_initial) + " " + text(answer.risk_maintenance) + " equity " +
         maybe(answer.equity) + " premium " + text(answer.proceeds) + " excess " +
         maybe(answer.excess_initial()) + " " + maybe(answer.excess_maintenance());
}

bool has_caveat(const Answer<Money>& answer, std::string_view text) {
  return std::ranges::any_of(answer.caveats, [&](const Caveat& caveat) {
    return caveat.text.find(text) != std::string::npos;
  });
}

// The contract's example: 1,000 shares at 230.10, 10 calls at 250 sold, 50,000 borrowed.
TEST(RegT, TheContractsExample) {
  Desk desk;
  desk.on(2026y / November / 20).cash({-50'000_d, usd}).stock("AAPL", 1'000, 230.10_d);
  desk.call("AAPL", -10, 2027y / January / 15, 250_d, 12.35_d);
  const Answer<Money> answer = answer_of(desk);
  EXPECT_EQ(line_of(answer),
            "115050.00 57525.00 risk 115050.00 57525.00 equity 180100.00 premium 12350.00 excess "
            "65050.00 122575.00");
  EXPECT_EQ(answer.net_deposit(), 102'700_usd);
  EXPECT_EQ(answer.net_liquidation, 167'750_usd);
  ASSERT_EQ(answer.groups.size(), 1u);
  const Group<Money>& group = answer.groups[0];
  EXPECT_EQ(group.strategy, Label{"covered call"});
  EXPECT_EQ(group.initial, 115'050_usd);
  EXPECT_EQ(group.maintenance, 57'525_usd);
  EXPECT_EQ(group.proceeds, 12'350_usd);
  EXPECT_EQ(group.net_deposit, 102'700_usd);
  ASSERT_EQ(group.legs.size(), 2u);
  EXPECT_EQ(group.legs[0].id, id("AAPL"));
  EXPECT_EQ(group.legs[0].quantity, Quantity::of(std::int64_t{1'000}));
  EXPECT_EQ(group.legs[1].id, id("AAPL  270115C00250000"));
  EXPECT_EQ(group.legs[1].quantity, Quantity::of(std::int64_t{-10}));
  EXPECT_TRUE(answer.calls.empty());
}

// What stands inside each figure, one position at a time, beside 10,000 of cash.
TEST(RegT, WhatIsInsideEachFigure) {
  const auto line = [](Desk desk) { return line_of(answer_of(desk.cash(10'000_usd))); };
  EXPECT_EQ(line(Desk{}.stock("XYZ", 100, 50_d)),
            "2500.00 1250.00 risk 2500.00 1250.00 equity 15000.00 premium 0.00 excess 12500.00 "
            "13750.00");
  // Short stock: its value is in the requirements, not in the risk, and off equity.
  EXPECT_EQ(line(Desk{}.stock("XYZ", -100, 50_d)),
            "7500.00 6500.00 risk 2500.00 1500.00 equity 5000.00 premium 0.00 excess 2500.00 "
            "3500.00");
  // An uncovered option: its value is in both, nothing is taken off equity.
  EXPECT_EQ(line(Desk{}.quote("XYZ", 50_d).call("XYZ", -1, spring, 50_d, 2_d)),
            "1200.00 1200.00 risk 1200.00 1200.00 equity 10000.00 premium 200.00 excess 8800.00 "
            "8800.00");
  // A long option: its cost is in the initial requirement only, and never risk.
  EXPECT_EQ(line(Desk{}.call("XYZ", 1, spring, 50_d, 2_d)),
            "200.00 0.00 risk 0.00 0.00 equity 10000.00 premium 0.00 excess 10000.00 10000.00");
  // Over nine months: 75 % in both requirements, in no risk; 25 % is equity.
  EXPECT_EQ(line(Desk{}.call("XYZ", 1, far, 50_d, 8_d)),
            "600.00 600.00 risk 0.00 0.00 equity 10200.00 premium 0.00 excess 10200.00 10200.00");
  // A covered call in the money: the stock counts for 4,500; nothing for the call.
  EXPECT_EQ(line(Desk{}.stock("XYZ", 100, 50_d).call("XYZ", -1, spring, 45_d, 6_d)),
            "2500.00 1125.00 risk 2500.00 1125.00 equity 14500.00 premium 600.00 excess 12000.00 "
            "13375.00");
  // A short option priced by the uncovered formula inside a spread: 1 and 8 against a width of 20.
  EXPECT_EQ(line(Desk{}
                     .quote("XYZ", 100_d)
                     .put("XYZ", -1, spring, 80_d, 1_d)
                     .put("XYZ", 1, spring, 60_d, 0.10_d)),
            "910.00 900.00 risk 900.00 900.00 equity 10000.00 premium 100.00 excess 9100.00 "
            "9100.00");
}

TEST(RegT, ALongEuropeanBox) {
  Desk desk;
  desk.cash(10'000_usd).index("SPX", 104_d, IndexClass::broad);
  desk.call("SPX", 1, spring, 100_d, 6_d).call("SPX", -1, spring, 110_d, 2_d);
  desk.put("SPX", -1, spring, 100_d, 1.50_d).put("SPX", 1, spring, 110_d, 7_d);
  const Answer<Money> answer = answer_of(desk);
  EXPECT_EQ(line_of(answer),
            "500.00 500.00 risk 500.00 500.00 equity 10950.00 premium 0.00 excess 10450.00 "
            "10450.00");
  EXPECT_EQ(answer.net_deposit(), 500_usd);
  EXPECT_EQ(answer.net_liquidation, 10'950_usd);
}

TEST(RegT, TodaysTradeOpensAndTheMarketKeeps) {
  Desk desk;
  desk.cash(10'000_usd).quote("XYZ", 9.25_d).put("XYZ", -4, spring, 13_d, 4.25_d).traded_at(4_d);
  EXPECT_EQ(line_of(answer_of(desk)),
            "2340.00 2440.00 risk 2340.00 2440.00 equity 10000.00 premium 1600.00 excess 7660.00 "
            "7560.00");
}

TEST(RegT, UnknownCashLeavesEquityOpen) {
  Desk desk;
  const Answer<Money> answer = answer_of(desk.cash_unknown().stock("XYZ", 100, 50_d));
  EXPECT_EQ(line_of(answer),
            "2500.00 1250.00 risk 2500.00 1250.00 equity unknown premium 0.00 excess unknown "
            "unknown");
  EXPECT_FALSE(answer.net_liquidation);
  EXPECT_TRUE(has_caveat(answer, "cash is unknown"));
  EXPECT_TRUE(answer.calls.empty());
}

TEST(RegT, NothingHeldNeedsNothing) {
  EXPECT_EQ(line_of(answer_of(Desk{}.cash(5_usd))),
            "0.00 0.00 risk 0.00 0.00 equity 5.00 premium 0.00 excess 5.00 5.00");
}

// 100 at 50 bought with 3,750 borrowed leaves 1,250 of equity, which is all it needs.
TEST(RegT, ACallIsMadeFromTheFirstCentShort) {
  const auto calls = [](Money cash) {
    return answer_of(Desk{}.cash(cash).stock("XYZ", 100, 50_d)).calls;
  };
  EXPECT_TRUE(calls({-3'750_d, usd}).empty());
  const std::vector<Call> made = calls({-3'750.01_d, usd});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].kind, Label{"maintenance"});
  EXPECT_EQ(made[0].amount, 0.01_usd);
}

TEST(RegT, CashIsAddedUpInDollars) {
  Desk desk;
  const Currency eur{"EUR"};
  desk.account.cash = std::vector<Money>{100_usd, {1'000_d, eur}};
  const auto without_rate = RegT{{}}.compute(desk.account, desk.market);
  ASSERT_TRUE(without_rate);
  ASSERT_EQ(without_rate->refused.size(), 1u);
  EXPECT_NE(without_rate->refused[0].what.find("EUR"), std::string::npos);
  EXPECT_FALSE(without_rate->equity.has_value());
  desk.market.currencies[eur] = 1.10_d;
  EXPECT_EQ(answer_of(desk).equity, 1'200_usd);
}

TEST(RegT, RefusesAnAccountNotInDollars) {
  Desk desk;
  desk.account.base = Currency{"EUR"};
  const auto refused = RegT{{}}.compute(desk.account, desk.market);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Reason::not_covered);
  EXPECT_NE(refused.error().what.find("US dollars"), std::string::npos);
}

TEST(RegT, RefusesADayBeforeTheFirstRule) {
  const auto answered_on = [](const Desk& desk, Date rules) {
    const auto plain = RegT{{rules}}.compute(desk.account, desk.market);
    const auto explained = RegT{{rules}}.explain(desk.account, desk.market);
    EXPECT_EQ(plain.has_value(), explained.has_value());
    if (plain) return true;
    EXPECT_EQ(plain.error().reason, Reason::not_in_force);
    EXPECT_EQ(plain.error(), explained.error());
    return false;
  };
  Desk stock, bought, sold;
  stock.stock("XYZ", 100, 50_d);
  bought.call("XYZ", 1, spring, 50_d, 2_d);
  sold.quote("XYZ", 50_d).call("XYZ", -1, spring, 50_d, 2_d).put("XYZ", -1, spring, 50_d, 2_d);
  EXPECT_FALSE(answered_on(stock, 1974y / January / 2));
  EXPECT_TRUE(answered_on(stock, 1974y / January / 3));
  for (const Desk& options : {bought, sold}) {
    EXPECT_FALSE(answered_on(options, 1988y / June / 5));
    EXPECT_TRUE(answered_on(options, 1988y / June / 6));
  }
  stock.on(1974y / January / 2);
  EXPECT_FALSE(RegT{{}}.compute(stock.account, stock.market));
}

TEST(RegT, MayReadAnotherDaysRulebook) {
  Desk desk;
  desk.hold(Stock{.id = id("TRI"), .kind = StockKind::etf, .leverage = 3_d},
            Quantity::of(std::int64_t{100}));
  desk.quote("TRI", 50_d);
  EXPECT_EQ(answer_of(desk).maintenance, 3'750_usd);
  EXPECT_EQ(answer_of(desk, 2009y / November / 30).maintenance, 1'250_usd);
  EXPECT_EQ(answer_of(desk, 2009y / December / 1).maintenance, 3'750_usd);
}

TEST(RegT, ListsWhatIsMissingAndWhatIsNotCovered) {
  Desk desk;
  desk.cash(10'000_usd).stock("AAPL", 100, 50_d).stock("MSFT", 100, 60_d).stock("XYZ", 10, 10_d);
  desk.hold(Token{.id = id("BTC")}, Quantity::of(std::int64_t{1}));
  desk.market.quotes.erase(id("AAPL"));
  desk.market.quotes.erase(id("MSFT"));
  const Answer<Money> answer = answer_of(desk);
  EXPECT_FALSE(answer.complete());
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_NE(answer.refused[0].what.find("AAPL, MSFT"), std::string::npos);
  ASSERT_EQ(answer.not_covered.size(), 1u);
  EXPECT_EQ(answer.not_covered[0].symbol, "BTC");
  EXPECT_TRUE(answer.calls.empty());
  ASSERT_EQ(answer.groups.size(), 1u);
}

TEST(RegT, ABondThatHasMaturedIsNotLeftOutInSilence) {
  Desk desk;
  desk.hold(Bond{.id = id("BOND"), .kind = BondKind::municipal, .maturity = 2026y / March / 1},
            Quantity::of(std::int64_t{10'000}));
  const Answer<Money> answer = answer_of(desk.quote("BOND", 99_d));
  EXPECT_FALSE(answer.complete());
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_NE(answer.refused[0].what.find("matured on 2026-03-01"), std::string::npos);
}

TEST(RegT, ACashAccountBorrowsNothing) {
  Desk desk{AccountKind::cash};
  desk.cash(10'000_usd).stock("XYZ", 100, 100_d).call("XYZ", -1, spring, 95_d, 8_d);
  desk.put("ABC", -1, spring, 40_d, 1_d).quote("ABC", 45_d).call("ABC", 1, far, 45_d, 6_d);
  // Stock 10,000 paid in full; 4,000 for the put; the long call counts nothing.
  EXPECT_EQ(line_of(answer_of(desk)),
            "14600.00 14000.00 risk 14000.00 14000.00 equity 20000.00 premium 900.00 excess "
            "6000.00 6000.00");
  EXPECT_FALSE(has_caveat(answer_of(desk), "uncovered call"));
  desk.call("ABC", -1, spring, 50_d, 1_d);
  EXPECT_TRUE(has_caveat(answer_of(desk), "an uncovered call is not permitted in a cash account"));
}

TEST(RegT, AConvertiblePaidInFullCoversACallInACashAccount) {
  Desk desk{AccountKind::cash};
  desk.hold(Bond{.id = id("CONV"),
                 .kind = BondKind::convertible,
                 .underlying = id("XYZ"),
                 .conversion_ratio = 1_d},
            Quantity::of(std::int64_t{100}));
  desk.quote("CONV", 80_d).quote("XYZ", 80_d).call("XYZ", -1, spring, 90_d, 3_d);
  EXPECT_EQ(answer_of(desk).initial, 8'000_usd);
  EXPECT_FALSE(has_caveat(answer_of(desk), "uncovered call"));
}

TEST(RegT, SaysWhereItDoesNotKnowWhatAShortSaleBrought) {
  const auto desk_with = [](std::optional<Decimal> average_cost, Style style) {
    Desk desk;
    desk.stock("XYZ", -100, 105_d);
    if (average_cost) desk.account.positions.back().average_cost = Price{*average_cost, usd};
    desk.call("XYZ", 1, spring, 110_d, 1_d);
    std::get<ListedOption>(desk.account.positions.back().instrument).style = style;
    return desk;
  };
  const std::string caveat = "exercise price of the call bought (12 CFR 220.12(c)(2)): XYZ;";
  const Answer<Money> known = answer_of(desk_with(115_d, Style::american));
  EXPECT_EQ(known.risk_initial, 1'600_usd);
  EXPECT_FALSE(has_caveat(known, caveat));
  const Answer<Money> unknown = answer_of(desk_with({}, Style::american));
  EXPECT_EQ(unknown.risk_initial, 5'250_usd);
  EXPECT_TRUE(has_caveat(unknown, caveat));
  EXPECT_FALSE(has_caveat(answer_of(desk_with({}, Style::european)), caveat));
  Desk today_sold = desk_with(100_d, Style::american);
  today_sold.account.positions.front().trade_price = Price{112_d, usd};
  EXPECT_FALSE(has_caveat(answer_of(today_sold), caveat));
}

TEST(RegT, SaysWhichRulesAreKnownFromMemoryOnly) {
  Desk desk;
  desk.hold(Fund{.id = id("MMF"), .kind = FundKind::money_market},
            Quantity::of(std::int64_t{1'000}));
  EXPECT_TRUE(has_caveat(answer_of(desk.quote("MMF", 1_d)), "rules known from memory"));
  Desk spread;
  spread.quote("XYZ", 100_d).call("XYZ", -1, spring, 100_d, 4_d).call("XYZ", 1, spring, 105_d, 2_d);
  EXPECT_FALSE(has_caveat(answer_of(spread), "rules known from memory"));
  EXPECT_TRUE(has_caveat(answer_of(spread, 2012y / October / 25), "rules known from memory"));
}

TEST(RegT, TheExplanationIsTheCalculation) {
  Desk desk;
  desk.cash(10'000_usd).stock("XYZ", 250, 100_d).call("XYZ", -3, spring, 100_d, 5_d);
  const auto explained = RegT{{}}.explain(desk.account, desk.market);
  const Answer<Money> plain = answer_of(desk);
  ASSERT_TRUE(explained);
  EXPECT_EQ(explained->initial.money, plain.initial);
  EXPECT_EQ(explained->maintenance.money, plain.maintenance);
  EXPECT_EQ(money_of(explained->equity), plain.equity);
  ASSERT_EQ(explained->maintenance.parts.size(), plain.groups.size());
  for (std::size_t i = 0; i < plain.groups.size(); ++i)
    EXPECT_EQ(explained->maintenance.parts[i].money, plain.groups[i].maintenance);
  EXPECT_EQ(explained->maintenance.parts.at(1).subject, "200 XYZ, -2 XYZ 2026-06-19 100 C");
}

}  // namespace
}  // namespace plimsoll::reg_t
