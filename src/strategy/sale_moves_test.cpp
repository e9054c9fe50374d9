#include "strategy/sale_moves.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Group<Money> group_of(std::vector<Leg> legs) {
  const Money none = zero(usd);
  return {.strategy = "any",
          .legs = std::move(legs),
          .initial = none,
          .maintenance = none,
          .proceeds = none,
          .net_deposit = none};
}

struct Covered {
  BookOf book;
  SaleLines may;
  InstrumentId call;
  Covered() {
    book.shares("XYZ", 1050, 100_d).cash(0_d);
    book.option("XYZ", Right::call, 110_d, Date{2027y / January / 15}, -10, 2_d);
    call = id_of(book.book().account.positions[1].instrument);
    CurePolicy policy;
    policy.minimum_ticket = {};
    may = *sale_lines(book, policy, Gains::realised);
  }
};

TEST(SaleMoves, AGroupGoesInItsSmallestParts) {
  const Covered covered;
  const auto moves = moves_of(
      covered.may.lines,
      {group_of({{InstrumentId{"XYZ"}, Quantity::of(1000)}, {covered.call, Quantity::of(-10)}})},
      Turn::first);
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_FALSE(moves[0].together());
  const SaleMove& both = moves[2];
  EXPECT_EQ(both.parts, (std::vector<MovePart>{{1, 1}, {0, 100}})) << "bought back first";
  EXPECT_EQ(both.left(covered.may.lines, {0, 0}), 10);
  EXPECT_EQ(both.left(covered.may.lines, {100, 0}), 9);
  EXPECT_EQ(both.after(covered.may.lines, {50, 0}, 2), (LotsSold{250, 2}));
}

TEST(SaleMoves, AGroupWithALegThatIsKeptDoesNotGo) {
  const Covered covered;
  const auto moves = moves_of(
      covered.may.lines,
      {group_of({{InstrumentId{"OTHER"}, Quantity::of(1000)}, {covered.call, Quantity::of(-10)}}),
       group_of({{covered.call, Quantity::of(-10)}})},
      Turn::first);
  // Each alone, and the call with the shares that cover it; nothing of either group.
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_EQ(moves[2].parts, (std::vector<MovePart>{{1, 1}, {0, 100}}));
}

TEST(SaleMoves, AShortOptionGoesWithTheSharesThatCoverItInAnyGroupOrNone) {
  const Covered covered;
  const auto moves = moves_of(covered.may.lines, {}, Turn::first);
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_EQ(moves[2].parts, (std::vector<MovePart>{{1, 1}, {0, 100}}));
  Covered in_lots;
  in_lots.may.lines[0].lot = Quantity::of(30);
  EXPECT_EQ(moves_of(in_lots.may.lines, {}, Turn::first).size(), 2u)
      << "a hundred is not in thirties";
  BookOf puts;
  puts.shares("XYZ", 500, 100_d).cash(0_d);
  puts.option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, -3, 2_d);
  const auto may = sale_lines(puts, {}, Gains::realised);
  EXPECT_EQ(moves_of(may->lines, {}, Turn::first).size(), 2u) << "shares held cover no put";
}

TEST(SaleMoves, WhatGoesLastWaitsForItsTurn) {
  Covered covered;
  covered.may.lines[0].turn = Turn::last;
  EXPECT_EQ(moves_of(covered.may.lines, {}, Turn::first).size(), 1u);
  EXPECT_EQ(moves_of(covered.may.lines, {}, Turn::last).size(), 3u) << "and both together";
}

}  // namespace
}  // namespace plimsoll::strategy
