#include "risk/confidence.hpp"

#include <gtest/gtest.h>

namespace plimsoll::risk {
namespace {

struct Known {
  Count count;
  Interval interval;
};

// The formula in sixty digits; 81 of 263 and 15 of 148 are the examples of Newcombe, "Two-sided
// confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, which
// prints 0.2553 to 0.3662 and 0.0624 to 0.1605.
TEST(Wilson, KnownIntervals) {
  constexpr Known known[] = {
      {{0, 1000}, {0, 0.00382675848555512}},
      {{10795, 40000}, {0.265547163107129, 0.274247033433947}},
      {{5, 10}, {0.236593090512564, 0.763406909487436}},
      {{81, 263}, {0.255288519878274, 0.3662095769828}},
      {{15, 148}, {0.0623863995307363, 0.160487241723308}},
  };
  for (const Known& row : known) {
    const Interval found = wilson_95(row.count);
    EXPECT_NEAR(found.least, row.interval.least, 1e-13) << row.count.happened;
    EXPECT_NEAR(found.most, row.interval.most, 1e-13) << row.count.happened;
  }
}

TEST(Wilson, EndsAreExact) {
  EXPECT_EQ(wilson_95({0, 7}).least, 0);
  EXPECT_EQ(wilson_95({7, 7}).most, 1);
  EXPECT_GT(wilson_95({0, 7}).most, 0.3);  // seven tries say little
  EXPECT_LT(wilson_95({7, 7}).least, 0.7);
}

TEST(Wilson, OfNoTriesIsNothing) {
  EXPECT_DEATH(wilson_95({0, 0}), "tries");
  EXPECT_DEATH(wilson_95({3, 2}), "tries");
}

}  // namespace
}  // namespace plimsoll::risk
