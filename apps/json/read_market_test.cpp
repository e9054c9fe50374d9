#include "apps/json/read_market.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

MarketSnapshot market_of(std::string_view text, Notes& notes) {
  const Node node = *parse(text, "a");
  const Place place{"m.json"};
  return read_market(Fields{node, place, market_keys, notes}, Date{2026y / November / 20});
}

TEST(ReadMarket, TakesEveryMember) {
  Notes notes;
  const MarketSnapshot market = market_of(
      R"({"quotes": {"AAPL": {"price": "230.10", "bid": "230.08", "ask": 230.12,
            "volatility": 0.28, "beta": 1.2, "yield": 0.0043,
            "dividends": [{"ex_date": "2027-02-10", "amount": "0.26"}],
            "borrow_rate": 0.0025, "adv": 51000000, "margin_rate": 0.3,
            "stale_after": "2026-11-21T21:00:00Z"},
          "AAPL270115C00250000": {}},
          "currencies": {"EUR": "1.0845"}, "risk_free_rate": 0.041,
          "rate_curve": [{"days": 30, "rate": 0.042}, {"days": 365, "rate": -0.001}]})",
      notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(market.as_of, Date{2026y / November / 20});
  ASSERT_EQ(market.quotes.size(), 2u);
  const Quote& quote = *market.find(InstrumentId{"AAPL"});
  EXPECT_EQ(quote.price, 230.1_d);
  EXPECT_EQ(quote.bid, 230.08_d);
  EXPECT_EQ(quote.ask, 230.12_d);
  EXPECT_EQ(quote.volatility, 0.28);
  EXPECT_EQ(quote.beta, 1.2);
  EXPECT_EQ(quote.yield, 0.0043);
  ASSERT_EQ(quote.dividends.size(), 1u);
  EXPECT_EQ(quote.dividends[0].ex_date, Date{2027y / February / 10});
  EXPECT_EQ(quote.dividends[0].amount, 0.26_d);
  EXPECT_EQ(quote.borrow_rate, 0.0025);
  EXPECT_EQ(quote.adv, 51'000'000);
  EXPECT_EQ(quote.margin_rate, 0.3_d);
  EXPECT_EQ(quote.stale_after, "2026-11-21T21:00:00Z");
  const Quote& option = *market.find(InstrumentId{"AAPL  270115C00250000"});
  EXPECT_EQ(option.price, std::nullopt);
  EXPECT_EQ(market.currencies.at(Currency{"EUR"}), 1.0845_d);
  EXPECT_EQ(market.risk_free_rate, 0.041);
  ASSERT_EQ(market.rate_curve.size(), 2u);
  EXPECT_EQ(market.rate_curve[1].days, 365);
  EXPECT_EQ(market.rate_curve[1].rate, -0.001);
}

