#include "methods/span/generated_contracts.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::february;

/// Gold with what its file says of December's options; of February's it says nothing.
testing::FileBuilder with_terms() {
  testing::FileBuilder builder = testing::two_commodities();
  for (clearing::Product& product : builder.file.products)
    if (product.key.product == clearing::Code{"OZ"}) {
      product.underlying = clearing::Code{"ZZ"};
      product.style = Style::european;
    }
  const clearing::SeriesTerms terms{.price_scan = 12'000,
                                    .volatility_scan = 0.4,
                                    .volatility_scan_is_ratio = true,
                                    .volatility = 0.15,
                                    .extreme_multiplier = 3,
                                    .extreme_cover = 0.33,
                                    .rate = 0.04,
                                    .years = 0.2};
  for (clearing::Index p = 0; p < 2; ++p) {
    clearing::SeriesTerms own = terms;
    own.product = p;
    own.future_month = december;
    if (p == 1) own.option_month = december;
    builder.file.terms.push_back(own);
  }
  return builder;
}

WithGenerated asked(const Instrument& instrument, const MarketSnapshot& market = {}) {
  return with_generated({with_terms().built()}, {&instrument}, market);
}

TEST(GeneratedContracts, AStrikeTheFileDoesNotList) {
  const Instrument option = testing::option(Right::call, 3700_d, 1).instrument;
  const auto with = asked(option);
  ASSERT_TRUE(with.not_made.empty()) << with.not_made.begin()->second.what;
  const Place place = place_of(option, with.files);
  ASSERT_EQ(place.standing, Standing::placed);
  const RiskFile& file = *with.files.front();
  const clearing::Contract& contract = file.contracts[place.parts.front().contract];
  EXPECT_TRUE(file.arrays[contract.array].generated);
  EXPECT_EQ(contract.month, december);
  ASSERT_TRUE(contract.price);
  // 100 dollars away from 3,600 at 15 % over a fifth of a year.
  EXPECT_GT(*contract.price, 40_d);
  EXPECT_LT(*contract.price, 80_d);
}

TEST(GeneratedContracts, TheMarketsPriceStands) {
  const Instrument option = testing::option(Right::call, 3700_d, 1).instrument;
  MarketSnapshot market;
  market.quotes[id_of(option)].price = 61.5_d;
  const auto with = asked(option, market);
  const Place place = place_of(option, with.files);
  EXPECT_EQ(with.files.front()->contracts[place.parts.front().contract].price, 61.5_d);
}

TEST(GeneratedContracts, WhatIsListedIsLeftAlone) {
  const auto files = RiskFiles{with_terms().built()};
  const Instrument listed = testing::option(Right::call, 3600_d, 1).instrument;
  EXPECT_EQ(with_generated(files, {&listed}, {}).files, files);
}

TEST(GeneratedContracts, RefusesWithWhatIsMissing) {
  const auto why = [](const Instrument& instrument) {
    const auto with = asked(instrument);
    return with.not_made.empty() ? "made" : with.not_made.begin()->second.what;
  };
  EXPECT_EQ(why(testing::future("QQ", december, 1).instrument), "no file lists its product");
  EXPECT_TRUE(why(testing::future("ZZ", {2027, 1, {}}, 1).instrument)
                  .contains("no scan ranges for this expiry"));
  FutureOption option = std::get<FutureOption>(testing::option(Right::put, 1_d, 1).instrument);
  option.option_month = february;
  EXPECT_EQ(why(option), "the file has no parameters for that expiry");
  EXPECT_EQ(why(Stock{.id = InstrumentId{"AAPL"}}), "made");  // nothing is asked of it
}

}  // namespace
}  // namespace plimsoll::span
