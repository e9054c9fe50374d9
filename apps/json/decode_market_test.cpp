#include "apps/json/decode_market.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

std::expected<MarketSnapshot, std::vector<Error>> decoded(std::string_view text) {
  return decode_market(*parse(text, "m.json"), "m.json");
}

TEST(DecodeMarket, TakesAFile) {
  const auto market = decoded(R"({"schema": "plimsoll.market/1", "as_of": "2026-11-20",
      "quotes": {"VIX": {"price": "17.25"}}, "currencies": {"EUR": "1.0845"},
      "risk_free_rate": 0.041, "rate_curve": [{"days": 30, "rate": 0.042}]})");
  ASSERT_TRUE(market.has_value());
  EXPECT_EQ(market->as_of, Date{2026y / November / 20});
  EXPECT_EQ(market->find(InstrumentId{"VIX"})->price, 17.25_d);
  EXPECT_EQ(market->currencies.at(Currency{"EUR"}), 1.0845_d);
  EXPECT_EQ(market->risk_free_rate, 0.041);
  EXPECT_EQ(market->rate_curve.size(), 1u);
}

TEST(DecodeMarket, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"[]", "m.json", "this is a list; write an object, { ... }"},
           Row{R"({"as_of": "2026-11-20", "quotes": {}})", "m.json",
               "the member \"schema\" is missing; add \"schema\": \"plimsoll.market/1\""},
           Row{R"({"schema": "plimsoll.account/1"})", "m.json#/schema",
               "this document is \"plimsoll.account/1\"; what is read here is "
               "\"plimsoll.market/1\""},
           Row{R"({"schema": "plimsoll.market/1"})", "m.json",
               "the member \"as_of\" is missing; add it"},
           Row{R"({"schema": "plimsoll.market/1", "as_of": "2026-11-20", "quote": {}})",
               "m.json#/quote", "there is no member \"quote\" here; did you mean \"quotes\"?"},
           Row{R"({"schema": "plimsoll.market/1", "as_of": "2026-11-20",
                   "quotes": {"A": {"price": true}}})",
               "m.json#/quotes/A/price", "this is true or false; write a number, like \"230.10\""},
       }) {
    const auto market = decoded(text);
    ASSERT_FALSE(market.has_value()) << text;
    EXPECT_EQ(market.error(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

MarketSnapshot snapshot(Date as_of) {
  MarketSnapshot market;
  market.as_of = as_of;
  return market;
}

TEST(Merge, TheFileWinsMemberByMember) {
  const Date day{2026y / November / 20};
  const Dividend old_dividend{day, 1_d}, new_dividend{day, 2_d};
  MarketSnapshot ours = snapshot(day);
  ours.quotes[InstrumentId{"A"}] = {.price = 1_d,
                                    .bid = 2_d,
                                    .ask = 3_d,
                                    .volatility = 0.1,
                                    .beta = 1,
                                    .yield = 0.01,
                                    .borrow_rate = 0.02,
                                    .adv = 5,
                                    .margin_rate = 0.3_d,
                                    .dividends = {old_dividend},
                                    .stale_after = "x"};
  ours.quotes[InstrumentId{"B"}].price = 10_d;
  ours.currencies = {{Currency{"EUR"}, 1_d}, {Currency{"GBP"}, 1.3_d}};
  ours.risk_free_rate = 0.04;
  ours.rate_curve = {{30, 0.04}, {60, 0.04}};

  MarketSnapshot file = snapshot(day);
  file.quotes[InstrumentId{"A"}].price = 9_d;
  file.quotes[InstrumentId{"A"}].dividends = {new_dividend};
  file.quotes[InstrumentId{"C"}].price = 11_d;
  file.currencies = {{Currency{"EUR"}, 1.1_d}};

  const auto [market, caveat] = merge(ours, file);
  EXPECT_EQ(caveat, std::nullopt);
  const Quote& quote = *market.find(InstrumentId{"A"});
  EXPECT_EQ(quote.price, 9_d);
  EXPECT_EQ(quote.bid, 2_d);
  EXPECT_EQ(quote.ask, 3_d);
  EXPECT_EQ(quote.volatility, 0.1);
  EXPECT_EQ(quote.beta, 1);
  EXPECT_EQ(quote.yield, 0.01);
  EXPECT_EQ(quote.borrow_rate, 0.02);
  EXPECT_EQ(quote.adv, 5);
  EXPECT_EQ(quote.margin_rate, 0.3_d);
  EXPECT_EQ(quote.stale_after, "x");
  ASSERT_EQ(quote.dividends.size(), 1u);
  EXPECT_EQ(quote.dividends[0].amount, 2_d);
  EXPECT_EQ(market.find(InstrumentId{"B"})->price, 10_d);
  EXPECT_EQ(market.find(InstrumentId{"C"})->price, 11_d);
  EXPECT_EQ(market.currencies.at(Currency{"EUR"}), 1.1_d);
  EXPECT_EQ(market.currencies.at(Currency{"GBP"}), 1.3_d);
  EXPECT_EQ(market.risk_free_rate, 0.04);
  EXPECT_EQ(market.rate_curve.size(), 2u);
}

TEST(Merge, TheFileWinsInEveryMember) {
  const Date day{2026y / November / 20};
  MarketSnapshot ours = snapshot(day);
  ours.quotes[InstrumentId{"A"}].volatility = 0.1;
  ours.risk_free_rate = 0.04;
  ours.rate_curve = {{30, 0.04}, {60, 0.04}};
  MarketSnapshot file = snapshot(day);
  file.quotes[InstrumentId{"A"}] = {.price = 1_d,
                                    .bid = 2_d,
                                    .ask = 3_d,
                                    .volatility = 0.4,
                                    .beta = 5,
                                    .yield = 0.6,
                                    .borrow_rate = 0.7,
                                    .adv = 8,
                                    .margin_rate = 0.9_d,
                                    .dividends = {},
                                    .stale_after = "y"};
  file.risk_free_rate = 0.05;
  file.rate_curve = {{90, 0.05}};
  const MarketSnapshot market = merge(ours, file).market;
  const Quote& quote = *market.find(InstrumentId{"A"});
  EXPECT_EQ(quote.price, 1_d);
  EXPECT_EQ(quote.bid, 2_d);
  EXPECT_EQ(quote.ask, 3_d);
  EXPECT_EQ(quote.volatility, 0.4);
  EXPECT_EQ(quote.beta, 5);
  EXPECT_EQ(quote.yield, 0.6);
  EXPECT_EQ(quote.borrow_rate, 0.7);
  EXPECT_EQ(quote.adv, 8);
  EXPECT_EQ(quote.margin_rate, 0.9_d);
  EXPECT_EQ(quote.stale_after, "y");
  EXPECT_EQ(market.risk_free_rate, 0.05);
  ASSERT_EQ(market.rate_curve.size(), 1u);
  EXPECT_EQ(market.rate_curve[0].days, 90);
}

TEST(Merge, AFileOfAnotherDayIsSaid) {
  const auto merged = merge(snapshot(2026y / November / 20), snapshot(2026y / November / 19));
  EXPECT_EQ(merged.market.as_of, Date{2026y / November / 20});
  EXPECT_EQ(merged.caveat,
            "the market file is of 2026-11-19, the account of 2026-11-20; its prices are taken as "
            "they are");
}

}  // namespace
}  // namespace plimsoll::json
