// A day's decay beside the derivative, signs, and what cannot be valued.

#include "strategy/time_decay.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "pricing/value.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using testing::BookOf;
using testing::day;

constexpr Date expiry = day + std::chrono::days{90};

TEST(TimeDecay, IsADaysDifferenceOfTheModel) {
  pricing::Option option{.payoff = pricing::Payoff::call,
                         .spot = 100,
                         .strike = 105,
                         .years = 90.0 / 365,
                         .rate = 0.04,
                         .volatility = 0.25};
  const double today = pricing::value({.option = option}).value();
  option.years = 89.0 / 365;
  const double tomorrow = pricing::value({.option = option}).value();

  BookOf of;
  of.quoted("XYZ", 100_d).option("XYZ", Right::call, 105_d, expiry, 3, decimal_of(today));
  const auto made = time_decay(of.book());
  ASSERT_TRUE(made) << made.error().what;
  ASSERT_EQ(made->options.size(), 1u);
  EXPECT_NEAR(made->options[0].volatility, 0.25, 1e-6);
  EXPECT_NEAR(to_double(made->a_day.amount), 300 * (tomorrow - today), 1e-4);
  EXPECT_LT(to_double(made->a_day.amount), 0) << "what is held loses";
}

TEST(TimeDecay, WhatIsWrittenGains) {
  BookOf of;
  of.shares("XYZ", 100, 100_d)
      .option("XYZ", Right::call, 105_d, expiry, -1, 3_d)
      .option("XYZ", Right::put, 95_d, expiry, -1, 2.5_d, Style::american);
  const auto made = time_decay(of.book());
  ASSERT_EQ(made->options.size(), 2u) << "shares do not decay";
  EXPECT_LT(0, to_double(made->options[0].a_day.amount));
  EXPECT_LT(0, to_double(made->options[1].a_day.amount));
  EXPECT_EQ(made->a_day, made->options[0].a_day + made->options[1].a_day);
  EXPECT_EQ(made->options[1].position, 2u);
}

TEST(TimeDecay, OnItsLastDayAnOptionHasNoneLeft) {
  BookOf of;
  of.quoted("XYZ", 100_d).option("XYZ", Right::call, 90_d, day, 1, 10_d);
  const auto made = time_decay(of.book());
  ASSERT_TRUE(made);
  EXPECT_EQ(made->a_day, zero(usd));
}

TEST(TimeDecay, WhatCannotBeValuedIsNamed) {
  BookOf of;
  of.quoted("XYZ", 100_d)
      .option("XYZ", Right::call, 105_d, expiry, 1, 3_d)
      .option("XYZ", Right::call, 110_d, expiry, 1, 200_d);
  const auto made = time_decay(of.book());
  ASSERT_TRUE(made);
  EXPECT_EQ(made->options.size(), 1u);
  ASSERT_EQ(made->unknown.size(), 1u);
  EXPECT_NE(made->unknown[0].what.find("correct the price"), std::string::npos);
  EXPECT_FALSE(made->unknown[0].where.empty());
}

TEST(TimeDecay, AWarrantIsACallOnItsShares) {
  BookOf of;
  of.quoted("XYZ", 100_d).option("XYZ", Right::call, 105_d, expiry, 1, 3_d, Style::american);
  Book& book = of.book();
  const Warrant warrant{.id = InstrumentId{"XYZ.W"},
                        .underlying = InstrumentId{"XYZ"},
                        .exercise = 105_usd_each,
                        .expiry = expiry,
                        .shares = 0.5_d};
  book.account.positions.push_back({.instrument = warrant, .quantity = Quantity::of(200)});
  book.market.quotes[warrant.id].price = 1.5_d;
  const auto made = time_decay(book);
  ASSERT_EQ(made->options.size(), 2u);
  EXPECT_NEAR(to_double(made->options[0].a_day.amount), to_double(made->options[1].a_day.amount),
              1e-6);
}

TEST(TimeDecay, AnOptionOnAFutureIsLeftToItsClearingHouse) {
  BookOf of;
  FutureOption option;
  option.id = InstrumentId{"ESZ6 C5000"};
  of.book().account.positions.push_back({.instrument = option, .quantity = Quantity::of(1)});
  const auto made = time_decay(of.book());
  ASSERT_EQ(made->unknown.size(), 1u);
  EXPECT_EQ(made->unknown[0].reason, Reason::not_covered);
}

}  // namespace
}  // namespace plimsoll::strategy
