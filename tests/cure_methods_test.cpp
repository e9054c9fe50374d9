// The cure of random accounts by the methods themselves: what it promises is asked of them again.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/check.hpp"
#include "engine/answered.hpp"
#include "engine/books.hpp"
#include "model/booking.hpp"
#include "model/osi.hpp"
#include "strategy/cure.hpp"
#include "tests/houses.hpp"
#include "tests/packs.hpp"
#include "tests/random_account.hpp"

namespace plimsoll::testing {
namespace {

using strategy::Book;
using strategy::Cure;
using strategy::CureState;
using strategy::Policy;
using strategy::SaleLine;

Book book_for(const engine::MarginRequest& request, Label method) {
  const auto in = engine::admitted(engine::submitted(request), SecurityList{});
  PLIMSOLL_CHECK(in.refused.empty());
  return engine::book_of(method, engine::layers_for(method, request).front(), request, in);
}

RandomBook some_positions() {
  const int places = static_cast<int>(holdable_symbols().size());
  const auto position = rc::gen::build<RandomPosition>(
      rc::gen::set(&RandomPosition::place,
                   rc::gen::weightedOneOf<int>(
                       {{1, rc::gen::inRange(0, 2)}, {1, rc::gen::inRange(2, places)}})),
      rc::gen::set(&RandomPosition::size,
                   rc::gen::suchThat(rc::gen::inRange(-4, 9), [](int size) { return size != 0; })));
  return *rc::gen::resize(8, rc::gen::container<RandomBook>(position));
}

engine::MarginRequest some_request(Label method) {
  engine::MarginRequest request = request_for(some_positions());
  request.market.risk_free_rate = 0.04;
  if (*rc::gen::arbitrary<bool>()) request.market.quotes.at(InstrumentId{"XYZ"}).adv = 2'000;
  if (method == Label{"tims"}) {
    request.account.kind = AccountKind::portfolio_margin;
    // Not all of the random prices are ones that some volatility explains.
    for (auto& [id, quote] : request.market.quotes) quote.volatility = 0.3;
    request.packs = {usual_packs(request.account.as_of)};
  }
  return request;
}

/// With so much cash that equity is this many times the requirement. Nothing where none is asked.
std::optional<Book> at_multiple(Book book, Percent multiple) {
  const auto today = strategy::room(book);
  PLIMSOLL_CHECK(today.has_value());
  if (!(zero(usd) < today->requirement)) return std::nullopt;
  book.account.cash = std::vector{multiple * today->requirement - today->equity};
  return book;
}

Policy policy() {
  Policy made;
  made.cure.minimum_ticket = {};
  return made;
}

/// Lots sold of each line, read from the trades.
strategy::LotsSold sold_by(const Cure& cure, const std::vector<SaleLine>& lines) {
  strategy::LotsSold sold(lines.size(), 0);
  for (const strategy::CureTrade& trade : cure.trades)
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i].id == trade.symbol && lines[i].is_short != trade.quantity.is_negative())
        sold[i] = static_cast<std::int64_t>((abs(trade.quantity).atto + lines[i].lot.atto - 1) /
                                            lines[i].lot.atto);
  return sold;
}

bool meets(const strategy::Room& room, Decimal target) {
  return !(room.equity.amount < multiply(target, room.requirement.amount, Round::away_from_zero));
}

/// Step by step no more options are bare than at first, and the steps add up.
void expect_steps(const Book& book, const Cure& cure) {
  Account account = book.account;
  for (Position& position : account.positions) position.lots.clear();
  const auto before = strategy::uncovered(account);
  Money freed = zero(usd);
  for (const strategy::CureTrade& trade : cure.trades) {
    const auto booked = plimsoll::book({.moment = {account.as_of},
                                        .event = Trade{.symbol = trade.symbol,
                                                       .quantity = trade.quantity,
                                                       .price = trade.price.per_unit}},
                                       account);
    RC_ASSERT(booked.has_value());
    RC_ASSERT(!strategy::barer(strategy::uncovered(account), before));
    freed = freed + trade.requirement_freed;
  }
  RC_ASSERT(freed == cure.today.requirement - cure.after.requirement);
}

