#include "apps/json/encode_account.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

AccountDocument small_document() {
  AccountDocument document;
  AccountDraft& account = document.account;
  account.id = "family-office";
  account.as_of = Date{2026y / November / 20};
  account.kind = AccountKind::margin;
  account.currency = "USD";
  account.cash = {{"USD", Decimal{-50'000}}};
  account.positions = {{.symbol = "AAPL",
                        .quantity = Quantity::of(1000),
                        .holding = Holding::margin,
                        .average_cost = 180.1_d,
                        .trade_price = 229_d,
                        .trade_date = Date{2026y / November / 20},
                        .lots = {{Quantity::of(1000), 180.1_d, Date{2025y / January / 2}}},
                        .where = {}},
                       {.symbol = "AAPL  270115C00250000",
                        .quantity = Quantity::of(-10),
                        .average_cost = {},
                        .trade_price = {},
                        .trade_date = {},
                        .lots = {},
                        .where = {}}};
  document.market.as_of = account.as_of;
  return document;
}

TEST(EncodeAccount, MembersInTheContractsOrder) {
  AccountDocument document = small_document();
  document.account.instruments.resize(2);
  document.account.instruments[0].symbol = "SPY";
  document.account.instruments[0].type = "etf";
  document.account.instruments[1].symbol = "AAPL";
  document.market.quotes[InstrumentId{"AAPL"}].price = 230.1_d;
  document.unread = {
      {"sma", {.kind = Node::Kind::number, .text = "1.50", .items = {}, .members = {}}},
      {"financing", {.kind = Node::Kind::object, .text = {}, .items = {}, .members = {}}}};
  EXPECT_EQ(encode_account(document), R"json({
  "schema": "plimsoll.account/1",
  "id": "family-office",
  "as_of": "2026-11-20",
  "kind": "margin",
  "currency": "USD",
  "cash": {
    "USD": "-50000.00"
  },
  "sma": 1.50,
  "positions": [
    {
      "symbol": "AAPL",
      "quantity": "1000",
      "holding": "margin",
      "average_cost": "180.10",
      "lots": [
        {
          "quantity": "1000",
          "cost": "180.10",
          "date": "2025-01-02"
        }
      ],
      "trade_price": "229.00",
      "trade_date": "2026-11-20"
    },
    {
      "symbol": "AAPL  270115C00250000",
      "quantity": "-10"
    }
  ],
  "instruments": {
    "AAPL": {},
    "SPY": {
      "type": "etf"
    }
  },
  "market": {
    "quotes": {
      "AAPL": {
        "price": "230.10"
      }
    }
  },
  "financing": {}
}
)json");
}

TEST(EncodeAccount, WhatIsEmptyIsLeftOutAndUnknownCashIsNotZero) {
  AccountDocument document = small_document();
  document.account.positions.clear();
  document.account.cash.reset();
  EXPECT_EQ(encode_account(document), R"json({
  "schema": "plimsoll.account/1",
  "id": "family-office",
  "as_of": "2026-11-20",
  "kind": "margin",
  "currency": "USD",
  "positions": []
}
)json");
  document.account.cash = std::vector<DraftCash>{};
  EXPECT_TRUE(encode_account(document).contains("\"cash\": {},\n"));
}

template <class T>
rc::Gen<std::optional<T>> maybe(rc::Gen<T> gen) {
  return rc::gen::oneOf(rc::gen::just(std::optional<T>{}),
                        rc::gen::map(std::move(gen), [](T value) { return std::optional{value}; }));
}

rc::Gen<Decimal> any_decimal(std::int64_t size_max) {
  return rc::gen::map(
      rc::gen::pair(rc::gen::inRange<std::int64_t>(-size_max + 1, size_max),
                    rc::gen::inRange<std::int64_t>(0, Decimal::scale)),
      [](const std::pair<std::int64_t, std::int64_t>& parts) {
        return Decimal::from_nano(static_cast<Int128>(parts.first) * Decimal::scale + parts.second);
      });
}

rc::Gen<double> any_fraction() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1'000'000'007), [](std::int64_t part) {
    return static_cast<double>(part) / 1'000'000'007.0;
  });
}

rc::Gen<Date> any_date() {
  return rc::gen::map(rc::gen::inRange(0, 40'000),
                      [](int days) { return Date{std::chrono::days{days}}; });
}

rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::string>(
                          rc::gen::element('a', 'B', '"', '\\', '/', '~', '.', '\'', '<', '0'))),
                      [](const std::string& text) { return text.substr(0, 30); });
}

