#include "pricing/value.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"
#include "pricing/reference_greeks.hpp"

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
  return contract.dividends.empty() ? american_reference(contract.option)
                                    : dividend_reference(contract);
}

/// By false position in the logarithm of the volatility: the end that stays counts for half each
/// time, so that both close in.
Result<double> american_implied_volatility(const Contract& contract, double price) {
  const auto missing = [&](double log_volatility) -> Result<double> {
    Contract at = contract;
    at.option.volatility = std::clamp(std::exp(log_volatility), volatility_least, volatility_most);
    PLIMSOLL_TRY(worth, unchecked(at));
    return worth - price;
  };
  double low = std::log(volatility_least), high = std::log(volatility_most);
  PLIMSOLL_TRY(at_low, missing(low));
  PLIMSOLL_TRY(at_high, missing(high));
  if (!(at_low < 0 && 0 < at_high))
    return fail(Reason::bad_input, "a price of " + std::to_string(price) +
                                       " would need a volatility below 0.0001 or above 20");
  constexpr int steps_most = 100;
  constexpr double still = 1e-12;
  for (int step = 0; step < steps_most && high - low > still; ++step) {
    const double secant = (low * at_high - high * at_low) / (at_high - at_low);
    // Halved now and then, where the price is nearly flat at one end.
    const double next = step % 3 == 2 ? 0.5 * (low + high) : std::clamp(secant, low, high);
    PLIMSOLL_TRY(at_next, missing(next));
    if (at_next == 0) return std::exp(next);
    if (at_next < 0) {
      low = next;
      at_low = at_next;
      at_high *= 0.5;
    } else {
      high = next;
      at_high = at_next;
      at_low *= 0.5;
    }
  }
  return std::exp(0.5 * (low + high));
}

}  // namespace

Result<double> value(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check(contract));
  return unchecked(contract);
}

Result<void> values_at(const Contract& contract, std::span<const double> spots,
                       std::span<double> values) {
  Contract moved = contract;
  for (const double spot : spots) {
    moved.option.spot = spot;
    PLIMSOLL_TRY_VOID(check(moved));
  }
  // Without dividends one boundary serves every spot; a grid is best in its middle.
  std::optional<AmericanReference> american;
  if (contract.exercise == Exercise::american && contract.dividends.empty())
    american.emplace(contract.option);
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (american) {
      values[i] = american->price(spots[i]);
      continue;
    }
    moved.option.spot = spots[i];
    PLIMSOLL_TRY(worth, unchecked(moved));
    values[i] = worth;
  }
  return {};
}

Result<Greeks> greeks(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check(contract));
  if (contract.exercise == Exercise::european) return escrowed_greeks(contract);
  return contract.dividends.empty() ? american_greeks(contract.option) : dividend_greeks(contract);
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
  return american_implied_volatility(contract, price);
}

}  // namespace plimsoll::pricing
