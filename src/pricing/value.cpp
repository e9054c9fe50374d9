#include "pricing/value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "pricing/american.hpp"
#include "pricing/american_reference.hpp"
#include "pricing/grid_value.hpp"
#include "pricing/implied_volatility.hpp"
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
  if (contract.dividends.empty()) return american_reference(contract.option);
  double worth = 0;
  grid_values(contract, {&contract.option.spot, 1}, {&worth, 1});
  return worth;
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
  if (contract.exercise == Exercise::american && !contract.dividends.empty()) {
    grid_values(contract, spots, values);
    return {};
  }
  // Without dividends one boundary serves every spot.
  std::optional<Americans> american;
  if (contract.exercise == Exercise::american)
    american.emplace(Americans::exact({&contract.option, 1}));
  const std::array unmoved{0.0};
  for (std::size_t i = 0; i < spots.size(); ++i) {
    moved.option.spot = spots[i];
    if (american) {
      american->move_to(spots.subspan(i, 1));
      american->prices(unmoved, values.subspan(i, 1));
    } else {
      values[i] = european_price(stripped(moved));
    }
  }
  return {};
}

Result<Greeks> greeks(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check(contract));
  if (contract.exercise == Exercise::european) return escrowed_greeks(contract);
  return contract.dividends.empty() ? american_greeks(contract.option) : grid_greeks(contract);
}

Result<Bounds> bounds(const Contract& contract) {
  PLIMSOLL_TRY_VOID(check_but_volatility(contract));
  Bounds found = european_bounds(stripped(contract));
  if (contract.exercise == Exercise::european) return found;
  const Option& option = contract.option;
  const bool call = option.payoff == Payoff::call;
  const double now = call ? option.spot - option.strike : option.strike - option.spot;
  found.least = std::max(found.least, now);
  // A call may have both the growth of a negative yield and the dividends.
  const double dividends = present_value(contract.dividends, option.rate);
  found.most =
      call ? std::max(found.most + dividends, option.spot) : std::max(found.most, option.strike);
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