DraftPosition any_position() {
  DraftPosition position;
  position.symbol = *any_text();
  position.quantity = {static_cast<Int128>(*rc::gen::arbitrary<std::int64_t>()) *
                       *rc::gen::inRange(1, 1'000'000)};
  position.holding =
      *rc::gen::element(Holding::unstated, Holding::margin, Holding::cash, Holding::short_sale);
  position.average_cost = *maybe(any_decimal(1'000'000'000));
  position.trade_price = *maybe(any_decimal(1'000'000'000));
  position.trade_date = *maybe(any_date());
  position.name = (*maybe(any_text())).value_or("");
  for (int lots = *rc::gen::inRange(0, 3); lots > 0; --lots)
    position.lots.push_back(
        {Quantity::of(*any_decimal(1'000'000)), *any_decimal(1'000'000'000), *any_date()});
  return position;
}

Quote any_quote() {
  Quote quote;
  quote.price = *maybe(any_decimal(1'000'000'000));
  quote.bid = *maybe(any_decimal(1'000'000'000));
  quote.volatility = *maybe(any_fraction());
  quote.yield = *maybe(any_fraction());
  quote.stale_after = *maybe(any_text());
  for (int count = *rc::gen::inRange(0, 3); count > 0; --count)
    quote.dividends.push_back({*any_date(), abs(*any_decimal(1000))});
  return quote;
}

AccountDocument any_document() {
  AccountDocument document;
  AccountDraft& account = document.account;
  account.id = *any_text();
  account.as_of = *any_date();
  account.kind = *rc::gen::element(AccountKind::margin, AccountKind::cash, AccountKind::retirement,
                                   AccountKind::portfolio_margin, AccountKind::futures,
                                   AccountKind::cross_margin);
  account.currency = *rc::gen::element<std::string>("USD", "EUR", "USDC");
  if (*rc::gen::arbitrary<bool>())
    account.cash = {{account.currency, *any_decimal(1'000'000'000'000'000)}};
  for (int count = *rc::gen::inRange(0, 5); count > 0; --count)
    account.positions.push_back(any_position());
  document.market.as_of = account.as_of;
  for (int count = *rc::gen::inRange(0, 5); count > 0; --count)
    document.market.quotes[InstrumentId{*any_text()}] = any_quote();
  document.market.risk_free_rate = *maybe(any_fraction());
  document.notes = *rc::gen::container<std::vector<std::string>>(any_text());
  return document;
}

void expect_same(const DraftPosition& a, const DraftPosition& b) {
  RC_ASSERT(a.symbol == b.symbol);
  RC_ASSERT(a.quantity == b.quantity);
  RC_ASSERT(a.holding == b.holding);
  RC_ASSERT(a.average_cost == b.average_cost);
  RC_ASSERT(a.name == b.name);
  RC_ASSERT(a.trade_price == b.trade_price);
  RC_ASSERT(a.trade_date == b.trade_date);
  RC_ASSERT(a.lots.size() == b.lots.size());
  for (std::size_t i = 0; i < a.lots.size(); ++i) {
    RC_ASSERT(a.lots[i].quantity == b.lots[i].quantity);
    RC_ASSERT(a.lots[i].cost == b.lots[i].cost);
    RC_ASSERT(a.lots[i].date == b.lots[i].date);
  }
}

void expect_same(const Quote& a, const Quote& b) {
  RC_ASSERT(a.price == b.price);
  RC_ASSERT(a.bid == b.bid);
  RC_ASSERT(a.volatility == b.volatility);
  RC_ASSERT(a.yield == b.yield);
  RC_ASSERT(a.stale_after == b.stale_after);
  RC_ASSERT(a.dividends.size() == b.dividends.size());
  for (std::size_t i = 0; i < a.dividends.size(); ++i) {
    RC_ASSERT(a.dividends[i].ex_date == b.dividends[i].ex_date);
    RC_ASSERT(a.dividends[i].amount == b.dividends[i].amount);
  }
}

TEST(EncodeAccount, WhatIsWrittenReadsBackTheSame) {
  EXPECT_TRUE(rc::check([] {
    const AccountDocument written = any_document();
    const std::string text = encode_account(written);
    const auto node = parse(text, "a.json");
    RC_ASSERT(node.has_value());
    const auto loaded = decode_account(*node, "a.json");
    RC_ASSERT(loaded.has_value());
    RC_ASSERT(loaded->refused.empty());
    const AccountDocument& read = loaded->value;
    RC_ASSERT(read.account.id == written.account.id);
    RC_ASSERT(read.account.as_of == written.account.as_of);
    RC_ASSERT(read.account.kind == written.account.kind);
    RC_ASSERT(read.account.currency == written.account.currency);
    RC_ASSERT(read.account.cash.has_value() == written.account.cash.has_value());
    if (read.account.cash)
      RC_ASSERT(read.account.cash->at(0).amount == written.account.cash->at(0).amount);
    RC_ASSERT(read.account.positions.size() == written.account.positions.size());
    for (std::size_t i = 0; i < read.account.positions.size(); ++i)
      expect_same(read.account.positions[i], written.account.positions[i]);
    RC_ASSERT(read.market.quotes.size() == written.market.quotes.size());
    for (const auto& [id, quote] : written.market.quotes) {
      RC_ASSERT(read.market.find(id) != nullptr);
      expect_same(*read.market.find(id), quote);
    }
    RC_ASSERT(read.market.risk_free_rate == written.market.risk_free_rate);
    RC_ASSERT(read.notes == written.notes);
    RC_ASSERT(encode_account(read) == text);
  }));
}

}  // namespace
}  // namespace plimsoll::json
