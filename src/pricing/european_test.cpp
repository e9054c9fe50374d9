#include "pricing/european.hpp"

#include <cmath>

#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::between;

Option any_option() {
  Option option;
  option.payoff = *rc::gen::element(Payoff::call, Payoff::put);
  option.strike = *between(1, 1000);
  option.spot = option.strike * *between(0.5, 2);
  option.years = *between(1.0 / 365, 3);
  option.rate = *between(-0.01, 0.1);
  option.dividend_yield = *between(-0.01, 0.1);
  option.volatility = *between(0.08, 1.5);
  return option;
}

Option the_other(Option option) {
  option.payoff = option.payoff == Payoff::call ? Payoff::put : Payoff::call;
  return option;
}

struct Published {
  Payoff payoff;
  double spot, strike, years, rate, yield, volatility, value, tolerance;
};
// Haug, The Complete Guide to Option Pricing Formulas (1998), pages 2-8, 24 and 27, as QuantLib's
// test suite has them (europeanoption.cpp).
constexpr Published published[] = {
    {Payoff::put, 75, 70, 0.5, 0.1, 0.05, 0.35, 4.087, 0.0001},
    {Payoff::call, 100, 100, 0.10000000000000001, 0.1, 0.1, 0.15, 1.8734, 0.0001},
    {Payoff::call, 110, 100, 0.10000000000000001, 0.1, 0.1, 0.15, 9.9413, 0.0001},
    {Payoff::call, 100, 100, 0.10000000000000001, 0.1, 0.1, 0.25, 3.1217, 0.0001},
    {Payoff::call, 110, 100, 0.10000000000000001, 0.1, 0.1, 0.25, 10.3556, 0.0001},
    {Payoff::call, 100, 100, 0.5, 0.1, 0.1, 0.15, 4.0232, 0.0001},
    {Payoff::call, 110, 100, 0.5, 0.1, 0.1, 0.15, 10.5769, 0.0001},
    {Payoff::call, 90, 100, 0.5, 0.1, 0.1, 0.25, 2.7026, 0.0001},
    {Payoff::call, 100, 100, 0.5, 0.1, 0.1, 0.35, 9.3679, 0.0001},
    {Payoff::put, 90, 100, 0.10000000000000001, 0.1, 0.1, 0.15, 9.921, 0.0001},
    {Payoff::put, 100, 100, 0.10000000000000001, 0.1, 0.1, 0.15, 1.8734, 0.0001},
    {Payoff::put, 90, 100, 0.10000000000000001, 0.1, 0.1, 0.25, 10.2155, 0.0001},
    {Payoff::put, 110, 100, 0.10000000000000001, 0.1, 0.1, 0.35, 1.2376, 0.0001},
    {Payoff::put, 90, 100, 0.5, 0.1, 0.1, 0.15, 10.3192, 0.0001},
    {Payoff::put, 100, 100, 0.5, 0.1, 0.1, 0.15, 4.0232, 0.0001},
    {Payoff::put, 90, 100, 0.5, 0.1, 0.1, 0.35, 14.4452, 0.0001},
    {Payoff::call, 42, 40, 0.75, 0.04, 0.08, 0.35, 5.0975, 0.0001},
};

TEST(EuropeanPrice, HaugsTables) {
  for (const Published& row : published)
    EXPECT_NEAR(european_price({row.payoff, row.spot, row.strike, row.years, row.rate, row.yield,
                                row.volatility}),
                row.value, row.tolerance)
        << row.spot << " " << row.strike << " " << row.volatility;
}

// Haug (1998), pages 11-16.
TEST(EuropeanGreeks, HaugsExamples) {
  const Option put{Payoff::put, 105, 100, 0.5, 0.1, 0.1, 0.36};
  EXPECT_NEAR(european_greeks(put).delta * put.spot / european_price(put), -4.8775, 1e-4);
  EXPECT_NEAR(european_greeks({Payoff::put, 55, 60, 0.75, 0.1, 0, 0.3}).vega, 18.9358, 1e-4);
  EXPECT_NEAR(european_greeks({Payoff::put, 430, 405, 1.0 / 12, 0.07, 0.05, 0.2}).theta / 365,
              -0.0855, 1e-4);
  EXPECT_NEAR(european_greeks({Payoff::call, 72, 75, 1, 0.09, 0, 0.19}).rho, 38.7325, 1e-4);
}

