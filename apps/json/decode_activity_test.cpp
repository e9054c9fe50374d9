#include "apps/json/decode_activity.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

std::expected<Activity, std::vector<Error>> decoded(const std::string& entries,
                                                    const std::string& more = "") {
  return decode_activity(
      *parse(R"({"schema": "plimsoll.activity/1", "entries": [)" + entries + "]" + more + "}", "a"),
      "a.json");
}

TEST(DecodeActivity, EveryKindOfEntry) {
  const auto activity = decoded(R"(
    {"time": "2026-07-13T14:00:00Z", "kind": "trade", "symbol": "AAPL", "quantity": -10,
     "price": "231.50", "fees": 1.25, "effect": "close"},
    {"time": "2026-07-13", "kind": "withdrawal", "amount": "-500.00"},
    {"time": "2026-07-14", "kind": "dividend", "amount": 26, "symbol": "AAPL"},
    {"time": "2026-07-14", "kind": "split", "symbol": "AAPL", "ratio": "3:2"},
    {"time": "2026-07-14", "kind": "assignment", "symbol": "AAPL270115C00250000", "quantity": 2},
    {"time": "2026-07-14", "kind": "exercise", "symbol": "SPX 270115C05000000", "quantity": 1,
     "price": "5010.5"},
    {"time": "2026-07-15", "kind": "transfer", "symbol": "KO", "quantity": 100},
    {"time": "2026-07-15", "kind": "transfer", "amount": -5, "currency": "EUR"},
    {"time": "2026-07-15", "kind": "mark", "symbol": "AAPL", "price": 232})");
  ASSERT_TRUE(activity) << activity.error()[0].what;
  const auto& entries = activity->entries;
  ASSERT_EQ(entries.size(), 9u);
  // 14:00 in Greenwich is 10:00 in New York.
  EXPECT_EQ(entries[0].moment.day, Date{2026y / July / 13});
  EXPECT_EQ(entries[0].moment.time, std::chrono::hours{10});
  EXPECT_EQ(entries[0].where, "a.json#/entries/0");
  const auto& trade = std::get<Trade>(entries[0].event);
  EXPECT_EQ(trade.symbol, InstrumentId{"AAPL"});
  EXPECT_EQ(trade.quantity, Quantity::of(std::int64_t{-10}));
  EXPECT_EQ(trade.price, 231.5_d);
  EXPECT_EQ(trade.fees, 1.25_d);
  EXPECT_EQ(trade.effect, Effect::close);
  EXPECT_EQ(entries[1].moment.time, std::nullopt);
  EXPECT_EQ(std::get<CashMove>(entries[1].event).amount, -500_d);
  EXPECT_EQ(std::get<CashMove>(entries[2].event).kind, CashKind::dividend);
  EXPECT_EQ(std::get<Split>(entries[3].event).new_shares, 3);
  EXPECT_EQ(std::get<Split>(entries[3].event).old_shares, 2);
  EXPECT_EQ(std::get<OptionEnd>(entries[4].event).symbol, InstrumentId{"AAPL  270115C00250000"});
  EXPECT_EQ(std::get<OptionEnd>(entries[5].event).settlement, 5010.5_d);
  EXPECT_EQ(std::get<Delivery>(entries[6].event).quantity, Quantity::of(std::int64_t{100}));
  EXPECT_EQ(std::get<CashMove>(entries[7].event).kind, CashKind::transfer);
  EXPECT_EQ(std::get<CashMove>(entries[7].event).currency, "EUR");
  EXPECT_EQ(std::get<Mark>(entries[8].event).price, 232_d);
  EXPECT_EQ(activity->order, DayOrder::as_written);
}

TEST(DecodeActivity, OrderAndInstruments) {
  const auto activity = decoded(
      "", R"(, "order": "unknown", "instruments": {"UPRO": {"type": "etf", "leverage": 3}})");
  ASSERT_TRUE(activity);
  EXPECT_EQ(activity->order, DayOrder::unknown);
  ASSERT_EQ(activity->instruments.size(), 1u);
  EXPECT_EQ(activity->instruments[0].leverage, 3_d);
}

