#include "pricing/dividend_reference.hpp"

#include <utility>

#include "pricing/american_reference.hpp"
#include "pricing/european.hpp"
#include "pricing/normal.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::written;

/// At `now`, of the dividends still to come; one that is paid then is still in the first, and out
/// of the second.
std::pair<double, double> present_values(const Contract& contract, double now) {
  double before = 0, after = 0;
  for (const auto& [years, amount] : contract.dividends) {
    const double worth = amount * std::exp(-contract.option.rate * (years - now));
    if (years > now - 1e-9) before += worth;
    if (years > now + 1e-9) after += worth;
  }
  return {before, after};
}

/// The tree of Cox, Ross and Rubinstein on the spot without its dividends, as textbooks draw it.
double textbook_tree(const Contract& contract, int steps) {
  const Option& option = contract.option;
  const double apart = option.years / steps;
  const double up = std::exp(option.volatility * std::sqrt(apart));
  const double grown = std::exp((option.rate - option.dividend_yield) * apart);
  const double chance = (grown - 1 / up) / (up - 1 / up), discount = std::exp(-option.rate * apart);
  const double start = option.spot - present_values(contract, 0).second;
  const double sign = option.payoff == Payoff::call ? 1 : -1;
  std::vector<double> values(static_cast<std::size_t>(steps) + 1);
  for (int step = steps; step >= 0; --step) {
    const auto [before, after] = present_values(contract, step * apart);
    for (int j = 0; j <= step; ++j) {
      const auto node = static_cast<std::size_t>(j);
      const double spot = start * std::pow(up, 2 * j - step);
      const double kept =
          step == steps ? 0 : discount * (chance * values[node + 1] + (1 - chance) * values[node]);
      values[node] = std::max(
          {kept, sign * (spot + before - option.strike), sign * (spot + after - option.strike)});
    }
  }
  return values[0];
}

/// A call without yield is exercised just before its one dividend or not at all (Roll 1977, Geske
/// 1979, Whaley 1981): an integral over that day's spot, cut where both are worth the same.
double call_with_one_dividend(const Option& call, const CashDividend& dividend) {
  const double deviation = call.volatility * std::sqrt(dividend.years);
  const double middle =
      std::log(call.spot - dividend.amount * std::exp(-call.rate * dividend.years)) +
      call.rate * dividend.years - 0.5 * deviation * deviation;
  const auto kept = [&](double z) {
    Option later = call;
    later.spot = std::exp(middle + deviation * z);
    later.years -= dividend.years;
    return european_price(later);
  };
  const auto exercised = [&](double z) {
    return std::exp(middle + deviation * z) + dividend.amount - call.strike;
  };
  double low = -10, high = 10;
  for (int step = 0; step < 100; ++step) {
    const double half = 0.5 * (low + high);
    (exercised(half) > kept(half) ? high : low) = half;
  }
  const GaussRule rule{20};
  const auto integral = [&](double from, double to, const auto& worth) {
    constexpr int pieces = 100;
    const double half = 0.5 * (to - from) / pieces;
    double sum = 0;
    for (int piece = 0; piece < pieces; ++piece)
      for (std::size_t k = 0; k < rule.points.size(); ++k) {
        const double z = from + half * (2 * piece + 1 + rule.points[k]);
        sum += rule.weights[k] * half * worth(z) * normal_density(z);
      }
    return sum;
  };
  return std::exp(-call.rate * dividend.years) *
         (integral(-10, low, kept) + integral(low, 10, exercised));
}

double price(const Contract& contract, const GridSize& size = {}) {
  return dividend_reference(contract, size).value();
}

// Hull, Options, Futures and Other Derivatives, chapter on binomial trees: a put with a dividend of
// 2.06 in three and a half months, and one without, by trees of so many steps.
TEST(DividendReference, HullsTrees) {
  const Option put{Payoff::put, 50, 50, 5.0 / 12, 0.1, 0, 0.4};
  const Contract plain{put, Exercise::american};
  EXPECT_NEAR(textbook_tree(plain, 5), 4.49, 0.005);
  EXPECT_NEAR(textbook_tree(plain, 30), 4.263, 0.0005);
  EXPECT_NEAR(textbook_tree(plain, 50), 4.272, 0.0005);
  EXPECT_NEAR(textbook_tree(plain, 500), 4.283, 0.0005);
  EXPECT_NEAR(price(plain), 4.284, 0.0005);
  const CashDividend dividend{3.5 / 12, 2.06};
  Contract paying{put, Exercise::american, {&dividend, 1}};
  paying.option.spot = 52;
  EXPECT_NEAR(textbook_tree(paying, 100), 4.214, 0.0005);
  EXPECT_NEAR(textbook_tree(paying, 1000), price(paying), 0.001);
}

