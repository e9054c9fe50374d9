#include "methods/tims/deficiency.hpp"

#include <gtest/gtest.h>

#include "market/exchange_days.hpp"

namespace plimsoll::tims {
namespace {

constexpr Date friday{2026y / November / 20};

TEST(Deficiency, IsDueInThreeBusinessDays) {
  const auto calls = calls_on(friday, {90'000_usd, 95'000_usd}, friday).value();
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_EQ(calls[0].kind, Label{"margin deficiency"});
  EXPECT_EQ(calls[0].amount, 5'000_usd);
  EXPECT_EQ(calls[0].due, Date{2026y / November / 25});
  EXPECT_EQ(calls[1].kind, Label{"minimum equity"});
  EXPECT_EQ(calls[1].amount, 10'000_usd);
}

TEST(Deficiency, APennyEitherSide) {
  EXPECT_TRUE(calls_on(friday, {100'000_usd, 100'000_usd}, friday)->empty());
  EXPECT_EQ(calls_on(friday, {99'999.99_usd, 0_usd}, friday)->size(), 1u);
  EXPECT_EQ(calls_on(friday, {100'000_usd, 100'000.01_usd}, friday)->size(), 1u);
}

TEST(Deficiency, LeadsFromStateToState) {
  const Standings fine{200'000_usd, 50'000_usd}, poor{90'000_usd, 50'000_usd},
      missing{200'000_usd, 250'000_usd};
  Deficiency now{State::ok, friday};
  const auto next = [&](int days, const Standings& standings) {
    const Date day = add_trading_days(friday, days);
    now = advanced(now, day, standings, day).value();
    return now.state;
  };
  EXPECT_EQ(next(1, missing), State::deficient);
  EXPECT_EQ(next(2, missing), State::deficient);
  EXPECT_EQ(next(4, missing), State::deficient) << "the third business day after";
  EXPECT_EQ(next(5, missing), State::liquidate);
  EXPECT_EQ(next(6, fine), State::ok);
  EXPECT_EQ(next(7, poor), State::below_minimum);
  EXPECT_EQ(next(10, poor), State::below_minimum);
  EXPECT_EQ(next(11, poor), State::restricted);
  EXPECT_EQ(next(12, missing), State::deficient) << "another deficiency begins its own days";
  EXPECT_EQ(next(13, fine), State::ok);
}

}  // namespace
}  // namespace plimsoll::tims
