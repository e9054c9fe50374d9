#include "engine/books.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/evaluate.hpp"
#include "strategy/distance.hpp"
#include "tests/packs.hpp"
#include "tests/risk_files.hpp"

namespace plimsoll::engine {
namespace {

constexpr Date day{2026y / November / 20};

DraftPosition held(const char* symbol, std::int64_t quantity) {
  DraftPosition position;
  position.symbol = symbol;
  position.quantity = Quantity::of(quantity);
  return position;
}

/// 2,500 XYZ at 100 with 100,000 borrowed.
MarginRequest on_a_loan(AccountKind kind = AccountKind::margin) {
  MarginRequest request;
  request.account.id = "loan";
  request.account.as_of = request.market.as_of = day;
  request.account.kind = kind;
  request.account.cash = {{{.currency = "USD", .amount = Decimal{-100'000}}}};
  request.account.positions = {held("XYZ", 2500)};
  Description equity;
  equity.symbol = "XYZ";
  equity.type = "equity";
  request.account.instruments = {equity};
  request.market.quotes[InstrumentId{"XYZ"}].price = 100_d;
  request.market.risk_free_rate = 0.04;
  request.packs = {testing::usual_packs(day)};
  return request;
}

Bank bank(const char* name, const char* price, const char* asset, const char* liability) {
  Bank made{.name = InstrumentId{name}, .decimals = 6};
  made.price = made.time_weighted_price = parse_fixed48(price).value();
  made.confidence_ratio_max = parse_fixed48("0.1").value();
  made.asset_weight_init = made.asset_weight_maint = parse_fixed48(asset).value();
  made.liability_weight_init = made.liability_weight_maint = parse_fixed48(liability).value();
  return made;
}

/// The same in a lending pool: three quarters of what is held, nine eighths of what is owed.
MarginRequest in_a_pool() {
  MarginRequest request = on_a_loan(AccountKind::cross_margin);
  request.account.cash.reset();
  request.account.instruments.clear();
  request.market.quotes.clear();
  request.account.positions = {held("XYZ", 2500), held("USDC", -100'000)};
  auto pool = std::make_shared<Pool>();
  pool->name = "pool.json";
  for (const Bank& one : {bank("XYZ", "100", "0.75", "1.25"), bank("USDC", "1", "1", "1.125")})
    pool->banks.emplace(one.name, one);
  request.pool = std::move(pool);
  return request;
}

strategy::Book book_for(Label method, const MarginRequest& request) {
  const Admitted in = admitted({.account = request.account,
                                .market = request.market,
                                .strictness = request.strictness,
                                .refused = request.refused,
                                .caveats = request.caveats},
                               {});
  return book_of(method, layers_for(method, request).at(0), request, in);
}

Money excess_of(const strategy::Book& book) { return strategy::room(book).value().excess(); }

TEST(Books, StandAsTheMethodDoes) {
  EXPECT_EQ(excess_of(book_for("reg_t", on_a_loan())), 87'500_usd);
  EXPECT_EQ(excess_of(book_for("tims", on_a_loan(AccountKind::portfolio_margin))), 112'500_usd);
  const strategy::Book pool = book_for("cross_margin", in_a_pool());
  EXPECT_EQ(excess_of(pool), 75'000_usd);
  EXPECT_EQ(pool.method, Label{"cross_margin"});
}

TEST(Books, APoolsPricesStandInItsMarketAndMoveWithIt) {
  strategy::Book book = book_for("cross_margin", in_a_pool());
  EXPECT_EQ(book.market.quotes.at(InstrumentId{"XYZ"}).price, 100_d);
  EXPECT_EQ(book.market.quotes.at(InstrumentId{"USDC"}).price, 1_d);
  book.market.quotes.at(InstrumentId{"XYZ"}).price = 60_d;
  EXPECT_NEAR(to_double(excess_of(book).amount), 0, 1e-6) << "1,875 x 60 = 112,500";
  book.market.quotes.at(InstrumentId{"USDC"}).price = 0.5_d;
  EXPECT_NEAR(to_double(excess_of(book).amount), 56'250, 1e-3) << "the debt is half";
}

TEST(Books, APoolsOwnPriceIsLeftToTheLastDigit) {
  MarginRequest request = in_a_pool();
  Pool pool = *request.pool;
  pool.banks.at(InstrumentId{"XYZ"}).price = parse_fixed48("100.00000000001").value();
  request.pool = std::make_shared<const Pool>(pool);
  const auto report = margin(request, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(std::get<Answer<Money>>(report->results[0].answer).excess_maintenance(),
            excess_of(book_for("cross_margin", request)))
      << "eleven digits, of which a price keeps nine";
}

TEST(Books, ConfidenceMovesWithThePrice) {
  MarginRequest request = in_a_pool();
  Pool pool = *request.pool;
  pool.banks.at(InstrumentId{"XYZ"}).confidence = Fixed48::of(2);
  request.pool = std::make_shared<const Pool>(pool);
  strategy::Book book = book_for("cross_margin", request);
  const double today = to_double(excess_of(book).amount) + 112'500;
  book.market.quotes.at(InstrumentId{"XYZ"}).price = 50_d;
  EXPECT_NEAR(to_double(excess_of(book).amount) + 112'500, today / 2, 1e-3);
}

/// docs/guide/three-accounts.md
TEST(Books, TheThreeDistances) {
  const auto decline = [](const strategy::Book& book) {
    const auto far = strategy::distance(book, {}).value();
    for (const strategy::Reach& one : far.names)
      if (one.name == InstrumentId{"XYZ"}) return -one.down.value().move;
    return std::nan("");
  };
  EXPECT_NEAR(decline(book_for("reg_t", on_a_loan())), 1 - 100'000 / 187'500.0, 1e-9);
  EXPECT_NEAR(decline(book_for("tims", on_a_loan(AccountKind::portfolio_margin))),
              1 - 100'000 / 212'500.0, 1e-9);
  EXPECT_NEAR(decline(book_for("cross_margin", in_a_pool())), 0.4, 1e-9);
}

/// Options are margined at the prices they have where the market then is, not at today's.
TEST(Books, PortfolioMarginIsOfTheMovedPrices) {
  MarginRequest request = on_a_loan(AccountKind::portfolio_margin);
  request.account.cash = {{{.currency = "USD", .amount = Decimal{150'000}}}};
  request.account.positions = {held("XYZ   270115P00080000", -50)};
  request.market.quotes[InstrumentId{"XYZ   270115P00080000"}].price = 1_d;
  const strategy::Book book = book_for("tims", request);
  const auto today = strategy::room(book).value();
  const auto far = strategy::distance(book, {}).value();
  ASSERT_TRUE(far.market.down) << "the puts come to cost more than the cash";
  auto moved =
      strategy::MovedMarket::of(book, strategy::movers(book.account, book.market, 1), {}).value();
  const MarketSnapshot* there = moved.at({}, -0.3).value();
  const auto then = strategy::room(book, book.account, *there).value();
  const Decimal price = *there->find(InstrumentId{"XYZ   270115P00080000"})->price;
  EXPECT_GT(price, 9_d) << "ten in the money";
  const Money owed = Price{price, usd} * Quantity::of(5000);
  EXPECT_EQ(then.equity, 150'000_usd - owed);
  EXPECT_LT(today.requirement, then.requirement);
}

TEST(Books, FuturesHaveTheirFilesSettlement) {
  MarginRequest request;
  request.account.id = "futures";
  request.account.as_of = request.market.as_of = Date{2025y / September / 12};
  request.account.kind = AccountKind::futures;
  request.account.cash = {{{.currency = "USD", .amount = Decimal{60'000}}}};
  DraftPosition position = held("ZZZ5", 1);
  position.average_cost = 3640_d;
  request.account.positions = {position};
  Description future;
  future.symbol = "ZZZ5";
  future.type = "future";
  future.product = "ZZ";
  future.month = "202512";
  request.account.instruments = {future};
  request.risk.files = testing::risk_files("examples/span/synthetic.pa2").value();
  request.risk.policies = testing::risk_policies("");
  strategy::Book book = book_for("span", request);
  const Quote& quote = book.market.quotes.at(InstrumentId{"ZZZ5"});
  ASSERT_TRUE(quote.price);
  const auto today = strategy::room(book).value();
  const auto& settled = std::get<Future>(book.account.positions[0].instrument);
  ASSERT_TRUE(settled.multiplier);
  // Up by ten: equity follows by the multiplier, the file's arrays stand.
  book.market.quotes.at(InstrumentId{"ZZZ5"}).price = *quote.price + 10_d;
  const auto later = strategy::room(book).value();
  EXPECT_EQ(later.equity - today.equity,
            (Money{multiply(*settled.multiplier, 10_d, Round::half_even), usd}));
  EXPECT_EQ(later.requirement, today.requirement);
  const auto far = strategy::distance(book, {}).value();
  ASSERT_EQ(far.names.size(), 1u);
  ASSERT_TRUE(far.names[0].down);
}

TEST(Books, APriceTheAccountGivesWinsOverTheSettlement) {
  MarginRequest request;
  request.account.id = "futures";
  request.account.as_of = request.market.as_of = Date{2025y / September / 12};
  request.account.kind = AccountKind::futures;
  request.account.cash = {{{.currency = "USD", .amount = Decimal{60'000}}}};
  request.account.positions = {held("ZZZ5", 1)};
  Description future;
  future.symbol = "ZZZ5";
  future.type = "future";
  future.product = "ZZ";
  future.month = "202512";
  request.account.instruments = {future};
  request.market.quotes[InstrumentId{"ZZZ5"}].price = 3000_d;
  request.risk.files = testing::risk_files("examples/span/synthetic.pa2").value();
  request.risk.policies = testing::risk_policies("");
  EXPECT_EQ(book_for("span", request).market.quotes.at(InstrumentId{"ZZZ5"}).price, 3000_d);
}

}  // namespace
}  // namespace plimsoll::engine
