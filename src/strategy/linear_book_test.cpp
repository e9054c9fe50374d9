#include "strategy/linear_book.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace plimsoll::strategy {
namespace {

using Holdings = std::vector<LinearHolding>;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

template <class T>
std::string refusal(const Result<T>& answer) {
  return answer ? std::string{"none"} : answer.error().what;
}

double value_of(const Holdings& holdings) {
  double sum = 0;
  for (const LinearHolding& holding : holdings) sum += holding.value;
  return sum;
}

double requirement_of(const Holdings& holdings) {
  double sum = 0;
  for (const LinearHolding& holding : holdings)
    sum += holding.requirement_rate * std::abs(holding.value);
  return sum;
}

LinearBook book_of(const Holdings& holdings, double cash) {
  return {holdings, value_of(holdings) + cash - requirement_of(holdings)};
}

struct Long {
  LongOnMargin position;
  double value, decline;
};

TEST(LinearBook, LiquidationOfOneLong) {
  constexpr Long longs[] = {
      {{200'000, 100'000, 0.30}, 142857.14285714287, 0.2857142857142857},
      {{150'000, 50'000, 0.30}, 71428.57142857143, 0.5238095238095238},
      {{300'000, 200'000, 0.15}, 235294.11764705883, 0.21568627450980393},
      {{20'000, 10'000, 0.25}, 13333.333333333334, 0.33333333333333331},
      {{200'000, 100'000, 0.3375}, 150943.39622641509, 0.24528301886792458},  // a shock of rates
      {{200'000, 110'000, 0.25}, 146666.66666666666, 0.2666666666666667},
  };
  for (const Long& row : longs) {
    const auto answer = liquidation_of_long(row.position);
    ASSERT_TRUE(answer && *answer);
    EXPECT_NEAR((*answer)->value, row.value, 1e-9);
    EXPECT_NEAR((*answer)->decline, row.decline, 1e-12);
    const Holdings holdings{{row.position.value, row.position.requirement_rate}};
    const LinearBook book = book_of(holdings, -row.position.debit);
    EXPECT_NEAR(*market_moves(book)->down, -row.decline, 1e-12);
    EXPECT_EQ(market_moves(book)->up, std::nullopt);
    EXPECT_NEAR(**own_move(holdings[0], book.excess), -row.decline, 1e-12);
  }
}

TEST(LinearBook, OfALongWithoutALoan) {
  EXPECT_EQ(*liquidation_of_long({20'000, 0, 0.25}), std::nullopt);
  EXPECT_EQ(*liquidation_of_long({20'000, -5'000, 1}), std::nullopt);
  // In call: it would have to rise.
  EXPECT_DOUBLE_EQ((*liquidation_of_long({10'000, 9'000, 0.25}))->decline, -0.2);
}

TEST(LinearBook, LiquidationOfOneShort) {
  // A thousand at 50 with 25,000 beside: at 57.69 a requirement of 30 % is all there is.
  const double price = *liquidation_price_of_short({1'000, 50'000, 25'000, 0.3});
  EXPECT_NEAR(price, 75'000 / 1'300.0, 1e-12);
  const Holdings holdings{{-50'000, 0.3}};
  const LinearBook book = book_of(holdings, 75'000);
  EXPECT_NEAR(*market_moves(book)->up, price / 50 - 1, 1e-12);
  EXPECT_EQ(market_moves(book)->down, std::nullopt);
  EXPECT_NEAR(**own_move(holdings[0], book.excess), price / 50 - 1, 1e-12);
  EXPECT_EQ(*liquidation_price_of_short({1'000, 0, 0, 0.3}), 0);
}

// Two longs and a short against a loan, worked by hand.
TEST(LinearBook, OfSeveralByBeta) {
  const Holdings holdings{{120'000, 0.25, 1}, {60'000, 0.40, 1.5}, {-30'000, 0.30, 0.8}};
  const LinearBook book = book_of(holdings, -60'000);
  // Equity 90,000, requirement 30,000 + 24,000 + 9,000; slope 90,000 + 54,000 - 31,200.
  EXPECT_DOUBLE_EQ(book.excess, 27'000);
  EXPECT_NEAR(*market_moves(book)->down, -27'000 / 112'800.0, 1e-12);
  EXPECT_EQ(market_moves(book)->up, std::nullopt);
  EXPECT_NEAR(*excess_after(-0.1, book), 27'000 - 11'280, 1e-9);
  EXPECT_NEAR(**own_move(holdings[0], book.excess), -0.3, 1e-12);
  EXPECT_NEAR(**own_move(holdings[1], book.excess), -0.75, 1e-12);
  EXPECT_NEAR(**own_move(holdings[2], book.excess), 27'000 / 39'000.0, 1e-12);
}

TEST(LinearBook, NothingFallsBelowZero) {
  // With a beta of two the first is gone at half; its slope of 75,000 × 2 ends there.
  const Holdings holdings{{100'000, 0.25, 2}, {100'000, 0.25, 1}};
  const LinearBook book = book_of(holdings, -50'000);
  EXPECT_DOUBLE_EQ(book.excess, 100'000);
  EXPECT_NEAR(*market_moves(book)->down, -100'000 / 225'000.0, 1e-12);
  const LinearBook less = book_of(holdings, -30'000);
  // 120,000 less 112,500 at half; then 75,000 a move of one.
  EXPECT_NEAR(*market_moves(less)->down, -(0.5 + 7'500 / 75'000.0), 1e-12);
  EXPECT_NEAR(*excess_after(*market_moves(less)->down, less), 0, 1e-9);
  // Zero where a stretch ends and the next goes on.
  const LinearBook at_half = book_of(holdings, -37'500);
  EXPECT_NEAR(*market_moves(at_half)->down, -0.5, 1e-12);
}

// Equity and requirement are both nothing when everything is lost.
TEST(LinearBook, WithoutALoanThereIsNoCall) {
  const Holdings holdings{{70'000, 0.25, 1}, {1'100, 0.3, 1}, {30'000, 0.9, 1.7}};
  for (const double cash : {0.0, 1e-9, 5'000.0}) {
    const LinearBook book = book_of(holdings, cash);
    EXPECT_EQ(*market_moves(book), MarketMoves{});
    const Holdings alone{{70'000, 0.25, 1}};
    EXPECT_EQ(*own_move(alone[0], book_of(alone, cash).excess), std::nullopt);
  }
  EXPECT_TRUE(market_moves(book_of(holdings, -1))->down);
}

// Down it is the long that is lost, up the short; a short of negative beta falls with the market.
TEST(LinearBook, TwoWays) {
  const Holdings holdings{{100'000, 0.25, 1}, {-80'000, 0.30, -0.5}};
  const LinearBook book = book_of(holdings, 40'000);
  EXPECT_DOUBLE_EQ(book.excess, 11'000);
  EXPECT_NEAR(*market_moves(book)->down, -11'000 / 127'000.0, 1e-12);
  EXPECT_EQ(market_moves(book)->up, std::nullopt);
  const Holdings hedged{{100'000, 0.25, 0.5}, {-80'000, 0.30, 1.5}};
  const LinearBook other = book_of(hedged, 40'000);
  // 37,500 less 156,000 a move of one.
  EXPECT_NEAR(*market_moves(other)->up, 11'000 / 118'500.0, 1e-12);
  // Down the short gains until it is gone at two thirds; then the long loses, and not enough.
  EXPECT_EQ(market_moves(other)->down, std::nullopt);
}

// Excess may come back before it goes.
TEST(LinearBook, FindsTheFirstOfSeveral) {
  const Holdings holdings{{-50'000, 0.30, 2}, {100'000, 0.25, 1}};
  // To half: +130,000 - 75,000; beyond it -75,000.
  const LinearBook book = book_of(holdings, -31'000);
  EXPECT_NEAR(book.excess, -21'000, 1e-9);                            // in call
  EXPECT_NEAR(*market_moves(book)->down, -21'000 / 55'000.0, 1e-12);  // would end it
  const LinearBook above = book_of(holdings, -9'000);
  EXPECT_NEAR(above.excess, 1'000, 1e-9);
  EXPECT_NEAR(*market_moves(above)->down, -(0.5 + 28'500 / 75'000.0), 1e-12);
  EXPECT_NEAR(*market_moves(above)->up, 1'000 / 55'000.0, 1e-12);
}

TEST(LinearBook, WhatDoesNotMoveHasNoDistance) {
  const Holdings none;
  EXPECT_EQ(*market_moves({none, 5'000}), MarketMoves{});
  const Holdings still{{100'000, 0.25, 0}};
  EXPECT_EQ(*market_moves(book_of(still, -50'000)), MarketMoves{});
  const Holdings whole{{100'000, 1, 1}};
  EXPECT_EQ(*market_moves(book_of(whole, 5'000)), MarketMoves{});
  EXPECT_EQ(*own_move(whole[0], 5'000), std::nullopt);
  // 0.1 + 0.2 of a long against 0.3: what rounding leaves is no slope.
  const Holdings against{{0.1, 0, 1}, {0.2, 0, 1}, {-0.3, 0, 1}};
  EXPECT_EQ(*market_moves({against, 1}), MarketMoves{});
}

TEST(LinearBook, AtTheRequirementTheDistanceIsNothing) {
  const Holdings holdings{{100'000, 0.25, 1}};
  EXPECT_EQ(*market_moves({holdings, 0}), (MarketMoves{0, 0}));
  EXPECT_EQ(**own_move(holdings[0], 0), 0);
  EXPECT_DOUBLE_EQ(*market_moves({holdings, -15'000})->up, 0.2);
  EXPECT_EQ(market_moves({holdings, -15'000})->down, std::nullopt);
}

/// From `least` to `most`, anywhere.
rc::Gen<double> between(double least, double most) {
  return rc::gen::map(
      rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, 1'000'001)),
      [=](std::int64_t n) { return least + (most - least) * static_cast<double>(n) / 1e6; });
}

Holdings any_holdings() {
  Holdings holdings;
  const int size = *rc::gen::inRange(1, 8);
  for (int i = 0; i < size; ++i)
    holdings.push_back({*between(-50'000, 100'000), *between(0, 1.2), *between(-1, 3)});
  return holdings;
}

RC_GTEST_PROP(LinearBook, ExcessIsZeroThereAndNotBefore, ()) {
  const Holdings holdings = any_holdings();
  const LinearBook book = book_of(holdings, *between(-100'000, 100'000));
  const MarketMoves moves = *market_moves(book);
  const double sign = book.excess < 0 ? -1 : 1;
  const auto keeps_sign_before = [&](double move) {
    for (int i = 0; i < 100; ++i) RC_ASSERT(sign * *excess_after(move * i / 100, book) > -1e-6);
  };
  for (const auto& move : {moves.down, moves.up})
    if (move && std::abs(*move) < 1e3) {
      RC_ASSERT(std::abs(*excess_after(*move, book)) < 1e-5);
      RC_ASSERT(sign * *excess_after(*move * (1 + 1e-6), book) < 1e-5);
      keeps_sign_before(*move);
    }
  if (!moves.down) keeps_sign_before(-1);
  if (!moves.up) keeps_sign_before(50);
}

RC_GTEST_PROP(LinearBook, MoreDebtIsNearer, ()) {
  const Holdings holdings{{*between(1, 1e5), 0.25, *between(0.1, 3)},
                          {*between(1, 1e5), 0.40, *between(0.1, 3)}};
  const double debit = *between(0.01, 0.5) * value_of(holdings);
  const auto near = market_moves(book_of(holdings, -debit * 1.05))->down;
  const auto far = market_moves(book_of(holdings, -debit))->down;
  RC_ASSERT(!far || (near && *far < *near));
}

TEST(LinearBook, RefusesWhatMeansNothing) {
  const Holdings holdings{{100'000, 0.25, 1}};
  EXPECT_EQ(refusal(market_moves({holdings, nan})), "the excess is nan; write a finite number");
  const auto changed = [](LinearHolding holding) {
    const Holdings one{holding};
    return refusal(market_moves({one, 1}));
  };
  EXPECT_EQ(changed({nan, 0.25, 1}), "the value of a holding is nan; write a finite number");
  EXPECT_EQ(changed({1, -0.25, 1}),
            "its maintenance rate is -0.25; write zero or more, 20 per cent as 0.2");
  EXPECT_EQ(changed({1, 0.25, INFINITY}), "its beta is inf; write a finite number");
  EXPECT_EQ(refusal(own_move({1, 0.25, nan}, 1)), "its beta is nan; write a finite number");
  EXPECT_EQ(refusal(excess_after(-30, {holdings, 1})),
            "the market's move is -30; write a fall of 30 per cent as -0.3, -1 at the least");
  EXPECT_EQ(refusal(liquidation_of_long({0, 1, 0.25})),
            "the value is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(liquidation_of_long({1, 1, 1})),
            "a requirement of 1 of the value is met by no loan, at any value; pay the debit down, "
            "or write a rate below 1");
  EXPECT_EQ(refusal(liquidation_price_of_short({0, 1, 1, 0.3})),
            "the number of shares is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(liquidation_price_of_short({10, 100, -150, 0.3})),
            "proceeds and cash are -50 together; a short position that owes cash meets its "
            "requirement at no price");
}

}  // namespace
}  // namespace plimsoll::strategy
