#include "pricing/reference_greeks.hpp"

#include <vector>

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::written;

/// Of second order, from prices either side.
double slope(const auto& worth, double step) { return (worth(step) - worth(-step)) / (2 * step); }

TEST(AmericanGreeks, AreTheSlopesOfThePrice) {
  for (const Option& option : testing::options_of_seed(21, 25, -0.01, 0.1)) {
    const Greeks greeks = american_greeks(option);
    const AmericanReference reference{option};
    const auto by = [&](double Option::* number, double step) {
      const auto worth = [&](double moved) {
        Option other = option;
        other.*number += moved;
        return american_reference(other).value();
      };
      return slope(worth, step);
    };
    const double day = 1e-3 * option.years, step = 1e-4 * option.spot;
    const auto at = [&](double moved) { return reference.price(option.spot + moved); };
    EXPECT_NEAR(greeks.delta, slope(at, step), 1e-5) << written(option);
    const auto delta = [&](double moved) { return reference.slopes(option.spot + moved).delta; };
    EXPECT_NEAR(greeks.gamma, slope(delta, step), 1e-5) << written(option);
    EXPECT_NEAR(greeks.theta, -by(&Option::years, day), 2e-4) << written(option);
    EXPECT_NEAR(greeks.vega, by(&Option::volatility, 1e-4), 1e-3) << written(option);
    EXPECT_NEAR(greeks.rho, by(&Option::rate, 2e-5), 1e-3) << written(option);
    EXPECT_NEAR(greeks.phi, by(&Option::dividend_yield, 2e-5), 1e-3) << written(option);
  }
}

TEST(AmericanGreeks, OfWhatIsExercisedAtOnce) {
  const Greeks put = american_greeks({Payoff::put, 40, 100, 1, 0.05, 0, 0.2});
  EXPECT_EQ(put.delta, -1);
  const Greeks call = american_greeks({Payoff::call, 250, 100, 1, 0.01, 0.08, 0.2});
  EXPECT_EQ(call.delta, 1);
  for (const double none : {put.gamma, put.theta, put.vega, put.rho, put.phi, call.gamma,
                            call.theta, call.vega, call.rho, call.phi})
    EXPECT_EQ(none, 0);
}

TEST(AmericanGreeks, BetweenTwoBoundariesThatMeet) {
  const Option put{Payoff::put, 80, 100, 5, -0.005, -0.01, 0.2};
  const Greeks greeks = american_greeks(put);
  const AmericanReference reference{put};
  const auto at = [&](double moved) { return reference.price(80 + moved); };
  EXPECT_NEAR(greeks.delta, slope(at, 0.01), 1e-6);
  const auto delta = [&](double moved) { return reference.slopes(80 + moved).delta; };
  EXPECT_NEAR(greeks.gamma, slope(delta, 0.01), 1e-6);
}

RC_GTEST_PROP(AmericanGreeks, AreNumbersAnywhereWithinTheLimits, ()) {
  const Option option = testing::any_within_limits();
  RC_PRE(check(option).has_value());
  const Greeks greeks = american_greeks(option);
  for (const double number :
       {greeks.delta, greeks.gamma, greeks.theta, greeks.vega, greeks.rho, greeks.phi})
    RC_ASSERT(std::isfinite(number));
}

/// The contract as it is after some time, its dividends nearer.
double value_later(Contract contract, double time) {
  std::vector<CashDividend> dividends{contract.dividends.begin(), contract.dividends.end()};
  for (CashDividend& dividend : dividends) dividend.years -= time;
  contract.dividends = dividends;
  contract.option.years -= time;
  return dividend_reference(contract).value();
}

TEST(EscrowedGreeks, AreTheSlopesOfThePrice) {
  const CashDividend dividends[] = {{0.3, 1}, {0.8, 2}};
  const Contract contract{
      {Payoff::put, 100, 95, 1, 0.04, 0.01, 0.3}, Exercise::european, dividends};
  const Greeks greeks = escrowed_greeks(contract);
  const auto by = [&](double Option::* number, double step) {
    const auto worth = [&](double moved) {
      Contract other = contract;
      other.option.*number += moved;
      return dividend_reference(other).value();
    };
    return slope(worth, step);
  };
  EXPECT_NEAR(greeks.delta, by(&Option::spot, 0.05), 1e-5);
  EXPECT_NEAR(greeks.vega, by(&Option::volatility, 1e-3), 2e-3);
  EXPECT_NEAR(greeks.rho, by(&Option::rate, 5e-4), 2e-3);
  EXPECT_NEAR(greeks.phi, by(&Option::dividend_yield, 5e-4), 2e-3);
  const auto later = [&](double time) { return value_later(contract, time); };
  EXPECT_NEAR(greeks.theta, slope(later, 2e-3), 1e-3);
}

}  // namespace
}  // namespace plimsoll::pricing
