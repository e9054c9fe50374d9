#include "strategy/book_moves.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

constexpr Date january{2027y / January / 15};

BookMoves of(const Book& book) {
  auto made = book_moves(book, {});
  EXPECT_TRUE(made) << made.error().what;
  return *std::move(made);
}

BookOf with_rate() {
  BookOf book{25_pct};
  book.book().market.risk_free_rate = 0.036;
  return book;
}

TEST(BookMoves, OfSharesIsTheirBeta) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d, 1.2).shares("BBB", -500, 40_d, 0.5).cash(0_d);
  const BookMoves moves = of(book);
  EXPECT_DOUBLE_EQ(moves.market, 1.2 * 100'000 - 0.5 * 20'000);
  EXPECT_DOUBLE_EQ(moves.shock, 0.339 * moves.market);
  ASSERT_EQ(moves.names.size(), 2u);
  EXPECT_DOUBLE_EQ(moves.names[1].risk.exposure, -20'000);
}

// Puts far below the price gain little from the first dollar, and much in the shock.
TEST(BookMoves, AnOptionCountsByWhatItGains) {
  BookOf without = with_rate(), with = with_rate();
  for (BookOf* book : {&without, &with}) book->shares("SPY", 1000, 700_d).cash(0_d);
  with.option("SPY", Right::put, 650_d, january, 10, 5_d);
  const BookMoves bare = of(without), hedged = of(with);
  EXPECT_LT(hedged.market, bare.market);
  EXPECT_LT(0.7 * bare.market, hedged.market) << "not as if they were shares sold";
  EXPECT_LT(hedged.shock, 0.5 * bare.shock) << "below the strike they are";
  EXPECT_NEAR(hedged.names[0].risk.exposure, hedged.market, 1e-6) << "beta one, one name";
}

TEST(BookMoves, ACoveredCallDoesNotEndTheStock) {
  BookOf book = with_rate();
  book.shares("XYZ", 200, 250_d).option("XYZ", Right::call, 270_d, january, -2, 4.5_d).cash(0_d);
  const double market = of(book).market;
  EXPECT_LT(25'000, market);
  EXPECT_LT(market, 50'000);
}

TEST(BookMoves, AnOptionThatCannotBeValuedIsSaid) {
  BookOf book{25_pct};
  book.shares("XYZ", 200, 250_d).option("XYZ", Right::call, 270_d, january, -2, 4.5_d).cash(0_d);
  book.book().market.risk_free_rate.reset();
  const auto moves = book_moves(book, {});
  ASSERT_FALSE(moves);
  const BookRisk risk = risk_of(moves, {.exposure = 50'000, .requirement = 10'000});
  EXPECT_EQ(risk.unknown, moves.error().what);
  EXPECT_DOUBLE_EQ(risk.requirement, 0.2) << "what does not stand on it is known";
  EXPECT_FALSE(risk.volatility);
}

TEST(BookMoves, ANamesOwnVolatilityCounts) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(0_d);
  book.book().market.quotes[InstrumentId{"XYZ"}].volatility = 0.6;
  const RiskTerms terms{.exposure = 100'000, .requirement = 25'000, .market_volatility = 0.2};
  EXPECT_DOUBLE_EQ(*risk_of(of(book), terms).volatility, 0.6) << "of one name";
  RiskTerms blind = terms;
  blind.market_volatility.reset();
  EXPECT_DOUBLE_EQ(*risk_of(of(book), blind).volatility, 0.6);
  book.shares("YYY", 1000, 100_d);
  const RiskTerms both{.exposure = 200'000, .requirement = 50'000, .market_volatility = 0.2};
  // 0.2 of the market, and half of sqrt(0.36 - 0.04) besides.
  EXPECT_NEAR(*risk_of(of(book), both).volatility, std::hypot(0.2, 0.5 * std::sqrt(0.32)), 1e-12);
}

}  // namespace
}  // namespace plimsoll::strategy
