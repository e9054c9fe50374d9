#include "pricing/implied_volatility.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "pricing/american.hpp"
#include "pricing/american_blocks.hpp"
#include "pricing/american_reference.hpp"
#include "pricing/dividend_grid.hpp"

namespace plimsoll::pricing {
namespace {

using Prices = Lanes<double>;

/// Logarithms of volatilities.
struct Range {
  double low, high;
  double apart() const { return (high - low) / static_cast<double>(block_size - 1); }
  double at(std::size_t lane) const { return low + static_cast<double>(lane) * apart(); }
  /// So many gaps of the range around the one after a lane.
  Range around(std::size_t lane, double more) const {
    return {std::max(low, at(lane) - more * apart()),
            std::min(high, at(lane + 1) + more * apart())};
  }
};

const Range any_volatility{std::log(volatility_least), std::log(volatility_most)};

double exercise_of(const Option& option) {
  const double sign = option.payoff == Payoff::call ? 1 : -1;
  return std::max(sign * (option.spot - option.strike), 0.0);
}

/// A price is known at every volatility of a range, in one block.
std::array<Option, block_size> spread_over(const Option& option, const Range& range) {
  std::array<Option, block_size> options;
  options.fill(option);
  for (std::size_t lane = 0; lane < block_size; ++lane)
    options[lane].volatility =
        std::clamp(std::exp(range.at(lane)), volatility_least, volatility_most);
  return options;
}

/// The last lane below the price, of those that are followed by one that is not.
std::optional<std::size_t> last_below(const Prices& prices, double price) {
  if (!(prices.back() >= price)) return std::nullopt;
  for (std::size_t lane = block_size - 1; lane-- > 0;)
    if (prices[lane] < price) return lane;
  return std::nullopt;
}

/// Where the price is in the gap after a lane: through the four around by their logarithms over
/// what exercise pays, which are nearly straight, where they rise; else straight.
double between(const Range& range, const Prices& prices, std::size_t lane, double price,
               double exercise) {
  const std::size_t first = std::min(lane > 0 ? lane - 1 : 0, block_size - 4);
  const double straight =
      range.at(lane) + range.apart() * (price - prices[lane]) / (prices[lane + 1] - prices[lane]);
  std::array<double, 4> four;
  double below = exercise;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!(prices[first + i] > below)) return straight;
    below = prices[first + i];
    four[i] = std::log(below - exercise);
  }
  const double aimed = std::log(price - exercise);
  double sum = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    double weight = 1;
    for (std::size_t j = 0; j < 4; ++j)
      if (j != i) weight *= (aimed - four[j]) / (four[i] - four[j]);
    sum += weight * range.at(first + i);
  }
  return range.at(lane) < sum && sum < range.at(lane + 1) ? sum : straight;
}

Result<double> unexplained(double price) {
  return fail(Reason::bad_input, "a price of " + std::to_string(price) +
                                     " would need a volatility below 0.0001 or above 20");
}

/// Looks in a range with two coarse blocks, then in what they leave with exact ones; where they
/// were wrong, in all that the exact ones leave. Nothing where the range does not have it.
template <class Coarse, class Exact>
std::optional<double> searched(Range all, double price, double exercise, const Coarse& coarse,
                               const Exact& exact, double narrow) {
  Range range = all;
  for (int pass = 0; pass < 2; ++pass) {
    const auto lane = last_below(coarse(range), price);
    if (!lane) break;
    range = range.around(*lane, pass == 0 ? 0.25 : 1.5);
  }
  constexpr int passes_most = 12;
  for (int pass = 0; pass < passes_most; ++pass) {
    const Prices prices = exact(range);
    if (const auto lane = last_below(prices, price)) {
      if (range.apart() <= narrow) return between(range, prices, *lane, price, exercise);
      all = range.around(*lane, 0);
      range = all;
    } else if (prices.back() < price) {
      if (range.high >= all.high) return std::nullopt;
      all.low = range.high;
      range = all;
    } else {
      if (range.low <= all.low) return std::nullopt;
      all.high = range.low;
      range = all;
    }
  }
  return std::nullopt;
}