TEST(DividendReference, WithoutDividendsIsTheAmericanReference) {
  for (const Option& option : testing::options_of_seed(3, 6, -0.01, 0.1))
    EXPECT_NEAR(price({option, Exercise::american}), american_reference(option).value(), 1e-5)
        << written(option);
}

TEST(DividendReference, OfACallWithOneDividendIsInClosedForm) {
  for (Option option : testing::options_of_seed(4, 6, 0, 0.1)) {
    option.payoff = Payoff::call;
    option.dividend_yield = 0;
    const CashDividend dividend{option.years * 0.6, 2};
    const double exact = std::max(call_with_one_dividend(option, dividend), option.spot - 100);
    EXPECT_NEAR(price({option, Exercise::american, {&dividend, 1}}), exact, 2e-6)
        << written(option);
  }
}

TEST(DividendReference, HasConverged) {
  for (const Option& option : testing::options_of_seed(5, 2, -0.01, 0.1)) {
    const CashDividend dividends[] = {
        {0.2 * option.years, 1}, {0.5 * option.years, 0.5}, {0.9 * option.years, 2}};
    const Contract contract{option, Exercise::american, dividends};
    EXPECT_NEAR(price(contract), price(contract, {.spots = 4500, .times = 1200}), 1e-5)
        << written(option);
  }
}

TEST(DividendReference, EuropeanIsOnTheSpotWithoutDividends) {
  const CashDividend dividends[] = {{0.25, 1}, {0.75, 2}};
  const Option option{Payoff::call, 100, 95, 1, 0.04, 0.01, 0.25};
  Option stripped = option;
  stripped.spot -= 1 * std::exp(-0.01) + 2 * std::exp(-0.03);
  EXPECT_NEAR(price({option, Exercise::european, dividends}), european_price(stripped), 1e-12);
}

// Deep in the money a day before a large dividend, a call is taken with it.
TEST(DividendReference, ACallIsExercisedForItsDividend) {
  const CashDividend dividend{1.0 / 365, 5};
  const Contract call{
      {Payoff::call, 150, 100, 0.1, 0.02, 0, 0.2}, Exercise::american, {&dividend, 1}};
  EXPECT_NEAR(price(call), 50 + 100 * (1 - std::exp(-0.02 / 365)), 1e-5);
  // On the day of expiry too, which the European does not see.
  const CashDividend last{0.1, 5};
  const Contract until{{Payoff::call, 150, 100, 0.1, 0.02, 0, 0.2}, Exercise::american, {&last, 1}};
  EXPECT_NEAR(price(until), 150 - 100 * std::exp(-0.002), 1e-5);
}

TEST(DividendReference, ReadsAnySpotFromOneGrid) {
  const CashDividend dividend{0.4, 2};
  Contract contract{
      {Payoff::put, 100, 100, 1, 0.05, 0.01, 0.3}, Exercise::american, {&dividend, 1}};
  const DividendReference reference{contract};
  for (const double spot : {70.0, 93.3, 130.0}) {
    contract.option.spot = spot;
    EXPECT_NEAR(reference.price(spot), price(contract), 2e-5) << spot;
  }
}

// A put far in the money is exercised once the dividend is out, wherever its grid ends.
TEST(DividendReference, BeyondItsGridExerciseOnADateIsSure) {
  const CashDividend dividend{5.0 / 365, 1.684};
  Contract contract{
      {Payoff::put, 336.81, 348.23, 7.0 / 365, 0.043, 0, 0.18}, Exercise::american, {&dividend, 1}};
  const DividendReference reference{contract};
  contract.option.spot = 286;
  EXPECT_NEAR(reference.price(286), price(contract), 1e-6);
}

RC_GTEST_PROP(DividendReference, AnswersAnythingWithinTheLimits, ()) {
  const Option option = testing::any_within_limits();
  const CashDividend dividend{option.years * *testing::between(0.01, 1),
                              option.spot * *testing::between(0.001, 0.9)};
  const Contract contract{option, Exercise::american, {&dividend, 1}};
  RC_PRE(check(contract).has_value());
  const double value = price(contract, {.spots = 200, .times = 48});
  RC_ASSERT(std::isfinite(value));
  RC_ASSERT(value >= 0);
}

TEST(DividendReference, RefusesWhatCheckRefuses) {
  const CashDividend late{2, 1};
  const auto refused =
      dividend_reference({{Payoff::put, 100, 100, 1, 0, 0, 0.2}, Exercise::american, {&late, 1}});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("after expiry"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::pricing
