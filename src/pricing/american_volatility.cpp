#include "pricing/american_volatility.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/check.hpp"
#include "pricing/american.hpp"
#include "pricing/normal_table.hpp"

namespace plimsoll::pricing {
namespace {

constexpr std::size_t terms = SliceBoundary::terms;

/// cos(pi k (i + 1/2) / terms): the terms of a Chebyshev series at its points.
const std::array<std::array<double, terms>, terms>& chebyshev() {
  static const auto table = [] {
    std::array<std::array<double, terms>, terms> cosines;
    for (std::size_t k = 0; k < terms; ++k)
      for (std::size_t i = 0; i < terms; ++i)
        cosines[k][i] = std::cos(std::numbers::pi * static_cast<double>(k) *
                                 (static_cast<double>(i) + 0.5) / static_cast<double>(terms));
    return cosines;
  }();
  return table;
}

/// Where a search begins: of an option near its strike, the volatility that its price alone tells;
/// of one far from it, where its logarithm bends.
double first_guess(const PutBlock& block, std::size_t lane, double price) {
  const double years = block.years[lane];
  const double log_forward =
      block.log_moneyness[lane] + (block.rate[lane] - block.yield[lane]) * years;
  const double over = std::max(price - std::max(1 - block.moneyness[lane], 0.0), 0.0);
  const double near = over * std::sqrt(2 * std::numbers::pi / years);
  const double far = std::sqrt(2 * std::abs(log_forward) / years);
  return std::clamp(std::max(near, far), 0.1, 1.2);
}

}  // namespace

bool BoundarySlice::covers(Payoff payoff, double years, double rate, double dividend_yield) {
  const Option option{payoff, 1, 1, years, rate, dividend_yield, 0.2};
  return scheme_for(option, 1) == Scheme::fine;
}

BoundarySlice::BoundarySlice(Payoff payoff, double years, double rate, double dividend_yield)
    : option_{payoff, 1, 1, years, rate, dividend_yield, 0.2} {
  PLIMSOLL_CHECK(covers(payoff, years, rate, dividend_yield));
  const double low = std::log(SliceBoundary::volatility_least);
  const double high = std::log(SliceBoundary::volatility_most);
  PutBlock puts;
  for (std::size_t i = 0; i < terms; ++i) {
    put_at(option_, puts, i);
    puts.volatility[i] = std::exp(0.5 * (low + high) + 0.5 * (high - low) * chebyshev()[1][i]);
  }
  FineBoundary found;
  find_boundaries({&puts, 1}, {&found, 1});
  for (std::size_t node = 0; node < Fine::nodes; ++node) {
    std::array<double, terms> fall;
    for (std::size_t i = 0; i < terms; ++i)
      fall[i] = std::sqrt(static_cast<double>(found.square[node][i])) * puts.volatility[i] *
                std::sqrt(years) / NormalTable<float>::pieces_per_deviation;
    for (std::size_t k = 0; k < terms; ++k) {
      double sum = 0;
      for (std::size_t i = 0; i < terms; ++i) sum += fall[i] * chebyshev()[k][i];
      boundary_.series[node][k] =
          static_cast<float>(sum * (k == 0 ? 1 : 2) / static_cast<double>(terms));
    }
  }
}

void BoundarySlice::implied_volatilities(double spot, std::span<const double> strikes,
                                         std::span<const double> prices,
                                         std::span<std::optional<double>> volatilities) const {
  PLIMSOLL_CHECK(prices.size() == strikes.size() && volatilities.size() == strikes.size());
  for (std::size_t first = 0; first < strikes.size(); first += block_size) {
    const std::size_t count = std::min(block_size, strikes.size() - first);
    PutBlock puts;
    Lanes<double> aimed, found_at, is_found;
    for (std::size_t lane = 0; lane < block_size; ++lane) {
      const std::size_t i = first + std::min(lane, count - 1);
      Option option = option_;
      option.spot = spot;
      option.strike = strikes[i];
      put_at(option, puts, lane);
      aimed[lane] = prices[i] / puts.scale[lane];
      puts.volatility[lane] = first_guess(puts, lane, aimed[lane]);
    }
    solve_volatilities(boundary_, puts, aimed, found_at, is_found);
    for (std::size_t lane = 0; lane < count; ++lane) {
      const bool known = is_found[lane] > 0 && found_at[lane] >= 0.08 && found_at[lane] <= 1.5;
      volatilities[first + lane] = known ? std::optional{found_at[lane]} : std::nullopt;
    }
  }
}

}  // namespace plimsoll::pricing
