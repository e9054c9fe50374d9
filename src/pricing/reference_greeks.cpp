#include "pricing/reference_greeks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "pricing/american.hpp"
#include "pricing/american_reference.hpp"

namespace plimsoll::pricing {
namespace {

constexpr double rate_step = 1e-4;        // the boundary turns sharply where the rate nears zero
constexpr double volatility_step = 0.01;  // of the volatility

/// A number of an option, and how far it is moved.
struct Bump {
  double Option::* number;
  double step;
};
constexpr std::array parts{-2.0, -1.0, 1.0, 2.0};
/// Of fourth order, from prices of one scheme: boundaries in a block where their error is known,
/// else the reference.
std::array<double, 3> bumped_slopes(const Option& option, const std::array<Bump, 3>& bumps) {
  std::vector<Option> options;
  for (const auto& [number, step] : bumps)
    for (const double part : parts) {
      options.push_back(option);
      options.back().*number += part * step;
    }
  const double within = 2 * precise_error * (option.spot + option.strike);
  std::vector<double> worths(options.size());
  if (std::ranges::any_of(options, [&](const Option& other) {
        return scheme_for(other, within) == Scheme::reference;
      }))
    std::ranges::transform(options, worths.begin(), [](const Option& other) {
      return AmericanReference{other}.price(other.spot);
    });
  else Americans{options, within}.prices(std::array{0.0}, worths);
  std::array<double, 3> slopes{};
  for (std::size_t i = 0; i < bumps.size(); ++i) {
    const double* at = &worths[i * parts.size()];
    slopes[i] = (8 * (at[2] - at[1]) - (at[3] - at[0])) / (12 * bumps[i].step);
  }
  return slopes;
}

}  // namespace

double kept_theta(const Contract& contract, double value, double delta, double gamma) {
  const Option& option = contract.option;
  double present = 0;
  for (const auto& [years, amount] : contract.dividends)
    present += amount * std::exp(-option.rate * years);
  const double stock = option.spot - present, moved = option.volatility * stock;
  // The dividends come nearer and are worth more; of a spot that stays, the rest is less.
  return option.rate * value -
         ((option.rate - option.dividend_yield) * stock + option.rate * present) * delta -
         0.5 * moved * moved * gamma;
}

Greeks american_greeks(const Option& option) {
  const AmericanReference reference{option};
  const auto [delta, gamma] = reference.slopes(option.spot);
  const auto exercised = reference.exercised(option.years);
  Greeks greeks;
  greeks.delta = delta;
  greeks.gamma = gamma;
  if (exercised && exercised->least <= option.spot && option.spot <= exercised->most) return greeks;
  greeks.theta = kept_theta({option}, reference.price(option.spot), delta, gamma);
  const auto slopes =
      bumped_slopes(option, {{{&Option::volatility, volatility_step * option.volatility},
                              {&Option::rate, rate_step},
                              {&Option::dividend_yield, rate_step}}});
  greeks.vega = slopes[0];
  greeks.rho = slopes[1];
  greeks.phi = slopes[2];
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
