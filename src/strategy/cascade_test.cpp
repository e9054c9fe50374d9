#include "strategy/cascade.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// Without spread, ticket or tax that matter: what is sold is what the method needs.
Policy plain() {
  Policy policy;
  policy.cure.minimum_ticket = {};
  policy.cure.half_spread = {};
  return policy;
}

BookOf called(double adv) {
  BookOf book{25_pct};
  book.shares("XYZ", 10'000, 100_d).cash(-760'000_d);
  Quote& quote = book.book().market.quotes[InstrumentId{"XYZ"}];
  quote.adv = adv;
  quote.volatility = 0.02 * std::sqrt(252.0);
  return book;
}

TEST(Cascade, NoCallNoCascade) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-10'000_d);
  const auto made = cascade(book, plain(), {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->end, CascadeEnd::cured);
  EXPECT_TRUE(made->rounds.empty());
  EXPECT_FALSE(made->amplification());
}

TEST(Cascade, ADeepMarketTakesItOnce) {
  const auto made = cascade(called(1e14), plain(), {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->end, CascadeEnd::cured);
  EXPECT_NEAR(*made->amplification(), 1, 0.01);
  // 10,000 short at a quarter: 40,000.
  EXPECT_NEAR(to_double(made->rounds[0].sold.amount), 40'000, 101);
}

TEST(Cascade, AThinOneFallsAndAsksForMore) {
  BookOf book = called(1e6);
  const auto made = cascade(book, plain(), {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->end, CascadeEnd::cured);
  ASSERT_GT(made->rounds.size(), 1u);
  EXPECT_GT(*made->amplification(), 1.01);
  // The first round by hand: s shares, the price falls by 0.02 x root of s / 1,000,000.
  const CascadeRound& first = made->rounds[0];
  ASSERT_EQ(first.pressed.size(), 1u);
  const double sold = to_double(first.pressed[0].sold.units());
  const double fall = 0.02 * std::sqrt(sold / 1e6);
  EXPECT_NEAR(first.pressed[0].move, -fall, 1e-12);
  EXPECT_NEAR(to_double((first.after_sale.equity - first.after_press.equity).amount),
              (10'000 - sold) * 100 * fall, 1e-3);
  // A second deficit is what the fall took: of equity all of it, of the requirement a quarter.
  EXPECT_NEAR(to_double(made->rounds[1].deficit.amount), (10'000 - sold) * 100 * fall * 0.75, 30);
}

TEST(Cascade, ACrowdMakesItWorse) {
  const auto alone = cascade(called(1e6), plain(), {});
  const auto crowd = cascade(called(1e6), plain(), {.crowd = 2});
  ASSERT_TRUE(crowd);
  EXPECT_GT(*crowd->amplification(), *alone->amplification());
}

TEST(Cascade, ACrowdLargeEnoughWipesTheAccountOut) {
  // Some 400 shares of 2,000 a day: 0.02 x root of 0.2 is 0.9 %, and a hundred times that.
  const auto made = cascade(called(2'000), plain(), {.crowd = 100});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->end, CascadeEnd::wiped_out);
  EXPECT_EQ(made->rounds.size(), 1u);
  EXPECT_TRUE(made->after.equity.amount.is_negative());
}

TEST(Cascade, WhereAllThatMayBeSoldIsSoldNothingIsLeft) {
  BookOf book = called(1e6);
  book.shares("KEEP", 10'000, 100_d).cash(-760'000_d);
  book.book().account.positions.front().quantity = Quantity::of(100);
  book.cash(990'000_d);
  Policy policy = plain();
  policy.cure.keep = {"KEEP"};
  const auto made = cascade(book, policy, {.target_multiple = 4});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->end, CascadeEnd::nothing_left);
  EXPECT_EQ(made->rounds.size(), 1u);
}

TEST(Cascade, OptionsOnWhatFallsAreValuedAgain) {
  BookOf book = called(1e6);
  book.option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, 10, 2_d).cash(-2'000_d);
  Policy policy = plain();
  policy.cure.keep = {std::string{id_of(book.book().account.positions[1].instrument).view()}};
  const auto made = cascade(book, policy, {.rounds_most = 1});
  ASSERT_TRUE(made) << made.error().what;
  const CascadeRound& first = made->rounds[0];
  const double left = 10'000 - to_double(first.pressed[0].sold.units());
  const double lost = to_double((first.after_sale.equity - first.after_press.equity).amount);
  EXPECT_LT(lost, left * 100 * -first.pressed[0].move) << "the puts gained";
}

TEST(Cascade, WithoutAVolumeTheNameIsRefusedAndItsPriceStands) {
  BookOf book = called(1e6);
  book.book().market.quotes[InstrumentId{"XYZ"}].adv.reset();
  const auto made = cascade(book, plain(), {});
  ASSERT_TRUE(made);
  ASSERT_EQ(made->refused.size(), 1u);
  EXPECT_EQ(made->refused[0].where, "XYZ");
  EXPECT_NE(made->refused[0].what.find("adv"), std::string::npos);
  EXPECT_EQ(made->amplification(), 1);
}

TEST(Cascade, ARoundAtATimeCanBeTooFew) {
  const auto made = cascade(called(1e6), plain(), {.rounds_most = 1});
  EXPECT_EQ(made->end, CascadeEnd::no_fixed_point);
}

TEST(Cascade, RefusesWhatHasNoMeaning) {
  EXPECT_FALSE(cascade(called(1e6), plain(), {.crowd = -1}));
  EXPECT_FALSE(cascade(called(1e6), plain(), {.rounds_most = 0}));
}

}  // namespace
}  // namespace plimsoll::strategy
