#include "strategy/ladder.hpp"

#include <gtest/gtest.h>

#include "strategy/books_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

// A quarter asked, debit D over value V: E / M = level where V = D / (1 - level / 4).
TEST(Ladder, EachRungStandsWhereArithmeticHasIt) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-40'000_d);
  book.book().account.positions[0].average_cost = 150_usd_each;
  const auto made = ladder(book, any_ticket(), {});
  ASSERT_TRUE(made) << made.error().what;
  ASSERT_EQ(made->rungs.size(), 6u);
  EXPECT_FALSE(made->due());
  for (const RungReached& rung : made->rungs) {
    EXPECT_EQ(rung.state, RungState::ahead);
    const double value = 40'000 / (1 - rung.rung.level / 4);
    EXPECT_NEAR(rung.move, value / 100'000 - 1, 1e-9);
  }
  EXPECT_FALSE(made->rungs[0].plan) << "no more is added; nothing is sold";
  EXPECT_FALSE(made->rungs[5].plan) << "the broker decides";
  // At 1.5 the value is 64,000 and equity 24,000; 2 x 16,000 is asked for: 8,000 short, and each
  // dollar sold frees 0.5 less half a basis point of a hundred.
  const RungReached& sale = made->rungs[2];
  ASSERT_TRUE(sale.plan);
  EXPECT_EQ(sale.plan->state, CureState::cured);
  ASSERT_EQ(sale.plan->trades.size(), 1u);
  EXPECT_NEAR(to_double(sale.plan->trades[0].price.per_unit), 64, 1e-6);
  EXPECT_EQ(sale.plan->trades[0].quantity, Quantity::of(-251)) << "8,000 / 0.4995 / 64 = 250.25";
  EXPECT_GE(*sale.plan->multiple_after(), 2);
}

TEST(Ladder, SellingWithoutGainsAndThenWithThem) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-40'000_d);
  book.book().account.positions[0].average_cost = 10_usd_each;
  const auto made = ladder(book, any_ticket(), {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->rungs[2].plan->state, CureState::short_of);
  EXPECT_TRUE(made->rungs[2].plan->deposit_besides);
  EXPECT_EQ(made->rungs[3].plan->state, CureState::cured);
}

TEST(Ladder, RungsPassedAreDueNow) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-60'000_d);  // 40,000 over 25,000 is 1.6
  const auto made = ladder(book, any_ticket(), {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->rungs[0].state, RungState::due_now);
  EXPECT_EQ(made->rungs[1].state, RungState::due_now);
  EXPECT_EQ(made->rungs[2].state, RungState::ahead);
  EXPECT_EQ(made->due(), 1u);
}

TEST(Ladder, AtTheLevelItIsNotDue) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-50'000_d);
  const auto made = ladder(book, any_ticket(), {});
  EXPECT_EQ(made->rungs[0].state, RungState::ahead);
  EXPECT_NEAR(made->rungs[0].move, 0, 1e-9);
}

TEST(Ladder, WithoutDebtNoRungIsReached) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(10'000_d);
  const auto made = ladder(book, any_ticket(), {});
  ASSERT_TRUE(made);
  for (const RungReached& rung : made->rungs) EXPECT_EQ(rung.state, RungState::never);
}

// A quarter asked of 1,000 short at 100 with 180,000 in cash: E / M = level at S = 180 / (1 + level
// / 4).
TEST(Ladder, OfWhatIsShortIsClimbedByARise) {
  BookOf book{25_pct};
  book.shares("XYZ", -1000, 100_d).cash(180'000_d);
  const auto made = ladder(book, any_ticket(), {});
  ASSERT_TRUE(made) << made.error().what;
  for (const RungReached& rung : made->rungs) {
    EXPECT_EQ(rung.state, RungState::ahead);
    EXPECT_NEAR(rung.move, 1.8 / (1 + rung.rung.level / 4) - 1, 1e-9);
    EXPECT_FALSE(rung.other_side);
  }
  ASSERT_TRUE(made->rungs[3].plan) << "gains too";
  EXPECT_EQ(made->rungs[3].plan->state, CureState::cured);
  EXPECT_FALSE(made->rungs[3].plan->trades[0].quantity.is_negative()) << "bought back";
  EXPECT_EQ(made->to, 1.0);
}

TEST(Ladder, OfBothSidesTheNearerIsTold) {
  BookOf book{0_pct};
  // Room in the middle and none outside, whatever the book: 100 asked at -20 % and at +10 %.
  book.shares("XYZ", 1, 100_d).cash(0_d);
  book.book().margin = [](const Account& account, const MarketSnapshot& market) {
    auto answer = flat(0_pct)(account, market);
    const double move = to_double(*market.price(InstrumentId{"XYZ"})) / 100 - 1;
    const double outside = std::max(move / 0.1, move / -0.2);
    answer->equity = 100_usd;
    answer->maintenance = answer->risk_maintenance = Money{decimal_of(100 * outside), usd};
    return answer;
  };
  Policy policy = any_ticket();
  policy.ladder.rungs = {{1.0, RungAction::broker_liquidates, {}}};
  const auto made = ladder(book, policy, {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_NEAR(made->rungs[0].move, 0.1, 1e-8);
  ASSERT_TRUE(made->rungs[0].other_side);
  EXPECT_NEAR(*made->rungs[0].other_side, -0.2, 1e-8);
}

TEST(Ladder, FlatteningRestoresTheRungAbove) {
  BookOf book{25_pct};
  book.shares("AAA", 500, 100_d).shares("BBB", 500, 100_d).cash(-40'000_d);
  const auto made = ladder(book, any_ticket(), {});
  const RungReached& flatten = made->rungs[4];
  EXPECT_EQ(flatten.restore, 1.25);
  ASSERT_TRUE(flatten.plan);
  EXPECT_EQ(flatten.plan->trades[0].quantity, Quantity::of(-500)) << "whole positions";
}

TEST(Ladder, ASaleThatRestoresNothingNamedHasNoPlan) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-40'000_d);
  Policy policy = any_ticket();
  policy.ladder.rungs = {{1.5, RungAction::sell, {}}};
  const auto made = ladder(book, policy, {});
  EXPECT_FALSE(made->rungs[0].plan);
  ASSERT_TRUE(made->rungs[0].no_plan);
  policy.ladder.rungs = {{0, RungAction::sell, 2.0}};
  EXPECT_FALSE(ladder(book, policy, {}));
}

TEST(Ladder, WhatIsPaidForInFullHasNone) {
  BookOf book{100_pct};
  book.shares("XYZ", 1000, 100_d).cash(5'000_d);
  for (const AccountKind kind : {AccountKind::cash, AccountKind::retirement}) {
    book.book().account.kind = kind;
    const auto made = ladder(book, {}, {});
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().what.find("paid for in full"), std::string::npos);
  }
}

}  // namespace
}  // namespace plimsoll::strategy