/// By the method again: the target is met, by no lot less of any trade; by cash alone to the cent.
void expect_kept(const Book& book, const Cure& cure, Decimal target) {
  const auto after = strategy::room(book, cure.account, book.market);
  RC_ASSERT(after.has_value());
  RC_ASSERT(after->equity == cure.after.equity);
  RC_ASSERT(after->requirement == cure.after.requirement);
  auto may = strategy::sale_lines(book, policy().cure, strategy::Gains::realised);
  strategy::SaleTrial trial{book, may->lines, target};
  const strategy::LotsSold none(may->lines.size(), 0);
  RC_ASSERT(cure.deposit.has_value());
  RC_ASSERT(!trial.with_cash(none, *cure.deposit)->gap.amount.is_negative());
  if (cure.state == CureState::at_target) return;
  RC_ASSERT(trial.with_cash(none, *cure.deposit - 0.01_usd)->gap.amount.is_negative());
  strategy::LotsSold sold = sold_by(cure, may->lines);
  if (cure.state == CureState::short_of) {
    RC_ASSERT(!meets(*after, target));
    RC_ASSERT(cure.deposit_besides.has_value());
    RC_ASSERT(!trial.with_cash(sold, *cure.deposit_besides)->gap.amount.is_negative());
    // Nor would selling everything have met it.
    for (std::size_t i = 0; i < sold.size(); ++i) sold[i] = may->lines[i].most;
    RC_ASSERT(trial.at(sold)->gap.amount.is_negative());
    return;
  }
  RC_ASSERT(meets(*after, target));
  for (std::size_t i = 0; i < sold.size(); ++i) {
    if (sold[i] == 0) continue;
    const std::int64_t all = sold[i];
    sold[i] = may->lines[i].below(all);
    const auto less = trial.at(sold);
    RC_ASSERT(!less || less->gap.amount.is_negative());
    sold[i] = all;
  }
}

void expect_cured(const std::optional<Book>& book) {
  if (!book) return;
  const auto cure = strategy::cure(*book, policy(), {.target_multiple = 1.5});
  RC_ASSERT(cure.has_value());
  RC_CLASSIFY(cure->state == CureState::cured, "cured");
  RC_CLASSIFY(cure->state == CureState::short_of, "short");
  expect_steps(*book, *cure);
  expect_kept(*book, *cure, 1.5_d);
}

void expect_cured(Label method, std::vector<House> houses = {}) {
  engine::MarginRequest request = some_request(method);
  request.houses = std::move(houses);
  const auto tenths = *rc::gen::inRange<std::int64_t>(2, 20);
  expect_cured(
      at_multiple(book_for(request, method), {Decimal::from_nano(tenths * Int128{100'000'000})}));
}

RC_GTEST_PROP(CureMethods, ByStrategyTheTargetIsMetAndNoLotIsTooMany, ()) { expect_cured("reg_t"); }

RC_GTEST_PROP(CureMethods, ByRiskTheTargetIsMetAndNoLotIsTooMany, ()) { expect_cured("tims"); }

RC_GTEST_PROP(CureMethods, UnderAHouseWhoseRatesStepTheTargetIsMet, ()) {
  expect_cured("reg_t", {*houses().find("fidelity", std::chrono::sys_days{2026y / November / 20})});
}

