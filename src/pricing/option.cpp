#include "pricing/option.hpp"

#include <cmath>
#include <string>

#include "pricing/written.hpp"

namespace plimsoll::pricing {
namespace {

/// Says no of what is not a number too.
bool is_within(double least, double number, double most) {
  return least <= number && number <= most;
}

Result<void> check_price(const char* name, double price) {
  if (is_within(price_least, price, price_most)) return {};
  return fail(Reason::bad_input, std::string{name} + " is " + written(price) +
                                     "; it is a price above zero, at most 1e12");
}

Result<void> check_rate(const char* name, double rate) {
  if (is_within(-rate_most, rate, rate_most)) return {};
  return fail(Reason::bad_input, std::string{name} + " is " + written(rate) +
                                     "; write five per cent as 0.05, from -1 to 1");
}

}  // namespace

Result<void> check_but_volatility(const Option& option) {
  PLIMSOLL_TRY_VOID(check_price("the spot", option.spot));
  PLIMSOLL_TRY_VOID(check_price("the strike", option.strike));
  if (option.years <= 0)
    return fail(Reason::bad_input, "expired: " + written(option.years) +
                                       " years are left; leave it out, or write what is left "
                                       "of a day as a part of 365");
  if (!is_within(0, option.years, years_most))
    return fail(Reason::bad_input,
                "the time left is " + written(option.years) + " years; it is at most 200");
  PLIMSOLL_TRY_VOID(check_rate("the rate", option.rate));
  return check_rate("the dividend yield", option.dividend_yield);
}

Result<void> check(const Option& option) {
  PLIMSOLL_TRY_VOID(check_but_volatility(option));
  if (option.volatility == 0)
    return fail(Reason::bad_input,
                "the volatility is zero: write 20 per cent as 0.2, or the price instead");
  if (is_within(volatility_least, option.volatility, volatility_most)) return {};
  return fail(Reason::bad_input, "the volatility is " + written(option.volatility) +
                                     "; write 20 per cent as 0.2, from 0.0001 to 20");
}

}  // namespace plimsoll::pricing
