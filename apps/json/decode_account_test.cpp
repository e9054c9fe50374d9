#include "apps/json/decode_account.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

std::expected<Loaded<AccountDocument>, std::vector<Error>> decoded(std::string_view text) {
  const auto node = parse(text, "a.json");
  EXPECT_TRUE(node.has_value()) << (node ? "" : node.error().where + ": " + node.error().what);
  return decode_account(*node, "a.json");
}

constexpr std::string_view example = R"({
  "schema": "plimsoll.account/1",
  "id": "family-office",
  "as_of": "2026-11-20",
  "kind": "margin",
  "currency": "USD",
  "cash": {"USD": "-50000.00"},
  "positions": [
    {"symbol": "AAPL", "quantity": 1000, "average_cost": "180.10"},
    {"symbol": "AAPL  270115C00250000", "quantity": -10}
  ],
  "instruments": {
    "AAPL": {"type": "equity", "sector": "Information Technology"},
    "UPRO": {"type": "etf", "leverage": 3, "reference": "SPX"},
    "SPY":  {"type": "etf", "index_class": "broad", "reference": "SPX"},
    "SPX":  {"type": "index", "index_class": "broad", "style": "european"}
  },
  "market": {
    "quotes": {
      "AAPL": {"price": "230.10", "bid": "230.08", "ask": "230.12", "volatility": 0.28,
               "adv": 51000000, "beta": 1.2, "yield": 0.0043,
               "dividends": [{"ex_date": "2027-02-10", "amount": "0.26"}]},
      "AAPL  270115C00250000": {"price": "12.35"}
    },
    "risk_free_rate": 0.041,
    "rate_curve": [{"days": 30, "rate": 0.042}, {"days": 365, "rate": 0.039}]
  },
  "financing": {"schedule": "ibkr-pro-usd", "benchmark_rate": 0.0363}
})";

