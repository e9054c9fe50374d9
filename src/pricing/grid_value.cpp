#include "pricing/grid_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "pricing/dividend_grid.hpp"
#include "pricing/reference_greeks.hpp"

namespace plimsoll::pricing {
namespace {

// Wide enough that what is rough in a grid's error does not show.
constexpr double spot_step = 0.05;        // of a deviation until expiry
constexpr double volatility_step = 0.04;  // of the volatility
constexpr double rate_step = 4e-3;
constexpr std::array bumps{-2.0, -1.0, 0.0, 1.0, 2.0};
using Worths = std::array<double, bumps.size()>;

/// Of fourth order, as its curvature.
double slope(const Worths& worths, double step) {
  return (8 * (worths[3] - worths[1]) - (worths[4] - worths[0])) / (12 * step);
}
double curvature(const Worths& worths, double step) {
  return (16 * (worths[1] + worths[3]) - (worths[0] + worths[4]) - 30 * worths[2]) /
         (12 * step * step);
}

double present_value(const Contract& contract) {
  double present = 0;
  for (const auto& [years, amount] : contract.dividends)
    present += amount * std::exp(-contract.option.rate * years);
  return present;
}

}  // namespace

void grid_values(const Contract& contract, std::span<const double> spots,
                 std::span<double> values) {
  std::vector<Option> options(spots.size(), contract.option);
  for (std::size_t i = 0; i < spots.size(); ++i) options[i].spot = spots[i];
  grid_prices(options, contract.dividends, std::array{0.0}, fine_grid, values);
}

Greeks grid_greeks(const Contract& contract) {
  const Option& option = contract.option;
  const double present = present_value(contract);
  // Moves of the part that moves.
  const double deviation = option.volatility * std::sqrt(option.years);
  const double away = std::min(spot_step * deviation, 0.2) * (option.spot - present);
  Worths moves;
  for (std::size_t i = 0; i < bumps.size(); ++i) moves[i] = bumps[i] * away / option.spot;
  std::vector<Option> options;
  const auto add = [&](double Option::* number, double step) {
    for (const double bump : bumps) {
      options.push_back(option);
      options.back().*number += bump * step;
    }
  };
  add(&Option::volatility, volatility_step * option.volatility);
  add(&Option::rate, rate_step);
  add(&Option::dividend_yield, rate_step);
  std::vector<Worths> worths(options.size());
  grid_prices(options, contract.dividends, moves, fine_grid,
              {worths[0].data(), worths.size() * bumps.size()});
  // The third of each five is the contract itself.
  const auto by = [&](std::size_t number) {
    Worths at;
    for (std::size_t i = 0; i < bumps.size(); ++i) at[i] = worths[number * bumps.size() + i][2];
    return at;
  };
  const Worths& by_spot = worths[2];
  Greeks greeks;
  greeks.delta = slope(by_spot, away);
  greeks.gamma = curvature(by_spot, away);
  const double exercise =
      option.payoff == Payoff::call ? option.spot - option.strike : option.strike - option.spot;
  if (by_spot[2] <= exercise) return greeks;
  greeks.theta = kept_theta(contract, by_spot[2], greeks.delta, greeks.gamma);
  greeks.vega = slope(by(0), volatility_step * option.volatility);
  greeks.rho = slope(by(1), rate_step);
  greeks.phi = slope(by(2), rate_step);
  return greeks;
}

}  // namespace plimsoll::pricing
