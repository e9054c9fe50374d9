#include "pricing/value.hpp"

#include <algorithm>
#include <cmath>

#include "pricing/american_reference.hpp"

namespace plimsoll::pricing {
namespace {

double present_value(std::span<const CashDividend> dividends, double rate) {
  double present = 0;
  for (const auto& [years, amount] : dividends) present += amount * std::exp(-rate * years);
  return present;
}

/// Without its dividends, where they cannot make early exercise pay.
Option stripped(const Contract& contract) {
  Option option = contract.option;
  option.spot -= present_value(contract.dividends, option.rate);
  return option;
}

Result<double> unchecked(const Contract& contract) {
  if (contract.exercise == Exercise::european) return european_price(stripped(contract));
  if (!contract.dividends.empty())
    return fail(Reason::not_covered, "american options with cash dividends are not priced yet");
  return american_reference(contract.option);
}

}  // namespace

Result<double> value(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check(contract));
  return unchecked(contract);
}

Result<void> values_at(const Contract& contract, std::span<const double> spots,
                       std::span<double> values) {
  Contract moved = contract;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    moved.option.spot = spots[i];
    PLIMSOLL_TRY(worth, value(moved));
    values[i] = worth;
  }
  return {};
}

Result<Greeks> greeks(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check(contract));
  if (contract.exercise == Exercise::european) return european_greeks(stripped(contract));
  return fail(Reason::not_covered, "derivatives of american options are not computed yet");
}

Result<Bounds> bounds(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check_but_volatility(contract));
  Bounds found = european_bounds(stripped(contract));
  if (contract.exercise == Exercise::european) return found;
  const bool call = contract.option.payoff == Payoff::call;
  const double now = call ? contract.option.spot - contract.option.strike
                          : contract.option.strike - contract.option.spot;
  found.least = std::max(found.least, now);
  found.most = std::max(found.most, call ? contract.option.spot : contract.option.strike);
  return found;
}

Result<double> implied_volatility(const Contract& contract, double price) {
  PLIMSOLL_TRY(between, bounds(contract));
  if (contract.exercise == Exercise::european)
    return european_implied_volatility(stripped(contract), price);
  if (!(between.least < price && price < between.most))
    return fail(Reason::bad_input, "no volatility explains a price of " + std::to_string(price) +
                                       ": it must lie above " + std::to_string(between.least) +
                                       " and below " + std::to_string(between.most));
  double low = volatility_least, high = 5;
  Contract at = contract;
  for (int step = 0; step < 60 && high - low > 1e-9; ++step) {
    at.option.volatility = 0.5 * (low + high);
    PLIMSOLL_TRY(worth, unchecked(at));
    (worth < price ? low : high) = at.option.volatility;
  }
  return 0.5 * (low + high);
}

}  // namespace plimsoll::pricing
