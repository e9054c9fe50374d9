#include "strategy/cure.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <cmath>
#include <map>

#include "strategy/books_for_tests.hpp"
#include "strategy/knapsack.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Money dollars(Decimal amount) { return {amount, usd}; }

/// Each symbol at its own rate, so that not all free the same.
MarginFunction rated(std::map<InstrumentId, Percent> rates) {
  return [rates = std::move(rates)](const Account& account,
                                    const MarketSnapshot& market) -> Result<Answer<Money>> {
    PLIMSOLL_TRY(answer, flat(0_pct)(account, market));
    Money requirement = zero(account.base);
    for (const Position& position : account.positions) {
      const InstrumentId id = id_of(position.instrument);
      const auto rate = rates.find(id);
      if (rate == rates.end()) continue;
      const Money value = Price{*market.find(id)->price, account.base} * abs(position.quantity);
      requirement = requirement + rate->second * value;
    }
    answer.risk_maintenance = requirement;
    return answer;
  };
}

TEST(Cure, AtTheTargetNothingIsDone) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-50'000_d);
  const auto made = cure(book, any_ticket(), {.target_multiple = 2});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->state, CureState::at_target);
  EXPECT_TRUE(made->trades.empty());
  EXPECT_EQ(made->deposit, zero(usd));
  EXPECT_EQ(made->evaluations, 1);
}

