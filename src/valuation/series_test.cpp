#include "valuation/series.hpp"

#include <gtest/gtest.h>

#include "model/osi.hpp"
#include "valuation/revaluation.hpp"

namespace plimsoll::valuation {
namespace {

constexpr Date day{2026y / November / 20};

ListedOption option(const char* on, Right right, Decimal strike,
                    Date expiry = Date{2027y / January / 15}, Style style = Style::european) {
  return {.id = osi_id({on, expiry, right, strike}),
          .underlying = InstrumentId{on},
          .expiry = expiry,
          .right = right,
          .strike = {strike, usd},
          .style = style};
}

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
  EXPECT_EQ(volatility->from, VolatilityFrom::price);
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
  EXPECT_EQ(volatility_in(*priced, 1)->from, VolatilityFrom::price);
  const auto below = read(option("XYZ", Right::call, 90_d), 9, 100);
  EXPECT_EQ(volatility_in(*below, 1)->from, VolatilityFrom::given);
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

TEST_F(SeriesOf, ADividendOfItsLastDayIsOutOfThePriceOrExercisedBefore) {
  under_.dividends = {{Date{2026y / November / 21}, 2_d}};
  const Date last{2026y / November / 21};
  const auto worth = [&](Right right, Style style) {
    const auto series = read(option("XYZ", right, 100_d, last, style), 5, 100).value();
    std::array<double, 2> spots{90, 110}, values{};
    EXPECT_TRUE(values_later(series, 0, 1, spots, values));
    return values;
  };
  EXPECT_EQ(worth(Right::put, Style::american), (std::array<double, 2>{12, 0}));
  EXPECT_EQ(worth(Right::put, Style::european), (std::array<double, 2>{12, 0}));
  EXPECT_EQ(worth(Right::call, Style::american), (std::array<double, 2>{0, 10})) << "before";
  EXPECT_EQ(worth(Right::call, Style::european), (std::array<double, 2>{0, 8})) << "after";
}

TEST_F(SeriesOf, PricedAtWhatExerciseBringsTakesTheLargestVolatilityAtWhichThatIsRight) {
  const ListedOption put =
      option("XYZ", Right::put, 100_d, Date{2027y / January / 15}, Style::american);
  const auto series = read(put, 20, 80).value();
  const auto found = volatility_in(series, 1);
  ASSERT_TRUE(found) << found.error().what;
  EXPECT_EQ(found->from, VolatilityFrom::exercise);
  std::array<double, 1> spots{80}, values{};
  ASSERT_TRUE(values_later(series, found->value, 0, spots, values));
  EXPECT_NEAR(values[0], 20, 2e-4);
  ASSERT_TRUE(values_later(series, found->value * 1.2, 0, spots, values));
  EXPECT_LT(20.001, values[0]) << "and none much larger";
  const auto call = volatility_in(
      read(option("XYZ", Right::call, 80_d, Date{2027y / January / 15}, Style::american), 20, 100)
          .value(),
      1);
  ASSERT_TRUE(call) << "a call whose least value is more than that" << call.error().what;
  EXPECT_EQ(call->from, VolatilityFrom::exercise);
}

TEST_F(SeriesOf, AboveTheMostItCanBeWorthIsRefusedWhateverIsGiven) {
  own_.volatility = 0.3;
  for (const Date expiry :
       {Date{2026y / November / 20}, Date{2026y / November / 21}, Date{2027y / January / 15}})
    for (const Style style : {Style::european, Style::american}) {
      for (const auto& [right, price] : {std::pair{Right::call, 100.01}, {Right::put, 90.01}}) {
        const auto found =
            volatility_in(read(option("XYZ", right, 90_d, expiry, style), price, 100).value(), 1);
        ASSERT_FALSE(found);
        EXPECT_TRUE(found.error().what.contains("the most it can be worth")) << found.error().what;
      }
    }
}

TEST_F(SeriesOf, AGivenVolatilityThatCannotBeIsRefused) {
  for (const double given : {0.0, 25.0}) {
    own_.volatility = given;
    EXPECT_TRUE(volatility_in(*read(option("XYZ", Right::call, 100_d), 5, 100), 1))
        << "it is not used";
    const auto found = volatility_in(*read(option("XYZ", Right::call, 90_d), 9, 100), 1);
    ASSERT_FALSE(found);
    EXPECT_TRUE(found.error().what.contains("write one from 0.0001 to 20")) << found.error().what;
  }
}

TEST_F(SeriesOf, DividendsAsLargeAsThePriceAreNamed) {
  under_.dividends = {{Date{2026y / December / 1}, 9_d}};
  const ListedOption call = option("XYZ", Right::call, 10_d);
  const auto at_spot = volatility_in(read(call, 1, 9).value(), 1);
  ASSERT_FALSE(at_spot);
  EXPECT_TRUE(at_spot.error().what.contains("9 ex 2026-12-01")) << at_spot.error().what;
  EXPECT_TRUE(at_spot.error().what.contains("write a yield"));
  std::array<double, 2> spots{12, 8}, values{};
  const auto moved = values_later(read(call, 1, 12).value(), 0.3, 1, spots, values);
  ASSERT_FALSE(moved);
  EXPECT_TRUE(moved.error().what.contains("at point 2 of 2")) << moved.error().what;
}

TEST_F(SeriesOf, NeedsARate) {
  market_.risk_free_rate.reset();
  EXPECT_FALSE(read(option("XYZ", Right::call, 100_d), 5, 100));
}

TEST_F(SeriesOf, APriceMadeFromAVolatilityIsNotSearchedForOne) {
  own_.volatility = 0.35;
  own_.priced_by_volatility = true;
  const auto series = read(option("XYZ", Right::put, 100_d), 5, 100);
  const auto held = volatility_in(*series, 1);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->value, 0.35);
  own_.priced_by_volatility = false;
  EXPECT_NE(volatility_in(*read(option("XYZ", Right::put, 100_d), 5, 100), 1)->value, 0.35);
}

}  // namespace
}  // namespace plimsoll::valuation
