#include "strategy/ranges.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace plimsoll::strategy {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

TEST(Ranges, OfAnyFiniteNumber) {
  EXPECT_TRUE(check_finite({"the drift", -3}));
  for (const double none : {nan, endless, -endless})
    EXPECT_FALSE(check_finite({"the drift", none}));
  EXPECT_EQ(check_finite({"the drift", nan}).error(),
            (Error{Reason::bad_input, "the drift is nan; write a finite number", ""}));
}

TEST(Ranges, AboveZero) {
  EXPECT_TRUE(check_positive({"the target", 1e-9}));
  for (const double none : {0.0, -1.0, nan, endless})
    EXPECT_FALSE(check_positive({"the target", none}));
  EXPECT_EQ(check_positive({"the target", 0}).error().what,
            "the target is 0; write a number above zero, 20 per cent as 0.2");
}

TEST(Ranges, ZeroOrMore) {
  EXPECT_TRUE(check_not_negative({"the rate", 0}));
  for (const double none : {-1e-9, nan, endless})
    EXPECT_FALSE(check_not_negative({"the rate", none}));
  EXPECT_EQ(check_not_negative({"the rate", -0.3}).error().what,
            "the rate is -0.3; write zero or more, 20 per cent as 0.2");
}

}  // namespace
}  // namespace plimsoll::strategy
