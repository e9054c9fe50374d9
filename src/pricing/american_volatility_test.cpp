#include "pricing/american_volatility.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "pricing/american.hpp"

namespace plimsoll::pricing {
namespace {

/// Options of one expiry, struck from far below the spot to far above.
std::vector<Option> chain(Payoff payoff, double years, double volatility) {
  std::vector<Option> options;
  for (int i = -6; i <= 6; ++i) {
    const double place = i / 6.0;
    const double strike = 100 * std::exp(2 * place * volatility * std::sqrt(years));
    options.push_back({payoff, 100, strike, years, 0.045, 0.03,
                       volatility * (1 + 0.15 * place * place - 0.1 * place)});
  }
  return options;
}

std::vector<double> prices_of(const std::vector<Option>& options) {
  const std::vector<double> where_they_are{0.0};
  std::vector<double> prices(options.size());
  Americans{options, 1e-4}.prices(where_they_are, prices);
  return prices;
}

std::vector<std::optional<double>> implied(const std::vector<Option>& options,
                                           const std::vector<double>& prices) {
  const Option& first = options.front();
  std::vector<double> strikes;
  for (const Option& option : options) strikes.push_back(option.strike);
  std::vector<std::optional<double>> volatilities(options.size());
  const BoundarySlice slice{first.payoff, first.years, first.rate, first.dividend_yield};
  slice.implied_volatilities(first.spot, strikes, prices, volatilities);
  return volatilities;
}

double over_exercise(const Option& option, double price) {
  const double exercise =
      option.payoff == Payoff::call ? option.spot - option.strike : option.strike - option.spot;
  return price - std::max(exercise, 0.0);
}

TEST(AmericanVolatility, ComesBackAndIsWorthThePrice) {
  for (const Payoff payoff : {Payoff::call, Payoff::put})
    for (const double years : {10 / 365.0, 0.5, 2.0})
      for (const double volatility : {0.12, 0.3, 0.9}) {
        std::vector<Option> options = chain(payoff, years, volatility);
        const std::vector<double> prices = prices_of(options);
        const auto found = implied(options, prices);
        std::vector<Option> again = options;
        for (std::size_t i = 0; i < options.size(); ++i) {
          // Nearer to exercise than floats can tell, it is for a slower search to find.
          if (over_exercise(options[i], prices[i]) < 3e-4) continue;
          ASSERT_TRUE(found[i]) << years << ' ' << volatility << ' ' << options[i].strike;
          again[i].volatility = *found[i];
        }
        const std::vector<double> repriced = prices_of(again);
        for (std::size_t i = 0; i < options.size(); ++i)
          EXPECT_NEAR(repriced[i], prices[i], 2e-4) << years << ' ' << options[i].strike;
        EXPECT_NEAR(again[6].volatility, options[6].volatility, 1e-5);
      }
}

TEST(AmericanVolatility, DoesNotDependOnTheNeighbours) {
  const std::vector<Option> options = chain(Payoff::put, 0.75, 0.35);
  const std::vector<double> prices = prices_of(options);
  const auto together = implied(options, prices);
  for (std::size_t i = 0; i < options.size(); ++i)
    EXPECT_EQ(implied({options[i]}, {prices[i]})[0], together[i]) << i;
}

TEST(AmericanVolatility, NoneWhereNoneExplainsThePrice) {
  const std::vector<Option> options = chain(Payoff::put, 0.5, 0.3);
  const std::vector<double> too_dear(options.size(), 99.0), worthless(options.size(), 0.0);
  for (const auto& found : implied(options, too_dear)) EXPECT_FALSE(found);
  for (const auto& found : implied(options, worthless)) EXPECT_FALSE(found);
}

TEST(AmericanVolatility, CoversWhereExerciseMayPayAndErrorsAreKnown) {
  EXPECT_TRUE(BoundarySlice::covers(Payoff::put, 1, 0.05, 0.02));
  EXPECT_FALSE(BoundarySlice::covers(Payoff::call, 1, 0.05, 0));       // is never exercised
  EXPECT_FALSE(BoundarySlice::covers(Payoff::put, 1, -0.005, -0.01));  // has two boundaries
  EXPECT_FALSE(BoundarySlice::covers(Payoff::put, 5, 0.05, 0.02));     // not measured
}

}  // namespace
}  // namespace plimsoll::pricing