Result<double> with_dividends(const Contract& contract, double price) {
  const auto priced = [&](const Range& range, GridSteps accuracy) {
    Prices prices;
    grid_prices(spread_over(contract.option, range), contract.dividends, std::array{0.0}, accuracy,
                prices);
    return prices;
  };
  constexpr double narrow = 0.025;
  const auto found = searched(
      any_volatility, price, exercise_of(contract.option),
      [&](const Range& range) { return priced(range, {}); },
      [&](const Range& range) { return priced(range, fine_grid); }, narrow);
  if (!found) return unexplained(price);
  return std::exp(*found);
}

template <class Boundary>
Prices boundary_prices(const Option& option, const Range& range) {
  PutBlock puts;
  const auto options = spread_over(option, range);
  for (std::size_t lane = 0; lane < block_size; ++lane) put_at(options[lane], puts, lane);
  Boundary boundary;
  find_boundaries({&puts, 1}, {&boundary, 1});
  const Move none{0};
  Prices prices;
  read_prices({&puts, 1}, {&boundary, 1}, {&none, 1}, {&prices, 1});
  return prices;
}

/// Where a boundary's errors are known.
std::optional<double> by_boundaries(const Option& option, double price) {
  constexpr double least = 0.08, most = 1.5;
  Option known = option;
  known.volatility = 0.5;
  if (exact_scheme_for(known) != Scheme::precise) return std::nullopt;
  constexpr double narrow = 0.006;
  return searched(
      {std::log(least), std::log(most)}, price, exercise_of(option),
      [&](const Range& range) { return boundary_prices<FineBoundary>(option, range); },
      [&](const Range& range) { return boundary_prices<PreciseBoundary>(option, range); }, narrow);
}

/// By the reference, in a bracket that inverse parabolas and halves close (Chandrupatla 1997).
Result<double> by_reference(const Option& option, double price) {
  const auto missing = [&](double log_volatility) {
    Option at = option;
    at.volatility = std::clamp(std::exp(log_volatility), volatility_least, volatility_most);
    return AmericanReference{at}.price(option.spot) - price;
  };
  double low = any_volatility.low, high = any_volatility.high;
  // An American option is worth the European and more, and so at no higher volatility.
  if (const auto european = european_implied_volatility(option, price))
    high = std::min(std::log(*european) + 1e-9, high);
  double here = high, there = low, at_here = missing(high), at_there = missing(low);
  if (at_here < 0 && high < any_volatility.high) at_here = missing(here = any_volatility.high);
  if (!(at_there < 0 && 0 <= at_here)) return unexplained(price);
  const double enough = 1e-11 * (option.spot + option.strike);
  double part = 0.5;
  constexpr int steps_most = 60;
  for (int step = 0; step < steps_most && std::abs(there - here) > 1e-11; ++step) {
    const double next = here + part * (there - here), at_next = missing(next);
    if (std::abs(at_next) <= enough) return std::exp(next);
    double before = here, at_before = at_here;
    if ((at_next < 0) != (at_here < 0)) {
      before = there;
      at_before = at_there;
      there = here;
      at_there = at_here;
    }
    here = next;
    at_here = at_next;
    const double along = (here - there) / (before - there);
    const double up = (at_here - at_there) / (at_before - at_there);
    part = 0.5;
    if (1 - std::sqrt(1 - along) < up && up < std::sqrt(along))
      part = at_here / (at_there - at_here) * at_before / (at_there - at_before) +
             (before - here) / (there - here) * at_here / (at_before - at_here) * at_there /
                 (at_before - at_there);
    part = std::clamp(part, 1e-3, 1 - 1e-3);
  }
  return std::exp(std::abs(at_here) < std::abs(at_there) ? here : there);
}

}  // namespace

Result<double> american_implied_volatility(const Contract& contract, double price) {
  if (!contract.dividends.empty()) return with_dividends(contract, price);
  if (const auto found = by_boundaries(contract.option, price)) return std::exp(*found);
  return by_reference(contract.option, price);
}

}  // namespace plimsoll::pricing
