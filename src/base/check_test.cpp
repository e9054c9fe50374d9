#include "base/check.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(Check, LetsATrueConditionPass) {
  int evaluated = 0;
  PLIMSOLL_CHECK(++evaluated == 1);
  EXPECT_EQ(evaluated, 1);
}

TEST(CheckDeathTest, StopsTheProgramAndNamesTheConditionAndThePlace) {
  EXPECT_DEATH(PLIMSOLL_CHECK(1 + 1 == 3), "broken invariant: 1 \\+ 1 == 3 .*check_test.cpp:");
}

}  // namespace
}  // namespace plimsoll
