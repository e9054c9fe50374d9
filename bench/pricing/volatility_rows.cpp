// The volatilities in the prices of a chain of American options.

#include <cmath>
#include <optional>

#include "bench/pricing/inputs.hpp"
#include "bench/pricing/sections.hpp"
#include "pricing/american.hpp"
#include "pricing/american_volatility.hpp"

namespace plimsoll::bench {
namespace {

using pricing::Option;
using pricing::Payoff;

/// One side of an expiry, struck up to two deviations either way, at prices of the reference.
struct Side {
  std::vector<Option> options;
  std::vector<double> strikes, prices;
  std::vector<std::optional<double>> found;
};

Side side_of(Payoff payoff, double days) {
  constexpr int count = 40;
  Side side;
  for (int i = 0; i < count; ++i) {
    const double x = -1 + 2.0 * i / (count - 1), years = days / 365;
    const double volatility = 0.3 * (1 + 0.15 * x * x - 0.1 * x);
    const double strike = 100 * std::exp(2 * 0.3 * std::sqrt(years) * x);
    side.options.push_back({payoff, 100, strike, years, 0.045, 0.015, volatility});
    side.strikes.push_back(strike);
  }
  side.found.resize(side.options.size());
  side.prices = reference_prices(side.options, std::vector<double>{0.0});
  return side;
}

}  // namespace

Rows volatility_rows(const Machine&) {
  std::vector<Side> sides;
  for (const double days : {30, 91, 182, 365, 730})
    for (const Payoff payoff : {Payoff::call, Payoff::put}) sides.push_back(side_of(payoff, days));
  const auto solve = [&sides] {
    for (Side& side : sides) {
      const Option& first = side.options.front();
      const pricing::BoundarySlice slice{first.payoff, first.years, first.rate,
                                         first.dividend_yield};
      slice.implied_volatilities(first.spot, side.strikes, side.prices, side.found);
    }
  };
  const double seconds = least_seconds(9, {quickest_of(40, solve)})[0];
  // A price that is all exercise says nothing of the volatility.
  std::vector<Option> again;
  std::vector<double> prices, right, found;
  double count = 0, none = 0;
  for (const Side& side : sides)
    for (std::size_t i = 0; i < side.options.size(); ++i) {
      Option option = side.options[i];
      const double gain = option.payoff == Payoff::call ? 100 - option.strike : option.strike - 100;
      ++count;
      if (!side.found[i]) ++none;
      if (!side.found[i] || side.prices[i] - gain < 1e-3) continue;
      right.push_back(option.volatility);
      found.push_back(option.volatility = *side.found[i]);
      again.push_back(option);
      prices.push_back(side.prices[i]);
    }
  Row row{"American/implied volatility, its 40 strikes' boundary included", seconds / count};
  Errors{reference_prices(again, std::vector<double>{0.0}), prices}.add_to(row);
  row.columns.push_back({"volatility_error_p99", Errors{found, right}.quantile(0.99)});
  row.columns.push_back({"options", count});
  row.columns.push_back({"without", none});
  return {row};
}

}  // namespace plimsoll::bench