TEST(ReadMarket, PricesOfEitherSignAreForTheResolverToJudge) {
  Notes notes;
  const MarketSnapshot market =
      market_of(R"({"quotes": {"CL": {"price": "-37.63"}, "OPT": {"price": 0}}})", notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(market.find(InstrumentId{"CL"})->price, Decimal{} - 37.63_d);
  EXPECT_EQ(market.find(InstrumentId{"OPT"})->price, Decimal{});
}

TEST(ReadMarket, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{R"({"quotes": []})", "m.json#/quotes", "this is a list; write an object, { ... }"},
           Row{R"({"quotes": {"A": 1}})", "m.json#/quotes/A",
               "this is a number; write an object, { ... }"},
           Row{R"({"quotes": {"A": {"prise": 1}}})", "m.json#/quotes/A/prise",
               "there is no member \"prise\" here; did you mean \"price\"?"},
           Row{R"({"quotes": {"A": {"price": "1e308"}}})", "m.json#/quotes/A/price",
               "\"1e308\" is too large to be an amount"},
           Row{R"({"quotes": {"A": {"price": "1000000000.01"}}})", "m.json#/quotes/A/price",
               "\"1000000000.01\" is too large; write at most 1000000000 in size"},
           Row{R"({"quotes": {"A": {"price": "NaN"}}})", "m.json#/quotes/A/price",
               "\"NaN\" is not a number; write digits with at most one point, like -1234.56"},
           Row{R"({"quotes": {"A": {"volatility": 28}}})", "m.json#/quotes/A/volatility",
               "\"28\" is outside 0 to 10; it is a fraction a year: write 0.25 for 25 %"},
           Row{R"({"quotes": {"A": {"volatility": -0.1}}})", "m.json#/quotes/A/volatility",
               "\"-0.1\" is outside 0 to 10; it is a fraction a year: write 0.25 for 25 %"},
           Row{R"({"quotes": {"A": {"margin_rate": -0.1}}})", "m.json#/quotes/A/margin_rate",
               "a margin rate is a fraction from 0 to 10; write 0.3 for 30 %"},
           Row{R"({"quotes": {"A": {"margin_rate": 25}}})", "m.json#/quotes/A/margin_rate",
               "a margin rate is a fraction from 0 to 10; write 0.3 for 30 %"},
           Row{R"({"quotes": {"A": {"adv": -1}}})", "m.json#/quotes/A/adv",
               "\"-1\" is outside 0 to 10000000000000"},
           Row{R"({"quotes": {"A": {"dividends": [{"amount": 1}]}}})",
               "m.json#/quotes/A/dividends/0", "the member \"ex_date\" is missing; add it"},
           Row{R"({"quotes": {"A": {"dividends": [{"ex_date": "2027-02-10", "amount": -1}]}}})",
               "m.json#/quotes/A/dividends/0/amount",
               "a dividend is not below zero; it is what one share is paid"},
           Row{R"({"quotes": {"AAPL  270115C00250000": {}, "AAPL270115C00250000": {}}})",
               "m.json#/quotes/AAPL270115C00250000",
               "this is the symbol quoted as \"AAPL  270115C00250000\" already; keep one of the "
               "two"},
           Row{R"({"quotes": {"A": {}, " A": {}}})", "m.json#/quotes/ A",
               "this is the symbol quoted as \"A\" already; keep one of the two"},
           Row{R"({"currencies": {"eur": 1}})", "m.json#/currencies/eur",
               "this is not a currency code; write three to eight capitals, like \"EUR\""},
           Row{R"({"currencies": {"EUR": 0}})", "m.json#/currencies/EUR",
               "an exchange rate is above zero; write what one unit is worth in the account's "
               "currency"},
           Row{R"({"currencies": {"EUR": 1000001}})", "m.json#/currencies/EUR",
               "\"1000001\" is too large; write at most 1000000 in size"},
           Row{R"({"risk_free_rate": 41})", "m.json#/risk_free_rate",
               "\"41\" is outside -0.05 to 1; it is a fraction a year: write 0.04 for 4 %"},
           Row{R"({"quotes": {"A": {"yield": 3}}})", "m.json#/quotes/A/yield",
               "\"3\" is outside -1 to 1; it is a fraction a year: write 0.03 for 3 %"},
           Row{R"({"quotes": {"VIX": {"price": 0.2}}})", "m.json#/quotes/VIX/price",
               "the VIX is in points, and 0.2 is none it can be at; write 20 for 20 %"},
           Row{R"({"quotes": {"VIX": {"price": "0.999999999"}}})", "m.json#/quotes/VIX/price",
               "the VIX is in points, and 0.999999999 is none it can be at; write 20 for 20 %"},
           Row{R"({"rate_curve": [{"days": 30}]})", "m.json#/rate_curve/0",
               "the member \"rate\" is missing; add it"},
           Row{R"({"rate_curve": [{"days": 1.5, "rate": 0}]})", "m.json#/rate_curve/0/days",
               "\"1.5\" is not a whole number"},
           Row{R"({"rate_curve": [{"days": 30, "rate": 0}, {"days": 30, "rate": 0}]})",
               "m.json#/rate_curve",
               "the days of a curve rise from point to point; sort them, each once"},
       }) {
    Notes notes;
    market_of(text, notes);
    EXPECT_EQ(notes.mistakes(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

TEST(ReadMarket, RefusesMalformedSymbolsInTheirOwnWords) {
  for (const char* symbol :
       {"", "   ", "AAPL271315C00250000", "a\\u0007b", "AN-IMPOSSIBLY-LONG-SYMBOL-OF-33-CHARS"}) {
    Notes notes;
    market_of("{\"quotes\": {\"" + std::string{symbol} + "\": {}}}", notes);
    ASSERT_EQ(notes.count(), 1u) << symbol;
    EXPECT_TRUE(notes.mistakes()[0].where.starts_with("m.json#/quotes/"));
  }
}

}  // namespace
}  // namespace plimsoll::json
