#include "methods/span/short_option.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::option, testing::Reckoned,
    testing::two_commodities;
using namespace clearing;

/// Two calls and three puts sold, and a future, which is no option.
const std::vector<Position> book{option(Right::call, 3600_d, -2), option(Right::put, 3200_d, -3),
                                 future("ZZ", december, -4)};

TEST(ShortOption, CountsEveryOptionSold) {
  Reckoned reckoned{book};
  const ShortOptions& options = reckoned.of("CC-ZZ").short_options;
  EXPECT_EQ(options.calls, 2_d);
  EXPECT_EQ(options.puts, 3_d);
  EXPECT_EQ(options.minimum, 250_d);
}

TEST(ShortOption, OrTheLargerSideOnly) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].short_option_method = ShortOptionMethod::larger_side;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 150_d);
}

TEST(ShortOption, OptionsHeldOweNothing) {
  Reckoned reckoned{{option(Right::call, 3600_d, 2)}};
  EXPECT_EQ(reckoned.of("CC-ZZ").short_options.minimum, 0_d);
}

TEST(ShortOption, CountsByTheDeltaScaleAndTheExponent) {
  FileBuilder builder = two_commodities();
  for (Contract& contract : builder.file.contracts) contract.delta_scale = 0.5_d;
  builder.file.commodities[0].risk_exponent = 1;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 1'250_d);
}

TEST(ShortOption, HasRatesOfTiers) {
  FileBuilder builder = two_commodities();
  CombinedCommodity& zz = builder.file.commodities[0];
  zz.short_option_tiers = testing::two_tiers();
  zz.short_option_tiers[0].short_option_rate = {{0, 1_d}};
  zz.short_option_tiers[1].short_option_rate = {{0, 20_d}};
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 100_d);
  // Options in no tier owe the commodity's own.
  zz.short_option_tiers.pop_back();
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 250_d);
  zz.short_option_rate.clear();
  Reckoned none{book, builder};
  EXPECT_EQ(none.of("CC-ZZ").short_options.minimum, 0_d);
  EXPECT_EQ(none.of("CC-ZZ").remarks.size(), 1u);
}

/// A call of December and a put of October, each scanned in its own tier.
TEST(ShortOption, OfScanningTiersEachHasItsOwnLargerSide) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].short_option_method = ShortOptionMethod::larger_side;
  for (Contract& contract : builder.file.contracts)
    if (contract.right == Right::put) contract.month = testing::october;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 150_d);
  builder.file.commodities[0].scan_tiers = testing::two_tiers();
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 250_d);
  builder.file.commodities[0].scan_tiers.clear();
  builder.file.commodities[0].months_are_tiers = true;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").short_options.minimum, 250_d);
}

}  // namespace
}  // namespace plimsoll::span
