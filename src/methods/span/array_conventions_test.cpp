#include "methods/span/array_conventions.hpp"

#include <gtest/gtest.h>

namespace plimsoll::span {
namespace {

TEST(ArrayConventions, OfIndiaCountTheDayItself) {
  EXPECT_DOUBLE_EQ(nse_years(2026y / June / 25, 2026y / June / 30), 6.0 / 365);
  EXPECT_DOUBLE_EQ(nse_years(2026y / June / 30, 2026y / June / 30), 1.0 / 365);
}

TEST(ArrayConventions, OfIndiaHaveAScanOfTheirOwnBeyondNineMonths) {
  EXPECT_FALSE(nse_long_dated(2025y / August / 8, 2026y / May / 8));
  EXPECT_TRUE(nse_long_dated(2025y / August / 8, 2026y / May / 9));
}

TEST(ArrayConventions, OfIndiaScanAQuarterOfTheVolatility) {
  EXPECT_DOUBLE_EQ(nse_volatility_scan(0.1842835), 0.05);
  EXPECT_DOUBLE_EQ(nse_volatility_scan(0.10), 0.04);
  EXPECT_DOUBLE_EQ(nse_volatility_scan(0.40), 0.10);
}

TEST(ArrayConventions, HaveTheirOwnExtremes) {
  EXPECT_EQ(nse_option().extreme_multiple, 2);
  EXPECT_EQ(nse_future().extreme_cover, 0.35);
  EXPECT_EQ(cme_style_future().extreme_multiple, 3);
  EXPECT_EQ(cme_style_option().extreme_cover, 0.33);
  EXPECT_EQ(cme_style_option().lookahead, 0);
}

}  // namespace
}  // namespace plimsoll::span
