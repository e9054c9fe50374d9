#include "methods/span/option_value.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::future, testing::Manner, testing::option,
    testing::Reckoned, testing::two_commodities;
using namespace clearing;

const std::vector<Position> book{option(Right::call, 3600_d, 2), option(Right::put, 3200_d, -3)};

MarketSnapshot at(const char* symbol, Decimal price) {
  MarketSnapshot market;
  market.quotes[InstrumentId{symbol}].price = price;
  return market;
}

// 120 and 1.50, at 100 for a point.
TEST(OptionValue, IsPriceTimesFactorTimesContracts) {
  Reckoned reckoned{book};
  EXPECT_EQ(reckoned.of("CC-ZZ").long_value, 24'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").short_value, 450_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").net_option_value(), 23'550_d);
}

TEST(OptionValue, ContractsMayHaveFactorsOfTheirOwn) {
  FileBuilder builder = two_commodities();
  for (Contract& contract : builder.file.contracts)
    if (contract.right == Right::call) contract.value_factor = 7_d;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").long_value, 1'680_d);
}

TEST(OptionValue, OptionsSettledEveryDayHaveNone) {
  FileBuilder builder = two_commodities();
  builder.file.commodities[0].option_style = Valuation::futures_style;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").net_option_value(), 0_d);
  builder.file.products[1].valuation = Valuation::premium_style;
  EXPECT_EQ(Reckoned(book, builder).of("CC-ZZ").net_option_value(), 23'550_d)
      << "the product's own";
}

TEST(OptionValue, WithoutAPriceIsSaid) {
  FileBuilder builder = two_commodities();
  for (Contract& contract : builder.file.contracts)
    if (contract.right == Right::call) contract.price.reset();
  Reckoned reckoned{book, builder};
  EXPECT_EQ(reckoned.of("CC-ZZ").long_value, 0_d);
  ASSERT_EQ(reckoned.of("CC-ZZ").remarks.size(), 1u);
  EXPECT_NE(reckoned.of("CC-ZZ").remarks[0].find("OZ OOF 202512 202512 C 3600"), std::string::npos);
}

// What is sold and has no price makes the requirement too low; what is held does not.
TEST(OptionValue, SoldWithoutAPriceIsALowerBound) {
  FileBuilder builder = two_commodities();
  for (Contract& contract : builder.file.contracts)
    if (contract.right) contract.price.reset();
  Reckoned reckoned{book, builder};
  ASSERT_EQ(reckoned.of("CC-ZZ").not_applied.size(), 1u);
  EXPECT_EQ(reckoned.of("CC-ZZ").not_applied[0].missing_input,
            "the settlement price of XYZ OZ OOF 202512 202512 P 3200");
  FileBuilder worthless = two_commodities();
  worthless.file.products[1].value_factor = {};
  Reckoned unknown{book, worthless};
  ASSERT_EQ(unknown.of("CC-ZZ").not_applied.size(), 1u);
  EXPECT_EQ(unknown.of("CC-ZZ").not_applied[0].missing_input,
            "the contract value factor of XYZ OZ OOF 202512 202512 P 3200");
}

// 3 % of 3,600 at 100 for a point.
TEST(OptionValue, APriceScanRangeMayBeAPartOfTheValue) {
  const auto file = two_commodities().built();
  EXPECT_EQ(price_scan_of(*file, {.product = 0, .price_scan = 7.0}), 7.0);
  const SeriesTerms part{.product = 0, .future_month = december, .price_scan_ratio = 0.03};
  EXPECT_NEAR(price_scan_of(*file, part).value(), 10'800, 1e-6);
  const SeriesTerms unknown{.product = 0, .future_month = {2031, 1, {}}, .price_scan_ratio = 0.03};
  EXPECT_EQ(price_scan_of(*file, unknown), std::nullopt);
  EXPECT_EQ(price_scan_of(*file, {.product = 0}), std::nullopt);
}

TEST(OptionValue, TheMarketsPriceComesFirst) {
  Reckoned reckoned{book, two_commodities(), {.market = at("C3600", 100_d)}};
  EXPECT_EQ(reckoned.of("CC-ZZ").long_value, 20'000_d);
  EXPECT_EQ(reckoned.of("CC-ZZ").short_value, 450_d);
}

TEST(OptionValue, APriceOfTheFileIsNoMove) {
  const Reckoned reckoned{book};
  EXPECT_FALSE(Prices(reckoned.held, at("C3600", 120_d), *reckoned.places).any_moved());
  EXPECT_TRUE(Prices(reckoned.held, at("C3600", 121_d), *reckoned.places).any_moved());
  EXPECT_FALSE(Prices(reckoned.held, at("OTHER", 121_d), *reckoned.places).any_moved());
}

}  // namespace
}  // namespace plimsoll::span
