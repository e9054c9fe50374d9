#include "pricing/grid_value.hpp"

#include <array>

#include "pricing/dividend_reference.hpp"
#include "pricing/reference_greeks.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

const std::array<CashDividend, 2> dividends{{{0.3, 1}, {0.8, 2}}};

TEST(GridValue, ReadsEachSpotByItself) {
  const Contract contract{{Payoff::put, 1, 95, 1, 0.04, 0, 0.3}, Exercise::american, dividends};
  std::array<double, 20> spots{}, values{};
  for (std::size_t i = 0; i < spots.size(); ++i) spots[i] = 20 + 10 * static_cast<double>(i);
  grid_values(contract, spots, values);
  const DividendReference reference{
      {{Payoff::put, 95, 95, 1, 0.04, 0, 0.3}, Exercise::american, dividends}};
  for (std::size_t i = 0; i < spots.size(); ++i) {
    double alone = 0;
    grid_values(contract, {&spots[i], 1}, {&alone, 1});
    EXPECT_EQ(alone, values[i]);
    EXPECT_NEAR(alone, reference.price(spots[i]), 2e-3) << spots[i];
  }
}

TEST(GridGreeks, AreTheSlopesOfTheReference) {
  for (const Payoff payoff : {Payoff::call, Payoff::put})
    for (const double strike : {80.0, 105.0}) {
      const Contract contract{
          {payoff, 100, strike, 1, 0.04, 0.01, 0.3}, Exercise::american, dividends};
      const Greeks greeks = grid_greeks(contract);
      const auto by = [&](double Option::* number, double step) {
        const auto worth = [&](double moved) {
          Contract other = contract;
          other.option.*number += moved;
          return dividend_reference(other, {.spots = 1500, .times = 400}).value();
        };
        return (worth(step) - worth(-step)) / (2 * step);
      };
      EXPECT_NEAR(greeks.delta, by(&Option::spot, 0.3), 2e-4);
      EXPECT_NEAR(greeks.vega, by(&Option::volatility, 3e-3), 3e-2);
      EXPECT_NEAR(greeks.rho, by(&Option::rate, 1e-3), 0.1);
      EXPECT_NEAR(greeks.phi, by(&Option::dividend_yield, 1e-3), 0.1);
    }
}

// Where there are none, by the other way.
TEST(GridGreeks, WithoutDividendsAreTheOthers) {
  const Option put{Payoff::put, 98, 100, 0.75, 0.05, 0.02, 0.35};
  const Greeks greeks = grid_greeks({put, Exercise::american}), other = american_greeks(put);
  EXPECT_NEAR(greeks.delta, other.delta, 1e-4);
  EXPECT_NEAR(greeks.gamma, other.gamma, 1e-4);
  EXPECT_NEAR(greeks.theta, other.theta, 1e-2);
  EXPECT_NEAR(greeks.vega, other.vega, 3e-2);
  EXPECT_NEAR(greeks.rho, other.rho, 0.1);
  EXPECT_NEAR(greeks.phi, other.phi, 0.1);
}

TEST(GridGreeks, OfWhatIsExercisedAtOnce) {
  const CashDividend soon{0.001, 5};
  const Greeks put = grid_greeks(
      {{Payoff::put, 40, 100, 1, 0.05, 0, 0.2}, Exercise::american, {&dividends[1], 1}});
  EXPECT_NEAR(put.delta, -1, 1e-9);
  EXPECT_EQ(put.vega, 0);
  const Greeks call =
      grid_greeks({{Payoff::call, 250, 100, 1, 0.01, 0, 0.2}, Exercise::american, {&soon, 1}});
  EXPECT_NEAR(call.delta, 1, 1e-6);
}

RC_GTEST_PROP(GridGreeks, AreNumbersAnywhereWithinTheLimits, ()) {
  const Option option = testing::any_within_limits();
  const CashDividend dividend{option.years * *testing::between(0.01, 1),
                              option.spot * *testing::between(0.001, 0.9)};
  const Contract contract{option, Exercise::american, {&dividend, 1}};
  RC_PRE(check(contract).has_value());
  const Greeks greeks = grid_greeks(contract);
  for (const double number :
       {greeks.delta, greeks.gamma, greeks.theta, greeks.vega, greeks.rho, greeks.phi})
    RC_ASSERT(std::isfinite(number));
}

}  // namespace
}  // namespace plimsoll::pricing
