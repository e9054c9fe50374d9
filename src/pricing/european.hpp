#pragma once
// European options in closed form: Black and Scholes (1973), Merton (1973); on a forward, Black
// (1976). Everything takes an option that `check` accepts, and then answers with finite numbers.

#include "pricing/option.hpp"

namespace plimsoll::pricing {

/// Dollars for one unit of the underlying.
double european_price(const Option& option);

/// Derivatives of the price, each by a whole one of what it is by: volatility and rates by 1.00
/// (not a per cent), time by a year that passes.
struct Greeks {
  double delta = 0;  // by the spot
  double gamma = 0;  // of delta, by the spot
  double vega = 0;   // by the volatility
  double theta = 0;  // as time passes; of a bought option mostly negative
  double rho = 0;    // by the rate
  double phi = 0;    // by the dividend yield
};
Greeks european_greeks(const Option& option);

/// Between which a price must lie for any volatility to explain it: what exercise at expiry is
/// worth today without volatility, and with no end of it.
struct Bounds {
  double least = 0;
  double most = 0;
};
Bounds european_bounds(const Option& option);

/// The volatility at which the option is worth `price`; its own is not read. `bad_input` naming the
/// bounds where there is none, or none from 0.0001 to 20.
Result<double> european_implied_volatility(const Option& option, double price);

}  // namespace plimsoll::pricing
