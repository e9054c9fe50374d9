#include "market/resolve.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "market/list_for_tests.hpp"
#include "model/limits.hpp"

namespace plimsoll {
namespace {

constexpr Date today = 2026y / November / 20;
constexpr Date tomorrow = today + std::chrono::days{1};
constexpr Date yesterday = today - std::chrono::days{1};
constexpr Currency eur{"EUR"};
const SecurityList lists = testing::well_known();

AccountDraft empty_draft() {
  AccountDraft draft;
  draft.id = "somebody";
  draft.as_of = today;
  return draft;
}

DraftPosition row(const char* symbol, const char* quantity,
                  const std::function<void(DraftPosition&)>& change = {}) {
  DraftPosition position;
  position.symbol = symbol;
  position.quantity = parse_quantity(quantity).value();
  position.where = "positions.csv:2";
  if (change) change(position);
  return position;
}

Description said(const char* symbol, const char* type,
                 const std::function<void(Description&)>& change = {}) {
  Description description;
  description.symbol = symbol;
  description.type = type;
  description.where = std::string{"account.json#/instruments/"} + symbol;
  if (change) change(description);
  return description;
}

Loaded<Resolved> resolved(std::vector<DraftPosition> positions,
                          std::vector<Description> instruments = {},
                          Strictness strictness = Strictness::lenient) {
  AccountDraft draft = empty_draft();
  draft.positions = std::move(positions);
  draft.instruments = std::move(instruments);
  return resolve(draft, lists, strictness);
}

TEST(Resolve, AWholeAccount) {
  AccountDraft draft = empty_draft();
  draft.cash = {{"USD", -(50'000_d)}, {"EUR", 10_d}};
  draft.positions = {row("AAPL", "1000", [](DraftPosition& p) { p.average_cost = 180.10_d; }),
                     row("AAPL270115C00250000", "-10"), row("UPRO", "5"),
                     row("XSP261218P00600000", "-1")};
  draft.instruments = {said("AAPL", "equity", [](Description& d) { d.sector = "Technology"; }),
                       said("UPRO", "etf")};
  const auto [answer, refused] = resolve(draft, lists, Strictness::strict);
  ASSERT_TRUE(refused.empty()) << refused[0].what;
  const Account& account = answer.account;
  EXPECT_EQ(account.id, "somebody");
  EXPECT_EQ(account.as_of, today);
  EXPECT_EQ(account.base, usd);
  ASSERT_EQ(account.cash->size(), 2u);
  EXPECT_EQ((*account.cash)[0], -(50'000_usd));
  EXPECT_EQ((*account.cash)[1], (Money{10_d, eur}));
  ASSERT_EQ(account.positions.size(), 4u);
  EXPECT_EQ(account.positions[0].average_cost, 180.10_usd_each);
  EXPECT_EQ(id_of(account.positions[1].instrument).view(), "AAPL  270115C00250000");
  EXPECT_EQ(account.positions[1].quantity, Quantity::of(-10));
  EXPECT_EQ(std::get<Stock>(account.positions[2].instrument).leverage, 3_d);
  for (const char* id : {"AAPL", "AAPL  270115C00250000", "UPRO", "SPX", "XSP   261218P00600000"})
    EXPECT_NE(described(account, InstrumentId{id}), nullptr) << id;
  EXPECT_EQ(account.catalog.size(), 5u);
  EXPECT_EQ(account.profiles.at(InstrumentId{"AAPL"}).sector, "Technology");
  EXPECT_TRUE(answer.assumed.empty());
}

TEST(Resolve, UnknownCashStaysUnknown) {
  EXPECT_FALSE(resolved({}).value.account.cash.has_value());
  AccountDraft draft = empty_draft();
  draft.cash.emplace();
  EXPECT_TRUE(resolve(draft, lists, Strictness::lenient).value.account.cash.has_value());
}

TEST(Resolve, AssumptionsAreNamedOnceAndInOrder) {
  const auto answer = resolved(
      {row("MSFT", "1"), row("AAPL270115C00250000", "1"), row("AAPL270115P00250000", "1")});
  EXPECT_TRUE(answer.refused.empty());
  EXPECT_EQ(answer.value.assumed, (std::vector<std::string>{"AAPL", "MSFT"}));
  const auto strict = resolved({row("MSFT", "1")}, {}, Strictness::strict);
  ASSERT_EQ(strict.refused.size(), 1u);
  EXPECT_EQ(strict.refused[0].where, "positions.csv:2");
  EXPECT_NE(strict.refused[0].what.find("MSFT: nothing says what this is"), std::string::npos);
}

TEST(Resolve, ShareClassOptionsAreOnTheSharesHeld) {
  const auto answer = resolved({row("BRK.B", "100"), row("BRKB261218C00480000", "-1")});
  ASSERT_TRUE(answer.refused.empty());
  EXPECT_EQ(std::get<ListedOption>(answer.value.account.positions[1].instrument).underlying,
            InstrumentId{"BRK.B"});
}

TEST(Resolve, TheSameSymbolMayBeHeldInTwoWays) {
  const auto held = [](Holding holding) {
    return [=](DraftPosition& position) { position.holding = holding; };
  };
  EXPECT_TRUE(
      resolved({row("AAPL", "10", held(Holding::margin)), row("AAPL", "5", held(Holding::cash)),
                row("AAPL", "-1", held(Holding::short_sale))})
          .refused.empty());
  // What does not say where it stands stands with the margin positions, or with the short sales.
  EXPECT_EQ(resolved({row("AAPL", "10", held(Holding::margin)), row("AAPL", "1")}).refused.size(),
            1u);
  EXPECT_EQ(
      resolved({row("AAPL", "-10", held(Holding::short_sale)), row("AAPL", "-1")}).refused.size(),
      1u);
}

TEST(Resolve, APriceOfTodaysTradeCountsAndAnEarlierOneDoesNot) {
  const auto traded = [](std::optional<Date> date) {
    const auto answer = resolved({row("AAPL", "1", [=](DraftPosition& position) {
      position.trade_price = 230_d;
      position.trade_date = date;
    })});
    EXPECT_TRUE(answer.refused.empty());
    return answer.value.account.positions.at(0).trade_price;
  };
  EXPECT_EQ(traded({}), 230_usd_each);
  EXPECT_EQ(traded(today), 230_usd_each);
  EXPECT_FALSE(traded(yesterday).has_value());
}

TEST(Resolve, CostsAreInTheInstrumentsCurrency) {
  const auto answer =
      resolved({row("ASML", "1",
                    [](DraftPosition& p) {
                      p.average_cost = 600_d, p.trade_price = 700_d;
                      p.lots = {{Quantity::of(1), 600_d, yesterday}};
                    })},
               {said("ASML", "equity", [](Description& d) { d.currency = "EUR"; })});
  const Position& position = answer.value.account.positions.at(0);
  EXPECT_EQ(position.average_cost, (Price{600_d, eur}));
  EXPECT_EQ(position.trade_price, (Price{700_d, eur}));
  EXPECT_EQ(position.lots.at(0).cost, (Price{600_d, eur}));
}

struct Refusal {
  DraftPosition position;
  const char* what;
};

const Description es_future =
    said("ESZ6", "future", [](Description& d) { d.product = "ES", d.month = "202612"; });

TEST(Resolve, RefusesPositionsThatCannotBe) {
  const auto with = [](const char* symbol, const char* quantity, Holding holding) {
    return row(symbol, quantity, [=](DraftPosition& position) { position.holding = holding; });
  };
  const auto priced = [](const char* symbol, Decimal price) {
    return row(symbol, "1", [=](DraftPosition& position) { position.trade_price = price; });
  };
  const auto cost = [](const char* symbol, Decimal price) {
    return row(symbol, "1", [=](DraftPosition& position) { position.average_cost = price; });
  };
  const auto in_lot = [](DraftLot lot) {
    return row("AAPL", "1", [=](DraftPosition& position) { position.lots = {lot}; });
  };
  const std::vector<Refusal> rows{
      {row("", "1"), "the symbol is blank"},
      {row("AAPL271315C00250000", "1"), "no month 13"},
      {row("AAPL261119C00250000", "1"), "expired on 2026-11-19"},
      {row("AAPL7270115C00250000", "1"), "multiplier of this option is unknown"},
      {row("AAPL", "0"), "its quantity is zero"},
      {row("AAPL", "10000000000.1"), "its quantity 10000000000.1 is out of range"},
      {row("AAPL", "-10000000001"), "its quantity -10000000001 is out of range"},
      {row("AAPL270115C00250000", "0.5"), "0.5 is a fraction of a contract"},
      {row("ESZ6", "1.5"), "1.5 is a fraction of a contract"},
      {row("SPX", "1"), "an index cannot be held"},
      {row("912828XG0", "1000"), "describe it under instruments"},
      {with("AAPL", "1", Holding::short_sale), "held short and its quantity is above zero"},
      {with("AAPL270115C00250000", "1", Holding::short_sale), "held short and its quantity is"},
      {with("AAPL", "-1", Holding::cash), "short in the cash account"},
      {with("SPAXX", "-1", Holding::cash), "short in the cash account"},
      {priced("AAPL", 0_d), "trade_price is zero"},
      {priced("AAPL", -(1_d)), "trade_price -1.00 is below zero"},
      {priced("AAPL", 1'000'000'000.01_d), "trade_price 1000000000.01 is out of range"},
      {priced("AAPL270115C00250000", -(1_d)), "trade_price -1.00 is below zero"},
      {cost("AAPL", -(1_d)), "average_cost -1.00 is below zero"},
      {cost("AAPL", 1'000'000'000.01_d), "average_cost 1000000000.01 is out of range"},
      {row("AAPL", "1", [](DraftPosition& p) { p.trade_date = tomorrow; }),
       "trade_date 2026-11-21 is after the account's day"},
      {in_lot({Quantity{}, 1_d, today}), "a lot's quantity 0 is zero"},
      {in_lot({Quantity::of(std::int64_t{10'000'000'001}), 1_d, today}),
       "a lot's quantity 10000000001"},
      {in_lot({Quantity::of(1), 1'000'000'001_d, today}), "a lot's cost 1000000001.00"},
      {in_lot({Quantity::of(1), 1_d, tomorrow}), "a lot is dated 2026-11-21"},
      {in_lot({Quantity::of(2), 1_d, today}), "its lots add up to 2 and its quantity is 1;"},
      {in_lot({Quantity::of(-1), 1_d, today}), "its lots add up to -1 and its quantity is 1;"},
  };
  for (const Refusal& refusal : rows) {
    const auto answer = resolved({refusal.position}, {es_future});
    ASSERT_EQ(answer.refused.size(), 1u) << refusal.what;
    EXPECT_EQ(answer.refused[0].where, "positions.csv:2");
    EXPECT_EQ(answer.refused[0].reason, Reason::bad_input);
    EXPECT_NE(answer.refused[0].what.find(refusal.what), std::string::npos)
        << answer.refused[0].what;
    EXPECT_TRUE(answer.value.account.positions.empty()) << refusal.what;
  }
}

TEST(Resolve, AcceptsWhatIsJustInsideTheBounds) {
  const auto priced = [](const char* symbol, Decimal price) {
    return row(symbol, "1", [=](DraftPosition& position) {
      position.trade_price = price;
      position.average_cost = price;
    });
  };
  const std::vector<DraftPosition> rows{
      row("AAPL", "10000000000"),
      row("AAPL", "-10000000000"),
      row("AAPL", "0.000000000000000001"),
      row("AAPL261120C00250000", "1"),
      row("ESZ6", "-3"),
      priced("AAPL", 1'000'000'000_d),
      priced("AAPL", 0.000000001_d),
      priced("AAPL270115C00250000", 0_d),
      priced("ESZ6", -(37.63_d)),
      row("AAPL", "1", [](DraftPosition& p) { p.average_cost = 0_d; }),
      row("AAPL", "-1", [](DraftPosition& p) { p.holding = Holding::margin; }),
      row("AAPL", "-1", [](DraftPosition& p) { p.holding = Holding::short_sale; }),
      row("AAPL270115P00250000", "-1", [](DraftPosition& p) { p.holding = Holding::cash; }),
      row("AAPL", "1", [](DraftPosition& p) { p.trade_date = today; }),
      row("AAPL", "-3",
          [](DraftPosition& p) {
            p.lots = {{Quantity::of(-1), 1_d, today}, {Quantity::of(-2), 2_d, yesterday}};
          }),
  };
  for (const DraftPosition& position : rows) {
    const auto answer = resolved({position}, {es_future});
    EXPECT_TRUE(answer.refused.empty()) << answer.refused.at(0).what;
    EXPECT_EQ(answer.value.account.positions.size(), 1u);
  }
}

TEST(Resolve, ADuplicateNamesBothPlaces) {
  DraftPosition again = row("AAPL270115C00250000", "-3");
  again.where = "positions.csv:9";
  const auto answer = resolved({row("AAPL  270115C00250000", "-2"), again});
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_EQ(answer.refused[0].where, "positions.csv:9");
  EXPECT_NE(answer.refused[0].what.find("also at positions.csv:2"), std::string::npos);
}

TEST(Resolve, AllErrorsAreCollected) {
  AccountDraft draft = empty_draft();
  draft.currency = "dollars";
  draft.id = std::string(201, 'x');
  draft.cash = {{"usd", 1_d}, {"EUR", 1_d}, {"EUR", 2_d}, {"CHF", 1'000'000'000'000'000.01_d}};
  draft.instruments = {said("ABC", "bond", [](Description& d) { d.leverage = 2_d; }),
                       said("DEF", "stonk")};
  draft.positions = {row("ABC", "1"), row("AAPL", "0"), row("ABC261218C00005000", "0.5")};
  const auto answer = resolve(draft, lists, Strictness::lenient);
  std::vector<std::string> places;
  for (const Error& error : answer.refused) places.push_back(error.where);
  EXPECT_EQ(places, (std::vector<std::string>{"currency", "id", "account.json#/instruments/ABC",
                                              "account.json#/instruments/DEF", "cash usd",
                                              "cash EUR", "cash CHF", "positions.csv:2"}));
  // One cause, one error: what a wrong description leaves out stands with it.
  EXPECT_TRUE(answer.refused[2].what.ends_with("; it leaves out ABC, ABC261218C00005000"))
      << answer.refused[2].what;
}

TEST(Resolve, ANameThatSaysAMultipleIsAskedAfter) {
  const auto called = [](const char* symbol, const char* name) {
    return row(symbol, "1", [=](DraftPosition& position) { position.name = name; });
  };
  const DraftPosition bull = called("XYZU", "DIREXION DAILY XYZ 2X SHARES");
  const auto asked = resolved({bull, called("AAPL", "APPLE INC"), called("UPRO", "ULTRAPRO S&P")});
  EXPECT_TRUE(asked.refused.empty());
  ASSERT_EQ(asked.value.multiples.size(), 1u);  // the list knows UPRO's three
  EXPECT_EQ(asked.value.multiples[0].symbol, "XYZU");
  EXPECT_EQ(asked.value.multiples[0].word, "2X");
  EXPECT_EQ(asked.value.account.positions.size(), 3u);

  const auto leverage = [](Decimal times) {
    return said("XYZU", "etf", [=](Description& d) { d.leverage = times; });
  };
  EXPECT_TRUE(resolved({bull}, {leverage(2_d)}).value.multiples.empty());
  EXPECT_TRUE(resolved({bull}, {leverage(1_d)}).value.multiples.empty());
  EXPECT_EQ(resolved({bull}, {said("XYZU", "etf")}).value.multiples.size(), 1u);

  const auto strict = resolved({bull}, {said("XYZU", "etf")}, Strictness::strict);
  ASSERT_EQ(strict.refused.size(), 1u);
  EXPECT_NE(strict.refused[0].what.find("DIREXION DAILY XYZ 2X SHARES"), std::string::npos);
  EXPECT_TRUE(strict.value.account.positions.empty());
}

TEST(Resolve, TooManyPositionsAreOneError) {
  AccountDraft draft = empty_draft();
  draft.positions.assign(limits::positions_max + 1, row("AAPL", "0"));
  const auto answer = resolve(draft, lists, Strictness::lenient);
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_NE(answer.refused[0].what.find("10001 positions are more than 10000"), std::string::npos);
}

TEST(Resolve, AnAccountOnChainNamesTokens) {
  AccountDraft draft = empty_draft();
  draft.kind = AccountKind::cross_margin;
  draft.positions = {row("SOL", "12.5"), row("USDC", "-100")};
  const auto answer = resolve(draft, lists, Strictness::strict);
  ASSERT_TRUE(answer.refused.empty());
  EXPECT_TRUE(std::holds_alternative<Token>(answer.value.account.positions[0].instrument));
}

TEST(Resolve, LongSymbolsMakeShortMessages) {
  const auto answer = resolved({row(std::string(10'000'000, 'A').c_str(), "1")});
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_LT(answer.refused[0].what.size(), 300u);
}

TEST(Resolve, OfAPoolTokensMayBeHundredsOfTrillions) {
  AccountDraft draft = empty_draft();
  draft.kind = AccountKind::cross_margin;
  draft.positions = {row("BONK", "1000000000000000")};
  EXPECT_TRUE(resolve(draft, lists, Strictness::lenient).refused.empty());
  draft.positions = {row("BONK", "1000000000000000.1")};
  const auto answer = resolve(draft, lists, Strictness::lenient);
  ASSERT_EQ(answer.refused.size(), 1u);
  EXPECT_TRUE(answer.refused[0].what.contains("write at most 1000000000000000 in size"));
}

}  // namespace
}  // namespace plimsoll
