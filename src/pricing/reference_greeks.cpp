#include "pricing/reference_greeks.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"

namespace plimsoll::pricing {
namespace {

/// Of fourth order, from two prices on either side.
template <class Worth>
double slope(const Worth& worth, double step) {
  return (8 * (worth(step) - worth(-step)) - (worth(2 * step) - worth(-2 * step))) / (12 * step);
}

constexpr double rate_step = 1e-4;        // the boundary turns sharply where the rate nears zero
constexpr double grid_rate_step = 1e-3;   // a grid's error is less smooth
constexpr double volatility_step = 0.01;  // of the volatility

/// What the price would change by as time passes, were the option kept.
double kept_theta(const Option& option, double value, double delta, double gamma) {
  const double moved = option.volatility * option.spot;
  return option.rate * value - (option.rate - option.dividend_yield) * option.spot * delta -
         0.5 * moved * moved * gamma;
}

}  // namespace

Greeks american_greeks(const Option& option) {
  const AmericanReference reference{option};
  const auto [delta, gamma] = reference.slopes(option.spot);
  const auto exercised = reference.exercised(option.years);
  Greeks greeks;
  greeks.delta = delta;
  greeks.gamma = gamma;
  if (exercised && exercised->least <= option.spot && option.spot <= exercised->most) return greeks;
  greeks.theta = kept_theta(option, reference.price(option.spot), delta, gamma);
  const auto by = [&](double Option::* number, double step) {
    const auto worth = [&](double moved) {
      Option other = option;
      other.*number += moved;
      return AmericanReference{other}.price(other.spot);
    };
    return slope(worth, step);
  };
  greeks.vega = by(&Option::volatility, volatility_step * option.volatility);
  greeks.rho = by(&Option::rate, rate_step);
  greeks.phi = by(&Option::dividend_yield, rate_step);
  return greeks;
}

Greeks dividend_greeks(const Contract& contract) {
  const auto by = [&](double Option::* number, double step) {
    const auto worth = [&](double moved) {
      Contract other = contract;
      other.option.*number += moved;
      return DividendReference{other}.price(other.option.spot);
    };
    return slope(worth, step);
  };
  const Option& option = contract.option;
  const DividendReference reference{contract};
  const double value = reference.price(option.spot);
  // Wide enough that the grid's own error is smooth across.
  const double spot_step = 0.02 * option.volatility * std::sqrt(option.years) * option.spot;
  const auto away = [&](double moved) { return reference.price(option.spot + moved); };
  Greeks greeks;
  greeks.delta = slope(away, spot_step);
  greeks.gamma = (16 * (away(spot_step) + away(-spot_step)) -
                  (away(2 * spot_step) + away(-2 * spot_step)) - 30 * value) /
                 (12 * spot_step * spot_step);
  const double exercise =
      option.payoff == Payoff::call ? option.spot - option.strike : option.strike - option.spot;
  if (value <= exercise) return greeks;
  double present = 0;
  for (const auto& [years, amount] : contract.dividends)
    present += amount * std::exp(-option.rate * years);
  Option stripped = option;
  stripped.spot -= present;
  // The dividends come nearer and are worth more; of a spot that stays, the rest is less.
  greeks.theta = kept_theta(stripped, value, greeks.delta, greeks.gamma) -
                 greeks.delta * option.rate * present;
  greeks.vega = by(&Option::volatility, volatility_step * option.volatility);
  greeks.rho = by(&Option::rate, grid_rate_step);
  greeks.phi = by(&Option::dividend_yield, grid_rate_step);
  return greeks;
}

Greeks escrowed_greeks(const Contract& contract) {
  Option stripped = contract.option;
  double by_rate = 0, present = 0;  // of the dividends' worth, which falls as the rate rises
  for (const auto& [years, amount] : contract.dividends) {
    const double worth = amount * std::exp(-stripped.rate * years);
    present += worth;
    by_rate -= worth * years;
  }
  stripped.spot -= present;
  Greeks greeks = european_greeks(stripped);
  greeks.rho -= greeks.delta * by_rate;
  greeks.theta -= greeks.delta * stripped.rate * present;
  return greeks;
}

}  // namespace plimsoll::pricing
