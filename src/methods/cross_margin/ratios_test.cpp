#include "methods/cross_margin/ratios.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::number;

Health sides(const char* assets, const char* liabilities) {
  return {.assets = number(assets), .liabilities = number(liabilities)};
}

TEST(Ratios, OfTheSides) {
  const Ratios ratios = ratios_of({.maintenance = sides("80", "60"), .equity = sides("100", "50")});
  EXPECT_EQ(ratios.health_over_assets, number("0.25"));
  EXPECT_EQ(ratios.liabilities_over_assets, number("0.5"));
  EXPECT_EQ(ratios.leverage, number("2"));
}

TEST(Ratios, OfWhatIsNotThereThereIsNone) {
  const Ratios nothing = ratios_of({});
  EXPECT_FALSE(nothing.health_over_assets || nothing.liabilities_over_assets || nothing.leverage);
  const Ratios under = ratios_of({.maintenance = sides("1", "2"), .equity = sides("1", "2")});
  EXPECT_EQ(under.health_over_assets, Fixed48::of(-1));
  EXPECT_FALSE(under.leverage) << "of equity below zero";
}

}  // namespace
}  // namespace plimsoll::cross_margin
