#include "pricing/european.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace plimsoll::pricing {
namespace {

double normal_below(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }
double normal_density(double x) {
  return std::exp(-0.5 * x * x) / (std::numbers::sqrt2 * std::sqrt(std::numbers::pi));
}

/// Present values of one unit of the underlying and of the strike.
struct Present {
  double underlying, strike;
  explicit Present(const Option& option)
      : underlying{option.spot * std::exp(-option.dividend_yield * option.years)},
        strike{option.strike * std::exp(-option.rate * option.years)} {}
};

/// d1 and d2 of the formula.
struct Moneyness {
  double plus, minus;
  Moneyness(const Option& option, double volatility) {
    const double deviation = volatility * std::sqrt(option.years);
    const double drift = (option.rate - option.dividend_yield) * option.years;
    const double middle = (std::log(option.spot / option.strike) + drift) / deviation;
    plus = middle + 0.5 * deviation;
    minus = middle - 0.5 * deviation;
  }
};

double price_at(const Option& option, double volatility) {
  const Present present{option};
  const Moneyness d{option, volatility};
  const double sign = option.payoff == Payoff::call ? 1 : -1;
  const double price = sign * (present.underlying * normal_below(sign * d.plus) -
                               present.strike * normal_below(sign * d.minus));
  return std::max(price, 0.0);
}

double vega_at(const Option& option, double volatility) {
  const Moneyness d{option, volatility};
  return Present{option}.underlying * normal_density(d.plus) * std::sqrt(option.years);
}

/// The call and the put of one strike have one volatility; the one out of the money has no
/// intrinsic value in which its price could drown.
Option out_of_the_money(const Option& option) {
  Option other = option;
  const Present present{option};
  other.payoff = present.underlying < present.strike ? Payoff::call : Payoff::put;
  return other;
}

Error without_volatility(double price, const Bounds& bounds) {
  return {Reason::bad_input,
          "no volatility explains a price of " + std::to_string(price) + ": it must lie above " +
              std::to_string(bounds.least) + " and below " + std::to_string(bounds.most),
          {}};
}

/// Newton's steps on the logarithm of the price, which is nearly straight where prices are small,
/// inside a bracket that every step narrows.
double solved(const Option& option, double price) {
  double low = volatility_least, high = volatility_most;
  const double log_moneyness =
      std::log(option.spot / option.strike) + (option.rate - option.dividend_yield) * option.years;
  // Where vega is greatest.
  double at = std::clamp(std::sqrt(2 * std::abs(log_moneyness) / option.years), 0.2, 2.0);
  constexpr int steps_most = 200;  // halving alone needs 60
  for (int step = 0; step < steps_most; ++step) {
    const double found = price_at(option, at);
    if (found == price) break;
    (found < price ? low : high) = at;
    double next = at + std::log(price / found) * found / vega_at(option, at);
    if (!(low < next && next < high)) next = 0.5 * (low + high);
    if (std::abs(next - at) <= 1e-15 * at) break;
    at = next;
  }
  return at;
}

}  // namespace

double european_price(const Option& option) { return price_at(option, option.volatility); }

Greeks european_greeks(const Option& option) {
  const Present present{option};
  const Moneyness d{option, option.volatility};
  const double sign = option.payoff == Payoff::call ? 1 : -1;
  const double root = std::sqrt(option.years);
  const double density = normal_density(d.plus);
  const double underlying = sign * present.underlying * normal_below(sign * d.plus);
  const double strike = sign * present.strike * normal_below(sign * d.minus);
  Greeks greeks;
  greeks.delta = underlying / option.spot;
  greeks.gamma =
      present.underlying * density / (option.spot * option.spot * option.volatility * root);
  greeks.vega = present.underlying * density * root;
  greeks.theta = option.dividend_yield * underlying - option.rate * strike -
                 0.5 * option.volatility * present.underlying * density / root;
  greeks.rho = option.years * strike;
  greeks.phi = -option.years * underlying;
  return greeks;
}

Bounds european_bounds(const Option& option) {
  const Present present{option};
  const bool call = option.payoff == Payoff::call;
  const double exercise =
      call ? present.underlying - present.strike : present.strike - present.underlying;
  return {std::max(exercise, 0.0), call ? present.underlying : present.strike};
}

Result<double> european_implied_volatility(const Option& option, double price) {
  PLIMSOLL_TRY_VOID(check_but_volatility(option));
  const Bounds bounds = european_bounds(option);
  if (!(bounds.least < price && price < bounds.most))
    return std::unexpected{without_volatility(price, bounds)};
  const Option outside = out_of_the_money(option);
  // By put-call parity: what is above the present value of exercise is the other one's price.
  const double time_value = price - bounds.least;
  if (!(price_at(outside, volatility_least) < time_value) ||
      !(time_value < price_at(outside, volatility_most)))
    return fail(Reason::bad_input, "a price of " + std::to_string(price) +
                                       " would need a volatility below 0.0001 or above 20");
  return solved(outside, time_value);
}

}  // namespace plimsoll::pricing
