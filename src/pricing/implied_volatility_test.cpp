#include "pricing/implied_volatility.hpp"

#include "pricing/testing.hpp"
#include "pricing/value.hpp"

namespace plimsoll::pricing {
namespace {

using testing::written;

/// Parts of spot and strike that a repriced contract misses its price by.
double missed(Contract contract) {
  const double price = value(contract).value();
  const Result<Bounds> between = bounds(contract);
  if (!(price > between->least && price < between->most)) return 0;
  const double scale = contract.option.spot + contract.option.strike;
  contract.option.volatility = 0;
  const auto implied = american_implied_volatility(contract, price);
  if (!implied) {
    EXPECT_NE(implied.error().what.find("would need a volatility below"), std::string::npos);
    return 0;
  }
  contract.option.volatility = std::clamp(*implied, volatility_least, volatility_most);
  return std::abs(value(contract).value() - price) / scale;
}

TEST(AmericanImpliedVolatility, RepricesByBoundaries) {
  for (const Option& option : testing::options_of_seed(41, 60, -0.01, 0.1))
    EXPECT_LE(missed({option, Exercise::american}), 1e-8) << written(option);
}

TEST(AmericanImpliedVolatility, RepricesByTheReferenceElsewhere) {
  for (Option option : testing::options_of_seed(42, 12, -0.1, 0.2)) {
    option.years *= 3;
    EXPECT_LE(missed({option, Exercise::american}), 1e-9) << written(option);
  }
}

TEST(AmericanImpliedVolatility, RepricesWithDividends) {
  for (const Option& option : testing::options_of_seed(43, 40, -0.01, 0.1)) {
    const CashDividend dividends[] = {
        {0.2 * option.years, 1}, {0.5 * option.years, 0.5}, {0.9 * option.years, 2}};
    EXPECT_LE(missed({option, Exercise::american, dividends}), 2e-6) << written(option);
  }
}

TEST(AmericanImpliedVolatility, ComesBackOnTheLastDay) {
  const CashDividend dividend{0.5 / 365, 1};
  for (const double volatility : {0.1, 0.3, 1.2, 4.0}) {
    const Option option{Payoff::put, 100.5, 100, 1.0 / 365, 0.05, 0, volatility};
    for (const Contract& contract : {Contract{option, Exercise::american},
                                     Contract{option, Exercise::american, {&dividend, 1}}})
      EXPECT_NEAR(american_implied_volatility(contract, value(contract).value()).value(),
                  volatility, contract.dividends.empty() ? 1e-6 : 1e-4);
  }
}

RC_GTEST_PROP(AmericanImpliedVolatility, RepricesAnythingWithDividends, ()) {
  const Option option = testing::any_option();
  const CashDividend dividends[] = {{option.years * *testing::between(0.01, 0.5), 0.5},
                                    {option.years * *testing::between(0.51, 1), 0.5}};
  RC_ASSERT(missed({option, Exercise::american, dividends}) <= 1e-5);
}

}  // namespace
}  // namespace plimsoll::pricing
