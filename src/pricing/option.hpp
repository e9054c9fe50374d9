#pragma once
// What an option is to a pricing function: numbers, and no instrument.

#include <cstdint>

#include "base/result.hpp"

namespace plimsoll::pricing {

enum class Payoff : std::uint8_t { call, put };

/// One option on one unit of what it is on. Rates are continuous and for a year of 365 days: 0.05
/// is five per cent. On a forward (Black 1976), the spot is the forward and the yield is the rate.
struct Option {
  Payoff payoff = Payoff::call;
  double spot = 0;
  double strike = 0;
  double years = 0;  // to expiry
  double rate = 0;
  double dividend_yield = 0;
  double volatility = 0;
};

/// What the functions here take. Outside of it a double could overflow, or an answer mean nothing.
inline constexpr double price_least = 1e-9, price_most = 1e12;  // of spot and strike
inline constexpr double years_most = 200;
inline constexpr double rate_most = 1;  // of a rate or a yield, either way
inline constexpr double volatility_least = 1e-4, volatility_most = 20;

/// `bad_input`, naming the first number that is outside: expired, no volatility, not a number.
Result<void> check(const Option& option);

/// The same of everything but the volatility, for who is looking for it.
Result<void> check_but_volatility(const Option& option);

}  // namespace plimsoll::pricing
