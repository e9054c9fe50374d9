#include "engine/price.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plimsoll::engine {
namespace {

const std::string heading =
    "spot,strike,years,rate,dividend_yield,volatility,price,is_put,american,dividends\n";

PricesReport priced(const std::string& rows, int threads = 1) {
  const auto options = io::read_options_csv(heading + rows, "options.csv");
  EXPECT_TRUE(options);
  return options ? price(*options, threads) : PricesReport{};
}

std::string refusal(const std::string& row) {
  const PricesReport report = priced(row);
  if (report.refused.size() != 1) return "not refused";
  EXPECT_FALSE(report.rows[0].prices);
  EXPECT_EQ(report.refused[0].where, "options.csv:2");
  return report.refused[0].what;
}

// Haug (1998), page 3: 60 on 65, three months, 8 %, 30 %: 2.1334.
TEST(Price, AValueAndItsDerivatives) {
  const PricesReport report = priced("60,65,0.25,0.08,0,0.3,,0,0,\n");
  ASSERT_FALSE(report.partial());
  const OptionPrices& prices = *report.rows[0].prices;
  EXPECT_EQ(prices.value, 2.133368);
  EXPECT_NEAR(prices.greeks.delta, 0.3725, 1e-4);
  EXPECT_EQ(prices.implied_volatility, 0.3);
  // Rounded to a millionth, and gamma, of a spot below 100, to a hundred-millionth.
  for (const double number : {prices.value, prices.greeks.delta, prices.greeks.vega})
    EXPECT_EQ(std::round(number * 1e6) / 1e6, number);
  EXPECT_EQ(std::round(prices.greeks.gamma * 1e8) / 1e8, prices.greeks.gamma);
  EXPECT_NE(std::round(prices.greeks.gamma * 1e6) / 1e6, prices.greeks.gamma);
}

TEST(Price, AVolatilityFromAPriceAndTheValueThere) {
  const PricesReport report = priced("60,65,0.25,0.08,0,,2.1333684449,0,0,\n");
  ASSERT_FALSE(report.partial());
  EXPECT_EQ(report.rows[0].prices->implied_volatility, 0.3);
  EXPECT_EQ(report.rows[0].prices->value, 2.133368);
  EXPECT_EQ(report.rows[0].option->price, 2.1333684449);
}

TEST(Price, WhatIsTooLargeToRoundStays) {
  const PricesReport report = priced("1e12,1e-9,1,0,0,0.2,,0,0,\n");
  ASSERT_FALSE(report.partial());
  EXPECT_NEAR(report.rows[0].prices->value, 1e12, 1);
}

TEST(Price, CashDividendsLowerACall) {
  const PricesReport report = priced(
      "100,100,1,0.05,0,0.2,,0,0,\n"
      "100,100,1,0.05,0,0.2,,0,0,0.25:0.5;0.75:0.5\n");
  ASSERT_FALSE(report.partial());
  EXPECT_LT(report.rows[1].prices->value, report.rows[0].prices->value);
}

// What an American option is worth is src/pricing's own test; here, that it is asked.
TEST(Price, AmericanExerciseIsWorthMoreOrRefusedInWords) {
  const PricesReport report = priced("90,100,1,0.05,0,0.2,,1,0,\n90,100,1,0.05,0,0.2,,1,1,\n");
  ASSERT_TRUE(report.rows[0].prices);
  if (report.partial()) EXPECT_NE(report.refused[0].what.find("american"), std::string::npos);
  else EXPECT_GT(report.rows[1].prices->value, report.rows[0].prices->value + 0.1);
}

TEST(Price, Refusals) {
  const auto says = [](const std::string& row, const std::string& words) {
    EXPECT_NE(refusal(row).find(words), std::string::npos) << refusal(row);
  };
  says("100,100,0,0,0,0.2,,0,0,", "expired");
  says("100,100,-0.5,0,0,0.2,,0,0,", "expired");
  says("100,100,1,0,0,0,,0,0,", "the volatility is zero");
  says("100,100,1,5,0,0.2,,0,0,", "write five per cent as 0.05");
  says("0,100,1,0,0,0.2,,0,0,", "the spot is 0");
  says("100,100,1,0,0,0.2,,0,0,1.5:1", "after expiry");
  says("100,100,1,0,0,0.2,,0,0,0.5:100", "the spot or more");
  says("100,100,1,0,0,0.2,,0,0,0.5:1;0.25:1", "out of order");
  says("100,90,1,0,0,,9,0,0,", "above 10.000000 and below 100.000000");
  says("100,90,1,0,0,,9,0,1,", "above 10.000000 and below 100.000000");
  says("100,100,1,0,0,x,,0,0,", "volatility \"x\" is not a number");
}

TEST(Price, RowsKeepTheirPlaceAndTheSameWhateverTheThreads) {
  std::string rows;
  for (int i = 0; i < 200; ++i)
    rows += i % 7 == 3 ? "x,100,1,0,0,0.2,,0,0,\n"
                       : std::to_string(50 + i) + ",100,1,0.05,0,0.2,,0,0,\n";
  const PricesReport one = priced(rows, 1), several = priced(rows, 4);
  ASSERT_EQ(one.rows.size(), 200u);
  EXPECT_EQ(one.refused.size(), 29u);
  EXPECT_EQ(one.refused, several.refused);
  EXPECT_EQ(one.refused[0].where, "options.csv:5");
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    EXPECT_EQ(one.rows[i].line, i + 2);
    ASSERT_EQ(one.rows[i].prices.has_value(), several.rows[i].prices.has_value());
    EXPECT_EQ(one.rows[i].prices.has_value(), i % 7 != 3);
    if (one.rows[i].prices) EXPECT_EQ(one.rows[i].prices->value, several.rows[i].prices->value);
    else EXPECT_FALSE(one.rows[i].option);
  }
}

}  // namespace
}  // namespace plimsoll::engine