RC_GTEST_PROP(EuropeanGreeks, AreTheSlopesOfThePrice, ()) {
  const Option option = any_option();
  const Greeks greeks = european_greeks(option);
  const auto slope = [&](double Option::* by, double step) {
    Option up = option, down = option;
    up.*by += step;
    down.*by -= step;
    return (european_price(up) - european_price(down)) / (2 * step);
  };
  const auto near = [&](double exact, double estimate) {
    return std::abs(exact - estimate) <= 1e-5 * (option.strike + std::abs(exact));
  };
  RC_ASSERT(near(greeks.delta, slope(&Option::spot, 1e-5 * option.spot)));
  RC_ASSERT(near(greeks.vega, slope(&Option::volatility, 1e-5)));
  RC_ASSERT(near(greeks.theta, -slope(&Option::years, 1e-4 * option.years)));
  RC_ASSERT(near(greeks.rho, slope(&Option::rate, 1e-5)));
  RC_ASSERT(near(greeks.phi, slope(&Option::dividend_yield, 1e-5)));
  Option up = option, down = option;
  up.spot *= 1 + 1e-5;
  down.spot *= 1 - 1e-5;
  const double by_delta =
      (european_greeks(up).delta - european_greeks(down).delta) / (up.spot - down.spot);
  RC_ASSERT(std::abs(greeks.gamma - by_delta) <= 1e-6 + 1e-5 * greeks.gamma);
}

RC_GTEST_PROP(EuropeanPrice, PutCallParityAndBounds, ()) {
  const Option option = any_option();
  const double sign = option.payoff == Payoff::call ? 1 : -1;
  const double forward = option.spot * std::exp(-option.dividend_yield * option.years) -
                         option.strike * std::exp(-option.rate * option.years);
  const double price = european_price(option);
  RC_ASSERT(std::abs(price - european_price(the_other(option)) - sign * forward) <=
            1e-12 * (option.spot + option.strike));
  const Bounds bounds = european_bounds(option);
  RC_ASSERT(bounds.least - 1e-12 * option.spot <= price && price <= bounds.most);
}

// A put is a call on the strike, with rate and yield exchanged.
RC_GTEST_PROP(EuropeanPrice, PutCallSymmetry, ()) {
  const Option option = any_option();
  Option mirrored = the_other(option);
  std::swap(mirrored.spot, mirrored.strike);
  std::swap(mirrored.rate, mirrored.dividend_yield);
  RC_ASSERT(std::abs(european_price(option) - european_price(mirrored)) <=
            1e-12 * (option.spot + option.strike));
}

RC_GTEST_PROP(EuropeanImpliedVolatility, ComesBack, ()) {
  Option option = any_option();
  const double volatility = option.volatility;
  const double price = european_price(option);
  // Where a price hardly depends on the volatility, it hardly says which one it was.
  RC_PRE(price - european_bounds(option).least > 1e-6 * option.spot);
  option.volatility = 0;
  const auto implied = european_implied_volatility(option, price);
  RC_ASSERT(implied.has_value());
  option.volatility = *implied;
  RC_ASSERT(std::abs(european_price(option) - price) <= 1e-12 * (option.spot + option.strike));
  RC_ASSERT(std::abs(*implied - volatility) <= 1e-6);
}

TEST(EuropeanImpliedVolatility, FarOutOfTheMoneyToTheLastDigits) {
  const Option option{Payoff::put, 100, 50, 30.0 / 365, 0.04, 0, 0.45};
  const double price = european_price(option);
  ASSERT_LT(price, 1e-4);
  EXPECT_NEAR(european_implied_volatility(option, price).value(), 0.45, 1e-12);
}

TEST(EuropeanImpliedVolatility, NamesTheBounds) {
  const Option call{Payoff::call, 100, 90, 1, 0, 0, 0};
  for (const double price : {10.0, 9.0, 100.0, -1.0, std::nan("")}) {
    const auto implied = european_implied_volatility(call, price);
    ASSERT_FALSE(implied) << price;
    EXPECT_NE(implied.error().what.find("above 10.000000 and below 100.000000"), std::string::npos)
        << implied.error().what;
  }
  const auto beyond = european_implied_volatility({Payoff::call, 100, 100, 1e-6, 0, 0, 0}, 90);
  ASSERT_FALSE(beyond);
  EXPECT_NE(beyond.error().what.find("above 20"), std::string::npos);
}

RC_GTEST_PROP(EuropeanPrice, NothingButNumbersComesOut, ()) {
  Option option;
  option.payoff = *rc::gen::element(Payoff::call, Payoff::put);
  const auto exponent = [](double least, double most) {
    return std::exp(*between(std::log(least), std::log(most)));
  };
  option.spot = exponent(price_least, price_most * 0.999);
  option.strike = exponent(price_least, price_most * 0.999);
  option.years = exponent(1e-300, years_most * 0.999);
  option.rate = *between(-rate_most, rate_most);
  option.dividend_yield = *between(-rate_most, rate_most);
  option.volatility = exponent(volatility_least, volatility_most * 0.999);
  RC_PRE(check(option).has_value());
  const Greeks g = european_greeks(option);
  for (const double number : {european_price(option), g.delta, g.gamma, g.vega, g.theta, g.rho,
                              g.phi, european_bounds(option).least, european_bounds(option).most})
    RC_ASSERT(std::isfinite(number));
  const auto implied = european_implied_volatility(option, european_price(option));
  RC_ASSERT(!implied || std::isfinite(*implied));
}

}  // namespace
}  // namespace plimsoll::pricing
