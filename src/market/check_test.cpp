#include "market/check.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "model/limits.hpp"

namespace plimsoll {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr Currency eur{"EUR"};

const InstrumentId aapl{"AAPL"}, es{"ESZ6"}, option{"AAPL  270115C00250000"};

Account account_of() {
  Account account;
  account.catalog.emplace(aapl, Stock{.id = aapl});
  account.catalog.emplace(es, Future{.id = es, .product = {}, .exchange = {}, .month = {}});
  account.catalog.emplace(
      option, ListedOption{.id = option, .underlying = aapl, .expiry = {}, .strike = 250_usd_each});
  return account;
}

struct Row {
  const char* symbol;
  std::function<void(Quote&)> change;
  const char* what;  // nothing: admitted
};

TEST(CheckMarket, QuotesInsideTheirBounds) {
  const std::vector<Row> rows{
      {"AAPL", [](Quote& q) { q.price = 0.000000001_d; }, nullptr},
      {"AAPL", [](Quote& q) { q.price = 1'000'000'000_d; }, nullptr},
      {"AAPL", [](Quote& q) { q.price = 1'000'000'000.000000001_d; }, "is above 1000000000"},
      {"AAPL", [](Quote& q) { q.price = 0_d; }, "price is zero"},
      {"AAPL", [](Quote& q) { q.price = 0_d; }, "write 0.0001 and \"marginable\": false"},
      {"AAPL", [](Quote& q) { q.price = -(0.01_d); }, "price -0.01 is below zero"},
      {"AAPL", [](Quote& q) { q.bid = 0_d; }, nullptr},
      {"AAPL", [](Quote& q) { q.bid = -(1_d); }, "bid -1.00 is below zero"},
      {"AAPL", [](Quote& q) { q.ask = -(1_d); }, "ask -1.00 is below zero"},
      {"AAPL", [](Quote& q) { q.ask = 2'000'000'000_d; }, "ask 2000000000.00 is above"},
      {"AAPL", [](Quote& q) { q.bid = 1_d, q.ask = 1_d; }, nullptr},
      {"AAPL", [](Quote& q) { q.bid = 1.01_d, q.ask = 1_d; }, "bid 1.01 is above ask 1.00"},
      {"AAPL", [](Quote& q) { q.stale_after = "2026-11-20"; }, nullptr},
      {"AAPL", [](Quote& q) { q.stale_after = "2026-11-20T21:00:00Z"; }, nullptr},
      {"AAPL", [](Quote& q) { q.stale_after = "tomorrow"; }, "stale_after \"tomorrow\" is neither"},
      {"AAPL  270115C00250000", [](Quote& q) { q.price = 0_d; }, nullptr},
      {"AAPL  270115C00250000", [](Quote& q) { q.price = -(1_d); }, "is below zero"},
      {"ESZ6", [](Quote& q) { q.price = -(37.63_d); }, nullptr},
      {"ESZ6", [](Quote& q) { q.price = 0_d; }, nullptr},
      {"ESZ6", [](Quote& q) { q.price = -(1'000'000'001_d); }, "is above 1000000000"},
      // Not in the account: quoted all the same.
      {"VIX", [](Quote& q) { q.price = 0_d; }, "price is zero"},
      {"VIX", [](Quote& q) { q.price = -(1_d); }, "is below zero"},
      {"F     270115C00012000", [](Quote& q) { q.price = 0_d; }, nullptr},
      {"AAPL", [](Quote& q) { q.volatility = 0; }, nullptr},
      {"AAPL", [](Quote& q) { q.volatility = -0.1; }, "volatility is not a finite number of at"},
      {"AAPL", [](Quote& q) { q.volatility = not_a_number; }, "volatility is not a finite"},
      {"AAPL", [](Quote& q) { q.volatility = infinite; }, "volatility is not a finite"},
      {"AAPL", [](Quote& q) { q.adv = -1; }, "adv is not a finite number of at least zero"},
      {"AAPL", [](Quote& q) { q.beta = -1.5; }, nullptr},
      {"AAPL", [](Quote& q) { q.beta = infinite; }, "beta is not a finite number"},
      {"AAPL", [](Quote& q) { q.yield = not_a_number; }, "yield is not a finite number"},
      {"AAPL", [](Quote& q) { q.borrow_rate = -infinite; }, "borrow_rate is not a finite"},
      {"AAPL", [](Quote& q) { q.margin_rate = 10_d; }, nullptr},
      {"AAPL", [](Quote& q) { q.margin_rate = 30_d; }, "margin_rate 30 is out of range"},
      {"AAPL", [](Quote& q) { q.margin_rate = -(0.3_d); }, "margin_rate -0.3 is out of range"},
      {"AAPL", [](Quote& q) { q.dividends = {{Date{2027y / May / 1}, 0.26_d}}; }, nullptr},
      {"AAPL", [](Quote& q) { q.dividends = {{Date{2027y / May / 1}, -(1_d)}}; },
       "the dividend of 2027-05-01 is out of range"},
  };
  for (const Row& row : rows) {
    MarketSnapshot market;
    row.change(market.quotes[InstrumentId{row.symbol}]);
    const auto found = check(market, account_of());
    ASSERT_EQ(found.size(), row.what ? 1u : 0u) << row.symbol << (row.what ? row.what : "");
    if (!row.what) continue;
    EXPECT_EQ(found[0].where, row.symbol);
    EXPECT_EQ(found[0].reason, Reason::bad_input);
    EXPECT_NE(found[0].what.find(row.what), std::string::npos) << found[0].what;
  }
}

TEST(CheckMarket, EveryErrorInOrderOfSymbol) {
  MarketSnapshot market;
  for (const char* symbol : {"C", "A", "B"}) market.quotes[InstrumentId{symbol}].price = 0_d;
  market.quotes[InstrumentId{"B"}].bid = -(1_d);
  std::string order;
  for (const Error& error : check(market, account_of())) order += error.where;
  EXPECT_EQ(order, "ABBC");
}

TEST(CheckMarket, ExchangeRatesAndInterestRates) {
  struct Case {
    std::function<void(MarketSnapshot&)> change;
    const char* where;  // nothing: admitted
  };
  const std::vector<Case> rows{
      {[](MarketSnapshot& m) { m.currencies[eur] = 1.08_d; }, nullptr},
      {[](MarketSnapshot& m) { m.currencies[eur] = 1'000'000_d; }, nullptr},
      {[](MarketSnapshot& m) { m.currencies[eur] = 1'000'000.1_d; }, "EUR"},
      {[](MarketSnapshot& m) { m.currencies[eur] = 0_d; }, "EUR"},
      {[](MarketSnapshot& m) { m.currencies[eur] = -(1_d); }, "EUR"},
      {[](MarketSnapshot& m) { m.currencies[usd] = 1_d; }, nullptr},
      {[](MarketSnapshot& m) { m.currencies[usd] = 1.01_d; }, "USD"},
      {[](MarketSnapshot& m) { m.risk_free_rate = -0.01; }, nullptr},
      {[](MarketSnapshot& m) { m.risk_free_rate = not_a_number; }, "risk_free_rate"},
      {[](MarketSnapshot& m) { m.rate_curve = {{30, 0.04}, {365, 0.03}}; }, nullptr},
      {[](MarketSnapshot& m) { m.rate_curve = {{0, 0.04}}; }, "rate_curve"},
      {[](MarketSnapshot& m) { m.rate_curve = {{30, infinite}}; }, "rate_curve"},
  };
  for (const Case& row : rows) {
    MarketSnapshot market;
    row.change(market);
    const auto found = check(market, account_of());
    ASSERT_EQ(found.size(), row.where ? 1u : 0u);
    if (row.where) { EXPECT_EQ(found[0].where, row.where); }
  }
}

TEST(CheckMarket, AValueBeyondReckoningIsRefusedWithItsPosition) {
  struct Case {
    Instrument instrument;
    std::int64_t quantity;
    bool admitted;
  };
  const auto call = [](Decimal multiplier, Price strike) {
    return ListedOption{
        .id = option, .underlying = aapl, .expiry = {}, .strike = strike, .multiplier = multiplier};
  };
  const std::vector<Case> rows{
      {Stock{.id = aapl}, 1'000'000'000, true},  // 10^18 exactly
      {Stock{.id = aapl}, 1'000'000'001, false},
      {Stock{.id = aapl}, -1'000'000'001, false},
      {call(100_d, 250_usd_each), 10'000'000, true},  // the stock's price, a hundred times
      {call(100_d, 250_usd_each), 10'000'001, false},
      {call(10'000_d, 250_usd_each), 100'001, false},
  };
  for (const Case& row : rows) {
    Account account = account_of();
    account.positions.push_back(
        {.instrument = row.instrument, .quantity = Quantity::of(row.quantity)});
    MarketSnapshot market;
    market.quotes[aapl].price = limits::price_max;
    const auto found = check(market, account);
    ASSERT_EQ(found.empty(), row.admitted) << row.quantity;
    if (!row.admitted) {
      EXPECT_NE(found[0].what.find("quantity times price comes to"), std::string::npos);
    }
  }
}

TEST(CheckMarket, AnotherErrorDoesNotHideAValueBeyondReckoning) {
  Account account = account_of();
  account.positions.push_back(
      {.instrument = Stock{.id = aapl}, .quantity = Quantity::of(std::int64_t{10'000'000'000})});
  MarketSnapshot market;
  market.quotes[aapl].price = limits::price_max;
  market.quotes[aapl].ask = Decimal{1'000'000'000'000'000};  // refused by itself, and left out
  market.currencies[usd] = Decimal{1'000'000'000'000'000};
  const auto found = check(market, account);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[2].where, "AAPL");
  EXPECT_NE(found[2].what.find("10000000000000000000, above"), std::string::npos) << found[2].what;
}

TEST(CheckMarket, ValuesCountInTheAccountsCurrencyAndAtEveryPrice) {
  const auto admitted = [](const std::function<void(Position&, MarketSnapshot&)>& change) {
    Account account = account_of();
    account.positions.push_back({.instrument = Stock{.id = aapl, .listing = {.currency = eur}},
                                 .quantity = Quantity::of(std::int64_t{1'000'000'000})});
    MarketSnapshot market;
    change(account.positions[0], market);
    return check(market, account).empty();
  };
  EXPECT_TRUE(admitted([](Position&, MarketSnapshot& m) { m.quotes[aapl].price = 1'000_d; }));
  EXPECT_TRUE(admitted([](Position&, MarketSnapshot& m) {
    m.quotes[aapl].price = 1'000_d, m.currencies[eur] = 1'000'000_d;
  }));
  EXPECT_FALSE(admitted([](Position&, MarketSnapshot& m) {
    m.quotes[aapl].price = 1'001_d, m.currencies[eur] = 1'000'000_d;
  }));
  EXPECT_FALSE(admitted([](Position&, MarketSnapshot& m) {
    m.quotes[aapl].ask = 1'001_d, m.currencies[eur] = 1'000'000_d;
  }));
  EXPECT_FALSE(admitted([](Position& p, MarketSnapshot& m) {
    p.trade_price = Price{1'001_d, eur}, m.currencies[eur] = 1'000'000_d;
  }));
  EXPECT_FALSE(admitted([](Position& p, MarketSnapshot& m) {
    p.average_cost = Price{1'001_d, eur}, m.currencies[eur] = 1'000'000_d;
  }));
}

}  // namespace
}  // namespace plimsoll