TEST(Cure, AQuarterNeedsFourTimesTheDeficitSold) {
  // Equity 20,000 of 25,000 asked. Each dollar sold frees 0.25 less half a spread of 0.0005.
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-80'000_d);
  const auto made = cure(book, any_ticket(), {.target_multiple = 1});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->state, CureState::cured);
  EXPECT_EQ(made->deficit, dollars(5'000_d));
  EXPECT_EQ(made->deposit, dollars(5'000_d));
  ASSERT_EQ(made->trades.size(), 1u);
  // 5,000 / 0.2495 / 100 = 200.4 shares.
  EXPECT_EQ(made->trades[0].quantity, Quantity::of(-201));
  EXPECT_EQ(made->trades[0].proceeds, dollars(20'100_d));
  EXPECT_EQ(made->trades[0].cost.spread, dollars(10.05_d));
  EXPECT_EQ(made->trades[0].requirement_freed, dollars(5'025_d));
  EXPECT_TRUE(made->trades[0].missing.cost_basis);
  EXPECT_EQ(made->after.equity, dollars(19'989.95_d));
  EXPECT_EQ(made->after.requirement, dollars(19'975_d));
  EXPECT_GE(*made->multiple_after(), 1);
}

TEST(Cure, TheKnapsacksKnownAnswer) {
  // A fund at a quarter for ten basis points, short of 8,000: 32,128.51, in thousandths of a share.
  BookOf book{25_pct};
  book.shares("ETF", 600, 100_d).shares("ONE", 500, 100_d).cash(-90'500_d);
  book.book().margin = rated({{InstrumentId{"ETF"}, 25_pct}, {InstrumentId{"ONE"}, 25_pct}});
  for (const auto& [symbol, half] : {std::pair{"ETF", 0.1_d}, std::pair{"ONE", 0.4_d}}) {
    book.book().market.quotes[InstrumentId{symbol}].bid = 100_d - half;
    book.book().market.quotes[InstrumentId{symbol}].ask = 100_d + half;
  }
  Policy policy = any_ticket();
  policy.cure.lot_size = 0.0001_d;
  const auto made = cure(book, policy, {.target_multiple = 1});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->deficit, dollars(8'000_d));
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"ETF"});
  EXPECT_NEAR(to_double(made->proceeds.amount), 32'128.51, 0.02);
  EXPECT_NEAR(to_double(made->cost.total().amount), 32.13, 0.01);
}

TEST(Cure, EquityBelowZeroIsOwed) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-120'000_d);
  const auto made = cure(book, any_ticket(), {.target_multiple = 1});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->owed, dollars(20'000_d));
  EXPECT_EQ(made->state, CureState::short_of);
  EXPECT_EQ(made->deposit, dollars(45'000_d));
  // All of it is sold, for 50 of spread.
  EXPECT_EQ(made->deposit_besides, dollars(20'050_d));
}

TEST(Cure, WhatIsKeptIsNotSoldAndTheRestIsSaid) {
  BookOf book{25_pct};
  book.shares("KEEP", 900, 100_d).shares("XYZ", 100, 100_d).cash(-80'000_d);
  Policy policy = any_ticket();
  policy.cure.keep = {"KEEP"};
  const auto made = cure(book, policy, {.target_multiple = 1});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->state, CureState::short_of);
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"XYZ"});
  EXPECT_EQ(made->deposit_besides, dollars(2'505_d)) << "5,000 - 2,500 + 5 of spread";
  EXPECT_EQ(made->not_sold, (std::vector<NotSold>{{InstrumentId{"KEEP"}, "the policy keeps it"}}));
}

TEST(Cure, WhatGoesLastGoesAfterAllOthers) {
  BookOf book{25_pct};
  book.shares("LAST", 500, 100_d).shares("XYZ", 500, 100_d).cash(-86'000_d);
  Policy policy = any_ticket();
  policy.cure.liquidate_last = {"LAST"};
  // Short of 11,000: XYZ frees 12,475, so LAST stays, dear as XYZ is.
  book.book().market.quotes[InstrumentId{"XYZ"}].bid = 99_d;
  book.book().market.quotes[InstrumentId{"XYZ"}].ask = 101_d;
  const auto one = cure(book, policy, {.target_multiple = 1});
  ASSERT_EQ(one->trades.size(), 1u);
  EXPECT_EQ(one->trades[0].symbol, InstrumentId{"XYZ"});
  book.cash(-2'000_d);
  const auto both = cure(book, policy, {.target_multiple = 1});
  EXPECT_EQ(both->state, CureState::cured);
  ASSERT_EQ(both->trades.size(), 2u);
  EXPECT_EQ(both->trades[0].quantity, Quantity::of(-500));
  EXPECT_EQ(both->trades[1].symbol, InstrumentId{"LAST"});
}

TEST(Cure, LotsAndTickets) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-75'020_d);
  Policy policy = any_ticket();  // short of 20: one share
  EXPECT_EQ(cure(book, policy, {.target_multiple = 1})->trades[0].quantity, Quantity::of(-1));
  policy.cure.minimum_ticket = 1'000_d;
  EXPECT_EQ(cure(book, policy, {.target_multiple = 1})->trades[0].quantity, Quantity::of(-10));
  policy.cure.lot_sizes = {{"XYZ", 100_d}};
  EXPECT_EQ(cure(book, policy, {.target_multiple = 1})->trades[0].quantity, Quantity::of(-100));
}

TEST(Cure, LossesAreHarvestedFirst) {
  BookOf book{25_pct};
  book.shares("GAIN", 500, 100_d).shares("LOSS", 500, 100_d).cash(-80'000_d);
  book.book().account.positions[0].average_cost = 50_usd_each;
  book.book().account.positions[1].average_cost = 150_usd_each;
  const auto made = cure(book, any_ticket(), {.target_multiple = 1});
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"LOSS"});
  EXPECT_TRUE(made->cost.tax.amount.is_negative());
  EXPECT_TRUE(made->cost.total().amount.is_negative());
}

TEST(Cure, GainsAvoidedAreNotRealised) {
  BookOf book{25_pct};
  book.shares("GAIN", 950, 100_d).shares("LOSS", 50, 100_d).cash(-80'000_d);
  book.book().account.positions[0].average_cost = 50_usd_each;
  book.book().account.positions[1].average_cost = 150_usd_each;
  const auto made = cure(book, any_ticket(), {.target_multiple = 1, .gains = Gains::avoided});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->state, CureState::short_of);
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"LOSS"});
  ASSERT_EQ(made->not_sold.size(), 1u);
  EXPECT_NE(made->not_sold[0].reason.find("gain"), std::string::npos);
}

/// A quarter of stock; a call written on stock asks for nothing, one without for 20 % of the stock.
Result<Answer<Money>> covered(const Account& account, const MarketSnapshot& market) {
  PLIMSOLL_TRY(answer, flat(25_pct)(account, market));
  std::int64_t shares = 0, calls = 0;
  const Position *stock = nullptr, *option = nullptr;
  for (const Position& position : account.positions) {
    const auto whole = static_cast<std::int64_t>(position.quantity.atto / Quantity::scale);
    if (std::holds_alternative<ListedOption>(position.instrument)) {
      calls = -whole;
      option = &position;
    } else {
      shares = whole;
      stock = &position;
    }
  }
  const std::int64_t together = std::min(shares / 100, calls);
  const Decimal price = *market.find(InstrumentId{"XYZ"})->price;
  const Money each{price, usd};
  answer.risk_maintenance = answer.risk_maintenance +
                            20_pct * (Price{price, usd} * Quantity::of((calls - together) * 100));
  if (together > 0)
    answer.groups.push_back({.strategy = "covered call",
                             .legs = {{id_of(stock->instrument), Quantity::of(together * 100)},
                                      {id_of(option->instrument), Quantity::of(-together)}},
                             .initial = each,
                             .maintenance = each,
                             .proceeds = each,
                             .net_deposit = each});
  return answer;
}

TEST(Cure, AHedgeIsClosedOnlyWithWhatItHedges) {
  // 1,000 shares and ten calls written on them: a share sold alone bares a call, which asks for
  // 2,000 where the share freed 25; buying back frees nothing. Together they free.
  BookOf book;
  book.shares("XYZ", 1000, 100_d).cash(-70'000_d);
  book.option("XYZ", Right::call, 110_d, Date{2027y / January / 15}, -10, 6_d);
  book.book().margin = covered;
  // 100,000 - 6,000 - 70,000 = 24,000 of 25,000 asked.
  const auto made = cure(book, any_ticket(), {.target_multiple = 1});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->state, CureState::cured);
  ASSERT_EQ(made->trades.size(), 2u);
  EXPECT_EQ(made->trades[0].quantity, Quantity::of(1)) << "the call is bought back first";
  EXPECT_EQ(made->trades[0].together, std::vector{InstrumentId{"XYZ"}});
  EXPECT_EQ(made->trades[1].symbol, InstrumentId{"XYZ"});
  // 1,000 / (25 - 0.05) is 40.1 shares, of the hundred that the call covered.
  EXPECT_EQ(made->trades[1].quantity, Quantity::of(-41));
}

/// A requirement that steps: the whole account at 40 % where one name is more than half of it.
Result<Answer<Money>> concentrated(const Account& account, const MarketSnapshot& market) {
  PLIMSOLL_TRY(answer, flat(25_pct)(account, market));
  double sum = 0, greatest = 0;
  for (const Position& position : account.positions) {
    const double value = to_double(position.quantity.units()) *
                         to_double(*market.find(id_of(position.instrument))->price);
    sum += value;
    greatest = std::max(greatest, value);
  }
  if (sum < 2 * greatest && account.positions.size() > 1)
    answer.risk_maintenance = {
        multiply(answer.risk_maintenance.amount, 1.6_d, Round::away_from_zero), usd};
  return answer;
}

TEST(Cure, WhereTheRequirementStepsTheSaleStopsBeyondTheStep) {
  BookOf book;
  book.shares("BIG", 700, 100_d).shares("AAA", 300, 100_d).shares("BBB", 250, 100_d);
  book.cash(-94'000_d);
  book.book().margin = concentrated;
  const auto made = cure(book, any_ticket(), {.target_multiple = 1});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->state, CureState::cured);
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"BIG"});
  // 31,000 of 50,000 asked; at 550 shares, a quarter of 110,000 is 27,500.
  EXPECT_EQ(made->trades[0].quantity, Quantity::of(-150));
}

TEST(Cure, FlattenTakesTheHighestRequirementWhole) {
  BookOf book;
  book.shares("AAA", 500, 100_d).shares("BBB", 500, 100_d).cash(-70'000_d);
  book.book().margin = rated({{InstrumentId{"AAA"}, 30_pct}, {InstrumentId{"BBB"}, 70_pct}});
  const auto made =
      cure(book, any_ticket(), {.target_multiple = 1, .order = SaleOrder::highest_requirement});
  ASSERT_EQ(made->trades.size(), 1u);
  EXPECT_EQ(made->trades[0].symbol, InstrumentId{"BBB"});
  EXPECT_EQ(made->trades[0].quantity, Quantity::of(-500));
}

TEST(Cure, RefusesWhatHasNoAnswer) {
  BookOf book;
  book.shares("XYZ", 1000, 100_d).cash(-80'000_d);
  EXPECT_FALSE(cure(book, any_ticket(), {.target_multiple = 0}));
  EXPECT_FALSE(cure(book, any_ticket(), {.target_multiple = std::nan("")}));
  book.book().account.cash.reset();
  const auto unknown = cure(book, any_ticket(), {.target_multiple = 1});
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().what.find("cash is not known"), std::string::npos);
}

struct RandomBook {
  BookOf book;
  std::map<InstrumentId, Percent> rates;
  std::vector<Saleable> items;  // a tax lot each
  double dearest = 0;           // the most that a dollar freed costs or saves
};

/// Shares of up to three lots each, at rates of their own.
RandomBook random_book() {
  RandomBook made;
  const char* const names[] = {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF"};
  const int count = *rc::gen::inRange(1, 7);
  for (int i = 0; i < count; ++i) {
    const InstrumentId id{names[i]};
    const std::int64_t price = *rc::gen::inRange<std::int64_t>(5, 200);
    const auto rate = *rc::gen::inRange<std::int64_t>(20, 91);
    const Decimal fraction = Decimal::from_nano(rate * Int128{10'000'000});
    made.rates[id] = {fraction};
    const int lots = *rc::gen::inRange(1, 4);
    std::vector<Lot> bought;
    std::int64_t held = 0;
    for (int lot = 0; lot < lots; ++lot) {
      const auto size = *rc::gen::inRange<std::int64_t>(1, 400);
      const auto cost = *rc::gen::inRange<std::int64_t>(5, 200);
      held += size;
      bought.push_back({Quantity::of(size), {Decimal{cost}, usd}, Date{2020y / January / 2}});
      const double tax = 0.2 * static_cast<double>(price - cost) / static_cast<double>(price);
      made.items.push_back(
          {.most = {Decimal{size * price}, usd},
           .cost = Decimal::from_nano(static_cast<Int128>(std::llround((tax + 0.0005) * 1e9))),
           .paid = 0.0005_d,
           .requirement_rate = fraction});
      made.dearest = std::max(made.dearest, (std::abs(tax) + 0.0005) / to_double(fraction));
    }
    made.book.shares(names[i], held, Decimal{price});
    made.book.book().account.positions.back().lots = bought;
  }
  made.book.book().margin = rated(made.rates);
  return made;
}

// In a linear book the cure is the knapsack's optimum, but for the last thousandth of a share.
RC_GTEST_PROP(Cure, OfALinearBookIsTheKnapsack, ()) {
  RandomBook random = random_book();
  Money value = zero(usd);
  for (const Saleable& item : random.items) value = value + item.most;
  const Percent debit{
      Decimal::from_nano(*rc::gen::inRange<std::int64_t>(10, 95) * Int128{10'000'000})};
  random.book.cash(-(debit * value).amount);
  Policy policy = any_ticket();
  policy.cure.lot_size = 0.001_d;
  const auto made = cure(random.book, policy, {.target_multiple = 1.5});
  RC_ASSERT(made.has_value());
  const auto best = least_cost(random.items, made->deficit, 1.5_d);
  RC_ASSERT(best.has_value());
  RC_ASSERT((made->state == CureState::short_of) == (Decimal{} < best->still_short.amount));
  if (made->state != CureState::cured) return;
  const double cost = to_double(made->cost.total().amount);
  const double least = to_double(best->cost.amount);
  // A thousandth too much of the last frees at most this, which others then need not.
  const double too_much = 0.001 * 200 * 1.5;
  RC_ASSERT(std::abs(cost - least) <= 2 * too_much * random.dearest);
}

// The target is met, and by no smaller sale of any name.
RC_GTEST_PROP(Cure, RestoresTheTargetAndNoSmallerSaleDoes, ()) {
  RandomBook random = random_book();
  Money value = zero(usd);
  for (const Saleable& item : random.items) value = value + item.most;
  random.book.cash(-(45_pct * value).amount);
  const Book& book = random.book.book();
  const auto made = cure(book, any_ticket(), {.target_multiple = 2});
  RC_ASSERT(made.has_value());
  if (made->state != CureState::cured) return;
  const auto room_after = room(book, made->account, book.market);
  RC_ASSERT(room_after->equity == made->after.equity);
  RC_ASSERT(!(room_after->equity < room_after->requirement + room_after->requirement));
  auto lines = sale_lines(book, any_ticket().cure, Gains::realised);
  SaleTrial trial{book, lines->lines, 2_d};
  LotsSold sold(lines->lines.size(), 0);
  for (std::size_t i = 0; i < sold.size(); ++i)
    for (const CureTrade& trade : made->trades)
      if (trade.symbol == lines->lines[i].id)
        sold[i] = static_cast<std::int64_t>(abs(trade.quantity).atto / Quantity::scale);
  RC_ASSERT(!trial.at(sold)->gap.amount.is_negative());
  for (std::size_t i = 0; i < sold.size(); ++i) {
    if (sold[i] == 0) continue;
    --sold[i];
    RC_ASSERT(trial.at(sold)->gap.amount.is_negative());
    ++sold[i];
  }
  // And the deposit alone does too, to the cent.
  RC_ASSERT(made->deposit.has_value());
  RC_ASSERT(!(trial.with_cash(LotsSold(sold.size(), 0), *made->deposit)->gap.amount.is_negative()));
}

TEST(Cure, OfThirtyPositionsAsksTheMethodFewTimes) {
  BookOf book{30_pct};
  for (int i = 0; i < 30; ++i) {
    const std::string symbol = "S" + std::to_string(i);
    book.shares(symbol.c_str(), 100 + 20 * i, Decimal{20 + 3 * i});
    Quote& quote = book.book().market.quotes[InstrumentId{symbol}];
    quote.adv = 50'000 + 1'000 * i;
    quote.volatility = 0.2 + 0.01 * i;
    book.book().account.positions.back().average_cost = Price{Decimal{15 + 3 * i}, usd};
  }
  const Money value =
      flat(30_pct)(book.cash(0_d).book().account, book.book().market)->equity.value();
  book.cash(-(60_pct * value).amount);
  const auto start = std::chrono::steady_clock::now();
  const auto made = cure(book, {}, {.target_multiple = 2});
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->state, CureState::cured);
  RecordProperty("evaluations", made->evaluations);
  RecordProperty("milliseconds", std::to_string(took.count()));
  EXPECT_LT(made->evaluations, 200);
}

TEST(Cure, NothingBelowTheRequirementIsATarget) {
  for (const double target : {0.5, 0.99, -1.0}) {
    const auto made = cure(called(), {}, {.target_multiple = target});
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().what.find("at least 1"), std::string::npos) << made.error().what;
  }
}

TEST(Cure, ALoanOfAPoolIsNotSoldFor) {
  BookOf book = called();
  book.book().account.kind = AccountKind::cross_margin;
  EXPECT_NE(cure(book, {}, {}).error().what.find("REPAY"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::strategy
