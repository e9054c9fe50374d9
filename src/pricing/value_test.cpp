#include "pricing/value.hpp"

#include <array>
#include <string>

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

constexpr Option put{Payoff::put, 90, 100, 0.5, 0.05, 0.01, 0.3};
constexpr CashDividend dividend{0.2, 2};

TEST(Value, ChoosesTheMethodThatSuits) {
  EXPECT_EQ(value({put}).value(), european_price(put));
  EXPECT_NEAR(value({put, Exercise::american}).value(), american_reference(put).value(), 1e-4);
  const Contract paying{put, Exercise::american, {&dividend, 1}};
  EXPECT_NEAR(value(paying).value(), dividend_reference(paying).value(), 1e-4);
  Option stripped = put;
  stripped.spot -= 2 * std::exp(-0.01);
  EXPECT_NEAR(value({put, Exercise::european, {&dividend, 1}}).value(), european_price(stripped),
              1e-12);
}

TEST(Value, AtManySpotsIsThatAtEach) {
  for (const Exercise exercise : {Exercise::european, Exercise::american})
    for (const Payoff payoff : {Payoff::call, Payoff::put}) {
      Contract contract{put, exercise};
      contract.option.payoff = payoff;
      const std::array spots{70.0, 90.0, 100.0, 130.0};
      std::array<double, 4> values{};
      ASSERT_TRUE(values_at(contract, spots, values));
      for (std::size_t i = 0; i < spots.size(); ++i) {
        contract.option.spot = spots[i];
        EXPECT_NEAR(values[i], value(contract).value(), 1e-4) << spots[i];
      }
    }
  std::array<double, 2> values{};
  const auto refused = values_at({put}, std::array{90.0, -1.0}, values);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("the spot is -1"), std::string::npos);
}

TEST(Value, GreeksOfEveryKind) {
  for (const Exercise exercise : {Exercise::european, Exercise::american}) {
    const Greeks plain = greeks({put, exercise}).value();
    const Greeks paying = greeks({put, exercise, {&dividend, 1}}).value();
    EXPECT_LT(paying.delta, plain.delta);  // further in the money
    for (const Greeks& some : {plain, paying}) {
      EXPECT_LT(some.delta, 0);
      EXPECT_GT(some.gamma, 0);
      EXPECT_GT(some.vega, 0);
      EXPECT_LT(some.rho, 0);
      EXPECT_GT(some.phi, 0);
    }
  }
  EXPECT_FALSE(greeks({{}, Exercise::american}));
}

TEST(Value, ImpliedVolatilityComesBack) {
  for (const Exercise exercise : {Exercise::european, Exercise::american})
    for (const double volatility : {0.1, 0.3, 1.2}) {
      Contract contract{put, exercise};
      contract.option.volatility = volatility;
      contract.option.spot = 101;
      const double price = value(contract).value();
      contract.option.volatility = 0;
      EXPECT_NEAR(implied_volatility(contract, price).value(), volatility, 1e-6);
    }
}

TEST(Value, ImpliedVolatilityNamesTheBounds) {
  const Contract contract{put, Exercise::american};
  for (const double price : {9.0, 10.0, 100.0, std::nan("")}) {
    const auto refused = implied_volatility(contract, price);
    ASSERT_FALSE(refused) << price;
    EXPECT_NE(refused.error().what.find("above 10.000000 and below 100.000000"), std::string::npos)
        << refused.error().what;
  }
  const auto beyond =
      implied_volatility({{Payoff::call, 100, 100, 1e-6, 0, 0.1, 0}, Exercise::american}, 90);
  ASSERT_FALSE(beyond);
  EXPECT_NE(beyond.error().what.find("above 20"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::pricing