TEST(DecodeActivity, RefusesWithThePlace) {
  struct Row {
    std::string entry, where, what;
  };
  for (const auto& [entry, where, what] : {
           Row{R"(7)", "", "this is a number; write an object, { ... }"},
           Row{R"({"time": "2026-07-13"})", "",
               "the member \"kind\" is missing; write trade, deposit, mark, ..."},
           Row{R"({"time": "2026-07-13", "kind": "buy"})", "/kind",
               "\"buy\" is none of the words known here; write trade, deposit, withdrawal, "
               "dividend, interest, fee, split, expiration, exercise, assignment, transfer or "
               "mark"},
           Row{R"({"kind": "deposit", "amount": 1})", "", "the member \"time\" is missing"},
           Row{R"({"time": "2026-07-13", "kind": "split", "symbol": "A", "ratio": "1.5:1"})",
               "/ratio",
               "\"1.5:1\" is not two whole numbers above zero; write \"3:2\" for three new shares "
               "for two old"},
           Row{R"({"time": "2026-07-13", "kind": "split", "symbol": "A", "ratio": "0:1"})",
               "/ratio",
               "\"0:1\" is not two whole numbers above zero; write \"3:2\" for three new shares "
               "for two old"},
           Row{R"({"time": "2026-07-13", "kind": "mark", "symbol": "A", "price": -1})", "/price",
               "a price below zero is not possible here; write the close"},
           Row{R"({"time": "2026-07-13", "kind": "mark", "symbol": "A", "price": "1e308"})",
               "/price", "\"1e308\" is too large to be an amount"},
           Row{R"({"time": "2026-07-13", "kind": "transfer"})", "/kind",
               "a transfer is of cash (amount) or of securities (symbol and quantity); write one "
               "entry for each"},
           Row{R"({"time": "2026-07-13", "kind": "mark", "symbol": "A270199C00005000",
                   "price": 1})",
               "/symbol", ""},
           Row{R"({"time": "2026-07-13", "kind": "deposit", "amount": 1, "price": 2})", "/price",
               "there is no member \"price\" here"},
           Row{R"({"time": "13 July", "kind": "deposit", "amount": 1})", "/time", ""},
           Row{R"({"time": "2026-07-13T10:00:00", "kind": "deposit", "amount": 1})", "/time", ""},
       }) {
    const auto activity = decoded(entry);
    ASSERT_FALSE(activity) << entry;
    EXPECT_EQ(activity.error()[0].where, "a.json#/entries/0" + where) << entry;
    EXPECT_TRUE(activity.error()[0].what.starts_with(what)) << activity.error()[0].what;
  }
}

TEST(DecodeActivity, EveryMistakeAtOnce) {
  const auto activity = decoded(R"({"time": "x", "kind": "deposit", "amount": ""}, 7)");
  ASSERT_FALSE(activity);
  EXPECT_EQ(activity.error().size(), 3u);
}

TEST(DecodeActivity, WhatTheAccountSaysForALedger) {
  const auto terms = [](const std::string& members) {
    const auto account = decode_account(*parse(R"({"schema": "plimsoll.account/1", "id": "a",
        "as_of": "2026-07-10", "kind": "margin", "currency": "USD", "positions": [])" +
                                                   members + "}",
                                               "a"),
                                        "a.json");
    return ledger_terms(account.value().value);
  };
  EXPECT_EQ(terms("").sma, std::nullopt);
  EXPECT_EQ(terms("").regime, std::nullopt);
  EXPECT_EQ(terms(R"(, "sma": "2000.50")").sma, 2000.5_d);
  EXPECT_EQ(terms(R"(, "margin": {"intraday_regime": "legacy_day_trade"})").regime,
            IntradayRegime::legacy_day_trade);
  EXPECT_TRUE(terms(R"(, "margin": {"practice": true})").practice);
}

}  // namespace
}  // namespace plimsoll::json
