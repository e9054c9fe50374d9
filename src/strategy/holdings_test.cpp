#include "strategy/holdings.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

const Date expiry{2027y / January / 15};

Held held_of(const Book& book, std::string_view symbol) {
  const auto all = holdings(book.account, book.market, 1);
  for (const Held& one : all.value())
    if (one.id == InstrumentId{symbol}) return one;
  ADD_FAILURE() << symbol;
  return {};
}

TEST(Holdings, ValueAndNotionalAreSigned) {
  BookOf book;
  book.shares("XYZ", -100, 50_d).option("XYZ", Right::put, 45_d, expiry, -2, 1.5_d);
  EXPECT_EQ(held_of(book, "XYZ").value, (Money{-5'000_d, usd}));
  const Held put = held_of(book, osi_id({"XYZ", expiry, Right::put, 45_d}).view());
  EXPECT_EQ(put.value, (Money{-300_d, usd}));
  EXPECT_EQ(put.notional, 10'000_usd) << "a put sold rises with what it is on";
  EXPECT_EQ(put.moves.name, InstrumentId{"XYZ"});
}

TEST(Holdings, BondsAreByTheHundredAndDoNotFollowTheMarket) {
  BookOf book;
  const Bond bill{.id = InstrumentId{"912797ZZ3"}, .kind = BondKind::treasury};
  book.book().account.catalog.emplace(bill.id, bill);
  book.book().account.positions.push_back({.instrument = bill, .quantity = Quantity::of(10'000)});
  book.book().market.quotes[bill.id].price = 98.7_d;
  const Held held = held_of(book, "912797ZZ3");
  EXPECT_EQ(held.value, 9'870_usd);
  EXPECT_EQ(held.moves.beta, 0);
  EXPECT_EQ(held.moves.multiple, 0) << "nothing moves a bill";
}

TEST(Holdings, BetaIsStatedOrOfWhatIsTrackedOrAssumed) {
  BookOf book;
  book.shares("AAA", 1, 10_d, 1.3)
      .fund("UPRO", "SPX", 3_d, 1, 90_d)
      .fund("SPY", "SPX", 1_d, 1, 600_d);
  book.shares("BBB", 1, 10_d);
  book.book().market.quotes[InstrumentId{"BBB"}].beta.reset();
  EXPECT_EQ(held_of(book, "AAA").moves.beta, 1.3);
  EXPECT_EQ(held_of(book, "UPRO").moves.beta, 3);
  EXPECT_EQ(held_of(book, "UPRO").moves.name, InstrumentId{"SPX"});
  const auto all = movers(book.book().account, book.book().market, 1.1);
  ASSERT_EQ(all.size(), 4u);  // by symbol
  EXPECT_EQ(all[0].from, BetaFrom::quote);
  EXPECT_EQ(all[1].from, BetaFrom::assumed);
  EXPECT_EQ(all[1].moves.beta, 1.1);
  EXPECT_EQ(all[3].id, InstrumentId{"UPRO"});
  EXPECT_EQ(all[3].from, BetaFrom::reference);
}

TEST(Holdings, WhatAloneTracksAnIndexIsItsOwnName) {
  BookOf book;
  book.fund("UPRO", "SPX", 3_d, 1, 90_d);
  const Held held = held_of(book, "UPRO");
  EXPECT_EQ(held.moves.name, InstrumentId{"UPRO"});
  EXPECT_EQ(held.moves.multiple, 1);
  EXPECT_EQ(held.moves.beta, 3) << "the market still moves it threefold";
}

TEST(Holdings, WithoutAPriceTheyAreRefused) {
  BookOf book;
  book.shares("XYZ", 1, 10_d);
  book.book().market.quotes.clear();
  const auto refused = holdings(book.book().account, book.book().market, 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Reason::missing_price);
}

TEST(Holdings, TotalsAndCash) {
  BookOf book;
  book.shares("AAA", 10, 100_d).shares("BBB", -5, 100_d).cash(-200_d).cash(50_d);
  const Totals sums = totals(holdings(book.book().account, book.book().market, 1).value(), usd);
  EXPECT_EQ(sums.long_value, 1'000_usd);
  EXPECT_EQ(sums.gross(), 1'500_usd);
  EXPECT_EQ(cash_of(book.book().account, book.book().market), (Money{-150_d, usd}));
  book.book().account.cash.reset();
  EXPECT_FALSE(cash_of(book.book().account, book.book().market));
}

TEST(Holdings, AnOptionOnAFutureIsWorthItsMultiple) {
  BookOf of;
  FutureOption option;
  option.id = option.future.id = InstrumentId{"OZ C3800"};
  option.future.multiplier = 100_d;
  option.strike = 3'800_usd_each;
  Book& book = of.book();
  book.market.quotes[option.id].price = 13.5_d;
  book.account.catalog.emplace(option.id, option);
  book.account.positions.push_back({.instrument = option, .quantity = Quantity::of(-2)});
  auto held = holdings(book.account, book.market, 1);
  ASSERT_TRUE(held) << held.error().what;
  EXPECT_EQ(held->front().value, -2'700_usd);
  std::get<FutureOption>(book.account.positions.front().instrument).future.multiplier.reset();
  held = holdings(book.account, book.market, 1);
  EXPECT_NE(held.error().what.find("multiplier"), std::string::npos);
}

TEST(Holdings, TheBetaOfAFutureIsAssumedUntilItIsStated) {
  BookOf of;
  Book& book = of.book();
  Future future;
  future.id = InstrumentId{"ZZZ5"};
  future.product = InstrumentId{"ZZ"};
  book.account.catalog.emplace(future.id, future);
  EXPECT_EQ(movers(book.account, book.market, 1).front().from, BetaFrom::assumed);
  book.market.quotes[future.product].beta = 0.1;
  EXPECT_EQ(movers(book.account, book.market, 1).front().from, BetaFrom::reference);
  EXPECT_DOUBLE_EQ(movers(book.account, book.market, 1).front().moves.beta, 0.1);
}

}  // namespace
}  // namespace plimsoll::strategy
