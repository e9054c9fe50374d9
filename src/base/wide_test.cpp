#include "base/wide.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace plimsoll {
namespace {

constexpr Int128 most = static_cast<Int128>((UInt128{1} << 127) - 1);

rc::Gen<UInt128> wide_numbers() {
  return rc::gen::map(rc::gen::tuple(rc::gen::arbitrary<std::uint64_t>(),
                                     rc::gen::arbitrary<std::uint64_t>(), rc::gen::inRange(0, 128)),
                      [](const std::tuple<std::uint64_t, std::uint64_t, int>& parts) {
                        const auto& [high, low, shift] = parts;
                        return ((UInt128{high} << 64) | low) >> shift;
                      });
}

TEST(Wide, DividesInAllThreeWays) {
  //                    top bottom                       quotient
  EXPECT_TRUE(divide(7, 2, Round::toward_zero) == 3);
  EXPECT_TRUE(divide(7, 2, Round::away_from_zero) == 4);
  EXPECT_TRUE(divide(7, 2, Round::half_even) == 4);
  EXPECT_TRUE(divide(5, 2, Round::half_even) == 2);
  EXPECT_TRUE(divide(-5, 2, Round::half_even) == -2);
  EXPECT_TRUE(divide(-7, 2, Round::toward_zero) == -3);
  EXPECT_TRUE(divide(7, -2, Round::away_from_zero) == -4);
  EXPECT_TRUE(divide(-7, -2, Round::away_from_zero) == 4);
  EXPECT_TRUE(divide(6, 3, Round::away_from_zero) == 2);
  EXPECT_TRUE(divide(0, -3, Round::away_from_zero) == 0);
  EXPECT_TRUE(divide(most, 1, Round::away_from_zero) == most);
  // Twice the remainder would overflow here.
  EXPECT_TRUE(divide(most - 1, most, Round::half_even) == 1);
}

TEST(Wide, TakesAProductOf256BitsApart) {
  EXPECT_TRUE(multiply_divide(most, 1'000'000'000, 1'000'000'000, Round::half_even) == most);
  EXPECT_TRUE(multiply_divide(-most, 1'000'000'000, 1'000'000'000, Round::half_even) == -most);
  EXPECT_TRUE(multiply_divide(1, 1, 2, Round::away_from_zero) == 1);
  EXPECT_TRUE(multiply_divide(-1, 1, 2, Round::away_from_zero) == -1);
  EXPECT_TRUE(multiply_divide(3, 1, 2, Round::half_even) == 2);
  EXPECT_TRUE(multiply_divide(1, 1, 2, Round::half_even) == 0);
}

TEST(WideDeathTest, WhatDoesNotFitStopsTheProgram) {
  EXPECT_DEATH(static_cast<void>(divide(1, 0, Round::toward_zero)), "bottom != 0");
  EXPECT_DEATH(static_cast<void>(multiply_divide(most, most, 2, Round::toward_zero)),
               "broken invariant");
  EXPECT_DEATH(static_cast<void>(multiply_divide(most, 4, 2, Round::toward_zero)),
               "broken invariant");
}

RC_GTEST_PROP(WideProperty, TheFullProductAgreesWithTheMachinesWhereItFits, ()) {
  const UInt128 a = *rc::gen::arbitrary<std::uint64_t>();
  const UInt128 b = *rc::gen::arbitrary<std::uint64_t>();
  const auto [high, low] = detail::full_product(a, b);
  RC_ASSERT(high == 0);
  RC_ASSERT(low == a * b);
}

RC_GTEST_PROP(WideProperty, TheFullProductDistributesOverHalves, ()) {
  // (a1 * 2^64 + a0) * b, put together from products the machine can make.
  const UInt128 a = *wide_numbers();
  const UInt128 b = *rc::gen::arbitrary<std::uint64_t>();
  const UInt128 lower = static_cast<std::uint64_t>(a) * b;
  const UInt128 upper = (a >> 64) * b;
  const UInt128 low = lower + (upper << 64);
  const UInt128 high = (upper >> 64) + (low < lower ? 1 : 0);
  const auto product = detail::full_product(a, b);
  RC_ASSERT(product.low == low);
  RC_ASSERT(product.high == high);
}

RC_GTEST_PROP(WideProperty, TheFullProductIsTheSameEitherWayRound, ()) {
  const UInt128 a = *wide_numbers();
  const UInt128 b = *wide_numbers();
  const auto there = detail::full_product(a, b);
  const auto back = detail::full_product(b, a);
  RC_ASSERT(there.high == back.high);
  RC_ASSERT(there.low == back.low);
  // The low half wraps like the machine's own product.
  RC_ASSERT(there.low == a * b);
}

RC_GTEST_PROP(WideProperty, MultiplyingAndDividingByTheSameGivesTheNumberBack, ()) {
  const Int128 a = static_cast<Int128>(*wide_numbers() >> 1);
  const auto divisor = *rc::gen::inRange<std::uint64_t>(1, ~std::uint64_t{0});
  const auto round = *rc::gen::element(Round::toward_zero, Round::away_from_zero, Round::half_even);
  RC_ASSERT(multiply_divide(a, static_cast<Int128>(divisor), divisor, round) == a);
  RC_ASSERT(multiply_divide(-a, static_cast<Int128>(divisor), divisor, round) == -a);
}

RC_GTEST_PROP(WideProperty, QuotientAndRemainderMakeTheProductAgain, ()) {
  const UInt128 a = *wide_numbers() >> 1;
  const UInt128 b = *wide_numbers() >> 1;
  const auto divisor = *rc::gen::inRange<std::uint64_t>(1, ~std::uint64_t{0});
  const auto [high, low] = detail::full_product(a, b);
  RC_PRE(high < divisor >> 1);
  const Int128 down =
      multiply_divide(static_cast<Int128>(a), static_cast<Int128>(b), divisor, Round::toward_zero);
  const Int128 up = multiply_divide(static_cast<Int128>(a), static_cast<Int128>(b), divisor,
                                    Round::away_from_zero);
  const auto back = detail::full_product(static_cast<UInt128>(down), divisor);
  const UInt128 rest = low - back.low;  // wraps with the high half
  RC_ASSERT(high - back.high - (low < back.low ? 1 : 0) == 0);
  RC_ASSERT(rest < divisor);
  RC_ASSERT(up == (rest == 0 ? down : down + 1));
}

}  // namespace
}  // namespace plimsoll
