#include "io/worth.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace plimsoll::io {
namespace {

Worth worth(Decimal quantity, Decimal price, Decimal value) {
  return {Quantity::of(quantity), price, value};
}

std::string refusal(const Worth& worth, Decimal factor) {
  const auto checked = agrees(worth, factor);
  return checked ? "" : checked.error().what.substr(0, checked.error().what.find(';'));
}

TEST(Worth, TheValueIsQuantityTimesPrice) {
  EXPECT_EQ(refusal(worth(100_d, 10_d, 1'000_d), 1_d), "");
  EXPECT_EQ(refusal(worth(-2_d, 4.5_d, -900_d), 100_d), "");
  EXPECT_EQ(refusal(worth(0_d, 4.5_d, 0_d), 1_d), "");
  EXPECT_EQ(refusal(worth(100_d, 10_d, 50'000_d), 1_d),
            "the value 50000.00 is not 100 x 10.00 = 1000.00, to within the 0.51 that printed "
            "digits leave open");
  EXPECT_EQ(refusal(worth(1_d, 9_d, 90_d), 100_d),
            "the value 90.00 is not 1 x 9.00 x 100 = 900.00, to within the 0.51 that printed "
            "digits leave open");
}

TEST(Worth, TheirSignsAgreeToo) {
  EXPECT_NE(refusal(worth(-50_d, 22_d, 1'100_d), 1_d), "");
  EXPECT_NE(refusal(worth(50_d, 22_d, -1'100_d), 1_d), "");
  EXPECT_EQ(refusal(worth(1_d, -5_d, -5_d), 1_d), "");  // the price is refused elsewhere
}

TEST(Worth, WhatPrintingRoundsAwayIsAllowedAndNoMore) {
  // Half a cent on each of 100 shares, and half a cent of the value itself.
  EXPECT_EQ(refusal(worth(100_d, 10_d, 1'000.505_d), 1_d), "");
  EXPECT_NE(refusal(worth(100_d, 10_d, 1'000.51_d), 1_d), "");
  EXPECT_EQ(refusal(worth(100_d, 10_d, 999.495_d), 1_d), "");
  EXPECT_NE(refusal(worth(100_d, 10_d, 999.49_d), 1_d), "");
  // A price of four places is known to 0.00005: 1'000 shares leave 0.05 open.
  Worth finer = worth(1'000_d, 0.1234_d, 123.45_d);
  finer.price_rounding = 0.00005_d;
  EXPECT_EQ(refusal(finer, 1_d), "");
  finer.value = 123.46_d;
  EXPECT_NE(refusal(finer, 1_d), "");
  // 10.123 shares may be 10.1234.
  Worth fraction = worth(10.123_d, 100_d, 1'012.40_d);
  EXPECT_NE(refusal(fraction, 1_d), "");
  fraction.quantity_rounding = 0.0005_d;
  EXPECT_EQ(refusal(fraction, 1_d), "");
}

TEST(Worth, NothingToCompareIsNothingToRefuse) {
  Worth missing = worth(100_d, 10_d, 5_d);
  missing.value.reset();
  EXPECT_EQ(refusal(missing, 1_d), "");
  missing = worth(100_d, 10_d, 5_d);
  missing.price.reset();
  EXPECT_EQ(refusal(missing, 1_d), "");
}

TEST(Worth, PrincipalOfBonds) {
  const auto principal = [](Decimal quantity, Decimal price, std::optional<Decimal> value) {
    const auto units = principal_of({Quantity::of(quantity), price, value});
    return units ? to_text(*units) : "refused";
  };
  EXPECT_EQ(principal(10'000_d, 98.5_d, 9'850_d), "10000");
  EXPECT_EQ(principal(100_d, 98.5_d, 9'850_d), "10000");
  EXPECT_EQ(principal(10_d, 98.5_d, 9'850_d), "10000");
  EXPECT_EQ(principal(-10'000_d, 98.5_d, -9'850_d), "-10000");
  EXPECT_EQ(principal(10'000_d, 98.5_d, {}), "10000");
  EXPECT_EQ(principal(10'000_d, 98.5_d, 12'345_d), "refused");
}

TEST(Worth, ASumStandsForAPrintedTotal) {
  ValueSum sum;
  sum.add(100.25_d);
  sum.add(-40_d);
  // Half a cent for each of two rows and the total.
  EXPECT_EQ(sum.is(60.25_d), true);
  EXPECT_EQ(sum.is(60.265_d), true);
  EXPECT_EQ(sum.is(60.27_d), false);
  EXPECT_EQ(sum.is(100000000000000000_d), std::nullopt);
  ValueSum unknown = sum;
  unknown.add({});
  EXPECT_EQ(unknown.is(60.25_d), std::nullopt);
  sum.lose();
  EXPECT_EQ(sum.is(1_d), std::nullopt);
  EXPECT_EQ(not_the_total(99'500_d, 500_d).error().what,
            "the total is 99500.00 and the rows add up to 500.00; rows are missing or altered, "
            "export the file again");
}

}  // namespace
}  // namespace plimsoll::io