/// Shares of a few names, some of them a large part of the account, some slow to sell: what
/// Fidelity asks of the others steps as one of them is sold.
engine::MarginRequest some_shares() {
  engine::MarginRequest request;
  request.account.id = "shares";
  request.account.as_of = request.market.as_of = std::chrono::sys_days{2026y / November / 20};
  request.account.cash = std::vector<DraftCash>{{"USD", Decimal{}}};
  const int count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    const std::string symbol = "N" + std::to_string(i);
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(*rc::gen::inRange<std::int64_t>(1, 2'000));
    request.account.positions.push_back(position);
    Description described;
    described.symbol = symbol;
    described.type = "equity";
    request.account.instruments.push_back(described);
    Quote& quote = request.market.quotes[InstrumentId{symbol}];
    quote.price = Decimal{*rc::gen::inRange<std::int64_t>(4, 200)};
    quote.adv = *rc::gen::element(200.0, 700.0, 5e5);
  }
  return request;
}

RC_GTEST_PROP(CureMethods, WhereConcentrationStepsTheTargetIsMet, ()) {
  engine::MarginRequest request = some_shares();
  request.houses = {*houses().find("fidelity", request.account.as_of)};
  const auto hundredths = *rc::gen::inRange<std::int64_t>(20, 150);
  expect_cured(at_multiple(book_for(request, "reg_t"),
                           {Decimal::from_nano(hundredths * Int128{10'000'000})}));
}

/// Eighteen shares and twelve options on four of them: covered calls, protective puts, spreads.
engine::MarginRequest thirty_positions() {
  engine::MarginRequest request;
  request.account.id = "thirty";
  request.account.kind = AccountKind::portfolio_margin;
  request.account.as_of = request.market.as_of = std::chrono::sys_days{2026y / November / 20};
  request.account.cash = std::vector<DraftCash>{{"USD", Decimal{}}};
  request.market.risk_free_rate = 0.04;
  request.packs = {usual_packs(request.account.as_of)};
  const auto hold = [&](const std::string& symbol, std::int64_t quantity, Decimal price) {
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(quantity);
    position.average_cost = price - 0.5_d;
    request.account.positions.push_back(position);
    Quote& quote = request.market.quotes[InstrumentId{symbol}];
    quote.price = price;
    quote.volatility = 0.3;
    quote.adv = 1e6;
  };
  for (int i = 0; i < 18; ++i) {
    Description described;
    described.symbol = std::string{"STK"} + static_cast<char>('A' + i);
    described.type = "equity";
    request.account.instruments.push_back(described);
    hold(described.symbol, 300 + 100 * (i % 4), Decimal{100 + 5 * i});
  }
  for (int i = 0; i < 4; ++i) {
    const std::string root = std::string{"STK"} + static_cast<char>('A' + i);
    const Decimal price{100 + 5 * i};
    const auto option = [&](Right right, Decimal strike) {
      return std::string{osi_id({root, Date{2027y / January / 15}, right, strike}).view()};
    };
    hold(option(Right::call, price + 10_d), -2, 2_d);
    hold(option(Right::put, price - 10_d), 2, 2_d);
    hold(option(Right::put, price - 20_d), -2, 0.75_d);
  }
  return request;
}

TEST(CureMethods, ThirtyPositionsByRiskAskTheMethodFewTimes) {
  const auto book = at_multiple(book_for(thirty_positions(), "tims"), 120_pct);
  ASSERT_TRUE(book);
  const auto made = strategy::cure(*book, policy(), {.target_multiple = 2});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->state, CureState::cured);
  EXPECT_LT(made->evaluations, 400);
}

/// 200 AAPL at 250 under two calls, 300 KO at 70, and 50,000 owed: equity 20,100 for 12,500 +
/// 5,250.
engine::MarginRequest written_calls() {
  engine::MarginRequest request;
  request.account.id = "calls";
  request.account.as_of = request.market.as_of = std::chrono::sys_days{2026y / November / 20};
  request.account.cash = std::vector<DraftCash>{{"USD", -50'000_d}};
  const auto hold = [&](const std::string& symbol, std::int64_t quantity, Decimal price) {
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(quantity);
    request.account.positions.push_back(position);
    request.market.quotes[InstrumentId{symbol}].price = price;
  };
  for (const char* symbol : {"AAPL", "KO"}) {
    Description described;
    described.symbol = symbol;
    described.type = "equity";
    request.account.instruments.push_back(described);
  }
  hold("AAPL", 200, 250_d);
  hold("AAPL  270115C00270000", -2, 4.5_d);
  hold("KO", 300, 70_d);
  return request;
}

TEST(CureMethods, OfCoveredCallsByHand) {
  const Book book = book_for(written_calls(), "reg_t");
  const auto made = strategy::cure(book, policy(), {.target_multiple = 1.5});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->today.equity, 21000_usd);
  EXPECT_EQ(made->today.requirement, 17750_usd);
  EXPECT_EQ(made->deficit, 5625_usd);
  // A share of KO frees 1.5 x 17.50 less 0.035: 214.6 of them.
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"KO"});
  EXPECT_EQ(made->trades[0].quantity, Quantity::of(-215));
  // Without KO: a call is bought back for 450.225, and of the hundred it stood on 6,075.225
  // / 93.625 are sold.
  Policy without = policy();
  without.cure.keep = {"KO"};
  const auto both = strategy::cure(book, without, {.target_multiple = 1.5});
  ASSERT_TRUE(both) << both.error().what;
  ASSERT_EQ(both->trades.size(), 2u);
  EXPECT_EQ(both->trades[0].quantity, Quantity::of(1));
  EXPECT_EQ(both->trades[1].symbol, InstrumentId{"AAPL"});
  EXPECT_EQ(both->trades[1].quantity, Quantity::of(-65));
}

}  // namespace
}  // namespace plimsoll::testing
