#include "methods/tims/points.hpp"

#include <gtest/gtest.h>

namespace plimsoll::tims {
namespace {

TEST(Points, AreFiveDownAndFiveUpWithoutZero) {
  const std::array<double, 10> high_cap{-0.08, -0.064, -0.048, -0.032, -0.016,
                                        0.012, 0.024,  0.036,  0.048,  0.06};
  const std::array<double, 10> equity{-0.15, -0.12, -0.09, -0.06, -0.03,
                                      0.03,  0.06,  0.09,  0.12,  0.15};
  const auto of_high_cap = points_of({0.08, 0.06});
  const auto of_equity = points_of({0.15, 0.15});
  for (std::size_t k = 0; k < points_count; ++k) {
    EXPECT_NEAR(of_high_cap[k], high_cap[k], 1e-15) << k;
    EXPECT_NEAR(of_equity[k], equity[k], 1e-15) << k;
  }
  EXPECT_EQ(of_equity.front(), -0.15);
  EXPECT_EQ(of_equity.back(), 0.15);
}

}  // namespace
}  // namespace plimsoll::tims
