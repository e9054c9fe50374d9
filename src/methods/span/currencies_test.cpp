#include "methods/span/currencies.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

constexpr Currency eur{"EUR"}, jpy{"JPY"};

Result<Decimal> rate(Currency from, std::vector<clearing::Conversion> conversions,
                     const MarketSnapshot& market = {}) {
  auto file = std::make_shared<RiskFile>();
  file->conversions = std::move(conversions);
  return rate_to_base(from, testing::account({}), market, {file});
}

TEST(Currencies, OfTheAccountIsOne) { EXPECT_EQ(rate(usd, {}).value(), 1_d); }

TEST(Currencies, TheMarketComesFirst) {
  MarketSnapshot market;
  market.currencies[eur] = 1.2_d;
  EXPECT_EQ(rate(eur, {{eur, usd, 1.1_d}}, market).value(), 1.2_d);
}

TEST(Currencies, ThenTheFileEitherWayRound) {
  EXPECT_EQ(rate(eur, {{jpy, usd, 0.01_d}, {eur, usd, 1.1_d}}).value(), 1.1_d);
  EXPECT_EQ(rate(jpy, {{usd, jpy, 125_d}}).value(), 0.008_d);
}

TEST(Currencies, ARateOfNothingIsNone) {
  EXPECT_FALSE(rate(jpy, {{usd, jpy, 20'000'000'000_d}})) << "nothing is left of its reverse";
  EXPECT_FALSE(rate(eur, {{eur, usd, 0_d}}));
  EXPECT_EQ(rate(eur, {{eur, usd, 0_d}, {usd, eur, 0.8_d}}).value(), 1.25_d);
}

TEST(Currencies, AMissingOneIsNamed) {
  const auto none = rate(eur, {{jpy, usd, 0.01_d}});
  ASSERT_FALSE(none);
  EXPECT_NE((none.error().what + none.error().where).find("EUR"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::span
