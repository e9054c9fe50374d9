#include "methods/tims/series.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

class SeriesOf : public ::testing::Test {
 protected:
  Result<Series> read(const ListedOption& option, double price, double level) const {
    return series_of(option, price, level, {day, own_, under_, market_});
  }
  SeriesOf() { market_.risk_free_rate = 0.04; }
  Quote own_, under_;
  MarketSnapshot market_;
};

TEST_F(SeriesOf, FindsTheVolatilityAgain) {
  const auto series = read(option("XYZ", Right::call, 100_d), 5, 100);
  ASSERT_TRUE(series);
  EXPECT_EQ(series->days, 56);
  const auto volatility = volatility_in(*series, 1);
  ASSERT_TRUE(volatility) << volatility.error().what;
  EXPECT_FALSE(volatility->given);
  std::array<double, 1> spots{100}, values{};
  ASSERT_TRUE(values_later(*series, volatility->value, 0, spots, values));
  EXPECT_NEAR(values[0], 5, 1e-6) << "not rolled, at the same price, it is worth its price";
  ASSERT_TRUE(values_later(*series, volatility->value, 1, spots, values));
  EXPECT_LT(values[0], 5) << "a day later it is worth less";
}

TEST_F(SeriesOf, OnItsLastDayIsWorthWhatExerciseBrings) {
  const auto series = read(option("XYZ", Right::put, 100_d, Date{2026y / November / 21}), 5, 96);
  ASSERT_TRUE(series);
  EXPECT_TRUE(volatility_in(*series, 1)) << "it needs none";
  std::array<double, 2> spots{90, 110}, values{};
  ASSERT_TRUE(values_later(*series, 0, 1, spots, values));
  EXPECT_EQ(values[0], 10);
  EXPECT_EQ(values[1], 0);
}

TEST_F(SeriesOf, PastItsExpiryIsRefused) {
  const auto series = read(option("XYZ", Right::put, 100_d, Date{2026y / November / 19}), 5, 96);
  ASSERT_FALSE(series);
  EXPECT_TRUE(series.error().what.contains("expired on 2026-11-19"));
}

TEST_F(SeriesOf, TakesAGivenVolatilityOnlyWhereThePriceHasNone) {
  own_.volatility = 0.3;
  const auto priced = read(option("XYZ", Right::call, 100_d), 5, 100);
  EXPECT_FALSE(volatility_in(*priced, 1)->given);
  const auto below = read(option("XYZ", Right::call, 90_d), 9, 100);
  EXPECT_TRUE(volatility_in(*below, 1)->given);
  EXPECT_EQ(volatility_in(*below, 1)->value, 0.3);
  own_.volatility.reset();
  const auto without = volatility_in(*read(option("XYZ", Right::call, 90_d), 9, 100), 1);
  ASSERT_FALSE(without);
  EXPECT_TRUE(without.error().what.contains("give a volatility")) << without.error().what;
}

TEST_F(SeriesOf, CountsDividendsOnceAndOnlyThoseInItsLife) {
  under_.yield = 0.02;
  EXPECT_EQ(read(option("XYZ", Right::call, 100_d), 5, 100)->yield, 0.02);
  under_.dividends = {{Date{2026y / November / 20}, 1_d},
                      {Date{2027y / January / 15}, 0.5_d},
                      {Date{2026y / December / 1}, 0.25_d},
                      {Date{2027y / January / 16}, 1_d}};
  const auto series = read(option("XYZ", Right::call, 100_d), 5, 100);
  EXPECT_EQ(series->yield, 0);
  ASSERT_EQ(series->dividends.size(), 2u);
  EXPECT_EQ(series->dividends[0].years, 11) << "calendar days";
  EXPECT_EQ(series->dividends[1].amount, 0.5);
}

TEST_F(SeriesOf, NeedsARate) {
  market_.risk_free_rate.reset();
  EXPECT_FALSE(read(option("XYZ", Right::call, 100_d), 5, 100));
}

}  // namespace
}  // namespace plimsoll::tims
