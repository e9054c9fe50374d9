#include "pricing/contract.hpp"

#include <cmath>
#include <string>

#include "pricing/written.hpp"

namespace plimsoll::pricing {
namespace {

Result<void> check_dividends(const Contract& contract) {
  double before = 0, present = 0;
  for (const auto& [years, amount] : contract.dividends) {
    if (!(amount > 0 && amount <= price_most))
      return fail(Reason::bad_input,
                  "a dividend is " + written(amount) + "; it is cash above zero, at most 1e12");
    if (!(years > 0))
      return fail(Reason::bad_input,
                  "a dividend is paid " + written(years) +
                      " years from now; one that is already paid is in the spot: leave it out");
    if (!(years >= before))
      return fail(Reason::bad_input, "the dividends are out of order; write the earliest first");
    if (!(years <= contract.option.years))
      return fail(Reason::bad_input, "a dividend is paid " + written(years) +
                                         " years from now, after expiry: leave it out");
    before = years;
    present += amount * std::exp(-contract.option.rate * years);
  }
  if (!contract.dividends.empty() && !(contract.option.spot - present >= price_least))
    return fail(Reason::bad_input,
                "the dividends are worth " + written(present) + " today, the spot or more: " +
                    written(contract.option.spot) + "; correct them, or write a dividend yield");
  return {};
}

}  // namespace

Result<void> check(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check(contract.option));
  return check_dividends(contract);
}

Result<void> check_but_volatility(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check_but_volatility(contract.option));
  return check_dividends(contract);
}

}  // namespace plimsoll::pricing