TEST(DecodeAccount, TheContractsExample) {
  const auto read = decoded(example);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->refused.empty());
  const auto& [account, market, financing, unread, notes] = read->value;
  EXPECT_TRUE(notes.empty());
  EXPECT_EQ(account.id, "family-office");
  EXPECT_EQ(account.as_of, Date{2026y / November / 20});
  EXPECT_EQ(account.kind, AccountKind::margin);
  EXPECT_EQ(account.currency, "USD");
  ASSERT_TRUE(account.cash.has_value());
  ASSERT_EQ(account.cash->size(), 1u);
  EXPECT_EQ(account.cash->at(0).currency, "USD");
  EXPECT_EQ(account.cash->at(0).amount, Decimal{-50'000});
  ASSERT_EQ(account.positions.size(), 2u);
  EXPECT_EQ(account.positions[0].symbol, "AAPL");
  EXPECT_EQ(account.positions[0].quantity, Quantity::of(1000));
  EXPECT_EQ(account.positions[0].average_cost, 180.1_d);
  EXPECT_EQ(account.positions[1].symbol, "AAPL  270115C00250000");
  EXPECT_EQ(account.positions[1].quantity, Quantity::of(-10));
  EXPECT_EQ(account.positions[1].where, "a.json#/positions/1");
  ASSERT_EQ(account.instruments.size(), 4u);
  EXPECT_EQ(account.instruments[1].symbol, "UPRO");
  EXPECT_EQ(account.instruments[1].leverage, 3_d);
  EXPECT_EQ(account.instruments[3].where, "a.json#/instruments/SPX");
  EXPECT_EQ(market.as_of, account.as_of);
  EXPECT_EQ(market.quotes.size(), 2u);
  EXPECT_EQ(market.find(InstrumentId{"AAPL  270115C00250000"})->price, 12.35_d);
  EXPECT_EQ(market.risk_free_rate, 0.041);
  EXPECT_EQ(market.rate_curve.size(), 2u);
  ASSERT_EQ(unread.size(), 1u);
  EXPECT_EQ(unread[0].key, "financing");
  ASSERT_TRUE(financing);
  EXPECT_EQ(financing->schedule, "ibkr-pro-usd");
  EXPECT_EQ(financing->benchmark_rate, 0.0363_d);
}

/// A whole document with `members` beside what is required, or instead of it.
std::string with(const std::string& members) {
  const auto said = [&](const char* key) {
    return members.contains("\"" + std::string{key} + "\":");
  };
  std::string text = "{\"schema\": \"plimsoll.account/1\"";
  for (const auto& [key, value] : {std::pair{"id", "\"x\""}, std::pair{"as_of", "\"2026-11-20\""},
                                   std::pair{"kind", "\"margin\""},
                                   std::pair{"currency", "\"USD\""}, std::pair{"positions", "[]"}})
    if (!said(key)) text += ", \"" + std::string{key} + "\": " + value;
  return text + (members.empty() ? "" : ", ") + members + "}";
}

TEST(DecodeAccount, TheLeastThatIsNeeded) {
  const auto read = decoded(with(""));
  ASSERT_TRUE(read.has_value());
  EXPECT_FALSE(read->value.account.cash.has_value());
  EXPECT_TRUE(read->value.account.positions.empty());
  EXPECT_TRUE(read->value.market.quotes.empty());
  EXPECT_EQ(read->value.market.as_of, Date{2026y / November / 20});
}

TEST(DecodeAccount, EveryKind) {
  for (const auto& [word, kind] :
       {std::pair{"margin", AccountKind::margin}, std::pair{"cash", AccountKind::cash},
        std::pair{"retirement", AccountKind::retirement},
        std::pair{"portfolio_margin", AccountKind::portfolio_margin},
        std::pair{"futures", AccountKind::futures},
        std::pair{"cross_margin", AccountKind::cross_margin}})
    EXPECT_EQ(decoded(with("\"kind\": \"" + std::string{word} + "\""))->value.account.kind, kind);
}

TEST(DecodeAccount, EveryRole) {
  const auto role_of = [](const std::string& member) {
    return decoded(with("\"kind\": \"margin\"" + member))->value.account.role;
  };
  EXPECT_EQ(role_of(""), std::nullopt);
  EXPECT_EQ(role_of(", \"role\": \"customer\""), Role::customer);
  EXPECT_EQ(role_of(", \"role\": \"broker_dealer\""), Role::broker_dealer);
  EXPECT_EQ(role_of(", \"role\": \"market_maker\""), Role::market_maker);
  EXPECT_FALSE(decoded(with("\"role\": \"trader\"")));
}

TEST(DecodeAccount, CashInItsForms) {
  const auto cash_of = [](const std::string& cash) {
    return decoded(with("\"currency\": \"EUR\", \"cash\": " + cash))->value.account.cash;
  };
  ASSERT_EQ(cash_of("\"-12.50\"")->size(), 1u);
  EXPECT_EQ(cash_of("\"-12.50\"")->at(0).currency, "EUR");
  EXPECT_EQ(cash_of("\"-12.50\"")->at(0).amount, Decimal{} - 12.5_d);
  EXPECT_EQ(cash_of("1e15")->at(0).amount, Decimal{1'000'000'000'000'000});
  ASSERT_EQ(cash_of(R"({"USD": 1, "EUR": 2})")->size(), 2u);
  EXPECT_EQ(cash_of(R"({"USD": 1, "EUR": 2})")->at(1).currency, "EUR");
  // Known to be nothing, which is not the same as unknown.
  ASSERT_TRUE(cash_of("{}").has_value());
  EXPECT_TRUE(cash_of("{}")->empty());
}

TEST(DecodeAccount, EveryMissingMemberAtOnce) {
  const auto read = decoded("{}");
  ASSERT_FALSE(read.has_value());
  std::string missing;
  for (const Error& error : read.error()) {
    EXPECT_EQ(error.where, "a.json");
    missing += error.what.substr(0, error.what.find(" is missing")) + "\n";
  }
  EXPECT_EQ(missing,
            "the member \"schema\"\nthe member \"id\"\nthe member \"as_of\"\nthe member \"kind\"\n"
            "the member \"currency\"\nthe member \"positions\"\n");
}

TEST(DecodeAccount, KeepsNotesAsSentences) {
  const std::string longest(note_length_max, 'x');
  const auto read =
      decoded(with(R"("positions": [], "notes": ["cash is guessed", ")" + longest + R"("])"));
  ASSERT_TRUE(read.has_value()) << read.error()[0].what;
  EXPECT_EQ(read->value.notes, (std::vector<std::string>{"cash is guessed", longest}));
  std::string many = "\"x\"";
  for (int i = 0; i < 1'000; ++i) many += ", \"x\"";
  const std::vector<std::pair<std::string, std::string>> table{
      {R"("x")", "a.json#/notes: this is text; write a list, [ ... ]"},
      {R"([1])", "a.json#/notes/0: this is a number; write text in double quotes"},
      {R"(["a", " "])", "a.json#/notes/1: this is blank; write a name, or leave the member out"},
      {"[" + many + "]", "a.json#/notes: there are 1001 notes; at most 1000 are kept"}};
  for (const auto& [notes, refused] : table) {
    const auto wrong = decoded(with(R"("positions": [], "notes": )" + notes));
    ASSERT_FALSE(wrong.has_value()) << notes.substr(0, 20);
    EXPECT_EQ(wrong.error()[0].where + ": " + wrong.error()[0].what, refused);
  }
  EXPECT_FALSE(decoded(with(R"("positions": [], "notes": ["x)" + longest + R"("])")).has_value());
}

TEST(DecodeAccount, ARefusedPositionLeavesTheOthers) {
  const auto read = decoded(with(R"("positions": [{"symbol": "A", "quantity": ""},
      {"symbol": "B", "quantity": 2}, 7, {"symbol": "C", "quantity": 3, "price": 4}])"));
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->value.account.positions.size(), 1u);
  EXPECT_EQ(read->value.account.positions[0].symbol, "B");
  EXPECT_EQ(read->value.account.positions[0].where, "a.json#/positions/1");
  EXPECT_EQ(
      read->refused,
      (std::vector<Error>{
          {Reason::bad_input, "quantity is blank; write -1 for one short contract",
           "a.json#/positions/0/quantity"},
          {Reason::bad_input, "this is a number; write an object, { ... }", "a.json#/positions/2"},
          {Reason::bad_input,
           "there is no member \"price\" here; take it out, or write symbol, quantity, holding, "
           "average_cost, lots, trade_price, trade_date or name",
           "a.json#/positions/3/price"}}));
}

TEST(DecodeAccount, RefusesWithThePlace) {
  struct Row {
    std::string members, where, what;
  };
  for (const auto& [members, where, what] : {
           Row{"\"id\": \"\"", "#/id", "this is blank; write a name, or leave the member out"},
           Row{"\"id\": 12", "#/id", "this is a number; write text in double quotes"},
           Row{"\"as_of\": \"2026-13-20\"", "#/as_of",
               "\"2026-13-20\" is not a date; write YYYY-MM-DD"},
           Row{"\"kind\": \"Reg T\"", "#/kind",
               "\"Reg T\" is none of the words known here; write margin, cash, retirement, "
               "portfolio_margin, futures or cross_margin"},
           Row{"\"currency\": \"dollars\"", "#/currency",
               "\"dollars\" is not a currency code; write three to eight capitals, like \"USD\""},
           Row{"\"cash\": null", "#/cash",
               "this is null; leave the member out where it is unknown"},
           Row{"\"cash\": \"1000000000000000.01\"", "#/cash",
               "\"1000000000000000.01\" is too large; write at most 1000000000000000 in size"},
           Row{"\"cash\": {\"usd\": 1}", "#/cash/usd",
               "\"usd\" is not a currency code; write three to eight capitals, like \"USD\""},
           Row{"\"cash\": [1]", "#/cash", "this is a list; write a number, like \"230.10\""},
           Row{"\"positions\": {}", "#/positions", "this is an object; write a list, [ ... ]"},
           Row{"\"position\": []", "#/position",
               "there is no member \"position\" here; did you mean \"positions\"?"},
           Row{"\"instruments\": []", "#/instruments", "this is a list; write an object, { ... }"},
           Row{"\"market\": 1", "#/market", "this is a number; write an object, { ... }"},
           Row{"\"market\": {\"schema\": \"plimsoll.market/1\"}", "#/market/schema",
               "there is no member \"schema\" here; take it out, or write quotes, currencies, "
               "risk_free_rate or rate_curve"},
           Row{"\"market\": {\"quotes\": {\"A\": {\"price\": \"\"}}}", "#/market/quotes/A/price",
               "this is blank; write a number, or leave the member out"},
           Row{"\"financing\": 3", "#/financing", "this is a number; write an object, { ... }"},
       }) {
    const auto read = decoded(with(members));
    ASSERT_FALSE(read.has_value()) << members;
    EXPECT_EQ(read.error(), (std::vector<Error>{{Reason::bad_input, what, "a.json" + where}}));
  }
}

TEST(DecodeAccount, EachRequiredMemberIsMissed) {
  const auto read = decoded(R"({"schema": "plimsoll.account/1"})");
  ASSERT_FALSE(read.has_value());
  std::vector<std::string> whats;
  for (const Error& error : read.error()) {
    EXPECT_EQ(error.where, "a.json");
    whats.push_back(error.what);
  }
  EXPECT_EQ(whats, (std::vector<std::string>{"the member \"id\" is missing; add it",
                                             "the member \"as_of\" is missing; add it",
                                             "the member \"kind\" is missing; add it",
                                             "the member \"currency\" is missing; add it",
                                             "the member \"positions\" is missing; add it"}));
}

TEST(DecodeAccount, AMistakeOutsidePositionsRefusesAllAndListsAll) {
  const auto read = decoded(with(R"("kind": "x", "positions": [{"symbol": "A"}])"));
  ASSERT_FALSE(read.has_value());
  ASSERT_EQ(read.error().size(), 2u);
  EXPECT_EQ(read.error()[0].where, "a.json#/kind");
  EXPECT_EQ(read.error()[1].where, "a.json#/positions/0");
}

TEST(DecodeAccount, AnotherDocumentIsRefused) {
  const auto read = decoded(R"({"schema": "plimsoll.market/1", "as_of": "2026-11-20"})");
  ASSERT_FALSE(read.has_value());
  ASSERT_EQ(read.error().size(), 1u);
  EXPECT_EQ(read.error()[0].where, "a.json#/schema");
}

TEST(DecodeAccount, PositionsAreBounded) {
  const auto account = [](std::size_t count) {
    std::string positions = "\"positions\": [";
    for (std::size_t i = 0; i < count; ++i)
      positions += std::string{i == 0 ? "" : ","} + "{\"symbol\":\"A\",\"quantity\":1}";
    return with(positions + "]");
  };
  const auto most = decoded(account(10'000));
  ASSERT_TRUE(most.has_value());
  EXPECT_EQ(most->value.account.positions.size(), 10'000u);
  const auto more = decoded(account(10'001));
  ASSERT_FALSE(more.has_value());
  EXPECT_EQ(more.error(),
            (std::vector<Error>{{Reason::bad_input,
                                 "there are 10001 positions; one account may have 10000, split it",
                                 "a.json#/positions"}}));
}

TEST(DecodeAccount, AThousandMistakesAreEnough) {
  std::string members = "\"m0\": 1";
  for (int i = 1; i < 50'000; ++i) members += ", \"m" + std::to_string(i) + "\": 1";
  const auto read = decoded(with(members));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().size(), 1000u);

  std::string quotes = "\"market\": {\"quotes\": {\"q\": 1";
  for (int i = 1; i < 50'000; ++i) quotes += ", \"q" + std::to_string(i) + "\": 1";
  const auto market = decoded(with(quotes + "}}"));
  ASSERT_FALSE(market.has_value());
  EXPECT_EQ(market.error().size(), 1000u);
  EXPECT_EQ(market.error().back().what,
            "this is mistake 1000; what follows is not listed: mend these first");
}

TEST(DecodeAccount, PastAThousandMistakesABadPositionIsStillRefused) {
  std::string positions = "\"positions\": [{\"symbol\": \"A\", \"quantity\": 1";
  for (int i = 0; i < 1500; ++i) positions += ", \"m" + std::to_string(i) + "\": 1";
  const auto read = decoded(with(positions + "}, {\"symbol\": \"B\", \"quantity\": 1, \"x\": 1}, "
                                             "{\"symbol\": \"C\", \"quantity\": 1}]"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->refused.size(), 1000u);
  ASSERT_EQ(read->value.account.positions.size(), 1u);
  EXPECT_EQ(read->value.account.positions[0].symbol, "C");
}

}  // namespace
}  // namespace plimsoll::json
