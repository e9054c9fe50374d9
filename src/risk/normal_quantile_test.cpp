#include "risk/normal_quantile.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "pricing/normal.hpp"

namespace plimsoll::risk {
namespace {

struct Known {
  double argument, value;
};

// By root finding in sixty digits.
TEST(NormalQuantile, KnownValues) {
  constexpr Known known[] = {
      {1e-300, -37.0470962993611992}, {1e-20, -9.26234008979840757},  {0.001, -3.09023230616781354},
      {0.025, -1.95996398454005424},  {0.3, -0.524400512708040784},   {0.5, 0},
      {0.9, 1.28155156554460047},     {0.99999, 4.26489079392282463},
  };
  for (const Known& row : known) {
    // 1 - 0.99999 is not exact in doubles: that far up the argument itself says no more.
    const double tolerance = row.argument > 0.9 ? 1e-11 : 2e-15 * std::abs(row.value);
    EXPECT_NEAR(normal_quantile(row.argument), row.value, tolerance) << row.argument;
  }
}

TEST(NormalQuantile, UndoesTheDistribution) {
  for (double x = -8; x <= 2; x += 0.03125)
    EXPECT_NEAR(normal_quantile(pricing::normal_below(x)), x, 4e-15 * std::max(1.0, -x)) << x;
}

// Where one approximation hands over to the next.
TEST(NormalQuantile, IsContinuous) {
  for (const double edge : {0.075, 0.925, std::exp(-25.0)}) {
    const double below = normal_quantile(edge * (1 - 1e-13));
    const double above = normal_quantile(edge * (1 + 1e-13));
    EXPECT_LE(below, above) << edge;
    EXPECT_NEAR(below, above, 1e-11) << edge;
  }
}

TEST(NormalQuantile, OfNoProbabilityIsNothing) {
  for (const double none : {0.0, 1.0, -0.5, std::nan("")})
    EXPECT_DEATH(normal_quantile(none), "probability");
}

TEST(ScaledErfc, KnownValues) {
  constexpr Known known[] = {
      {0, 1},
      {0.5, 0.615690344192925875},
      {1, 0.427583576155807004},
      {5, 0.110704637733068626},
      {24.9, 0.022639987776049505},
      {25, 0.0225495724326413589},
      {30, 0.0187958888614167515},
      {1000, 0.000564189301453387654},
  };
  for (const Known& row : known)
    EXPECT_NEAR(scaled_erfc(row.argument), row.value, 1e-13 * row.value) << row.argument;
  EXPECT_EQ(scaled_erfc(INFINITY), 0);
}

}  // namespace
}  // namespace plimsoll::risk
