#include "market/fx.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

constexpr Currency eur{"EUR"};
constexpr Currency jpy{"JPY"};

TEST(ForeignExchange, OneUnitIsWorthTheRate) {
  MarketSnapshot market;
  market.currencies[eur] = 1.0845_d;
  EXPECT_EQ(exchange_rate(market, eur, usd), 1.0845_d);
  EXPECT_EQ(in_currency(Money{100_d, eur}, usd, market), (Money{108.45_d, usd}));
  EXPECT_EQ(in_currency(Money{-(100_d), eur}, usd, market), (Money{-(108.45_d), usd}));
  EXPECT_EQ(in_currency(Price{10_d, eur}, usd, market), (Price{10.845_d, usd}));
}

TEST(ForeignExchange, TheAccountsOwnCurrencyNeedsNoRate) {
  const MarketSnapshot market;
  EXPECT_EQ(exchange_rate(market, usd, usd), 1_d);
  EXPECT_EQ(in_currency(5_usd, usd, market), 5_usd);
}

TEST(ForeignExchange, RoundsHalfToEvenAtTheNinthPlace) {
  MarketSnapshot market;
  market.currencies[jpy] = 0.5_d;
  const auto converted = [&](std::int64_t nano) {
    return in_currency(Money{Decimal::from_nano(nano), jpy}, usd, market)->amount;
  };
  EXPECT_EQ(converted(1), 0_d);
  EXPECT_EQ(converted(3), Decimal::from_nano(2));
  EXPECT_EQ(converted(5), Decimal::from_nano(2));
}

TEST(ForeignExchange, AMissingRateIsRefusedAndShowsWhatToWrite) {
  const MarketSnapshot market;
  const auto money = in_currency(Money{1_d, eur}, usd, market);
  ASSERT_FALSE(money.has_value());
  EXPECT_EQ(money.error().reason, Reason::missing_price);
  EXPECT_EQ(money.error().where, "EUR");
  EXPECT_NE(money.error().what.find("\"currencies\": {\"EUR\": \"...\"}"), std::string::npos);
  EXPECT_FALSE(in_currency(Price{1_d, eur}, usd, market).has_value());
  EXPECT_FALSE(exchange_rate(market, eur, usd).has_value());
}

TEST(ForeignExchange, AllMissingRatesAreOneMessage) {
  EXPECT_EQ(without_rate({eur}, usd), exchange_rate({}, eur, usd).error());
  EXPECT_EQ(without_rate({jpy, eur}, usd),
            (Error{Reason::missing_price,
                   "no rate from EUR, JPY to USD; add \"currencies\": {\"EUR\": \"...\", \"JPY\": "
                   "\"...\"} to the market, one unit of each in USD",
                   ""}));
}

}  // namespace
}  // namespace plimsoll
