#include "bench/pricing/inputs.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::bench {

using pricing::Option;
using pricing::Payoff;

std::vector<Option> american_grid() {
  struct Carry {
    double rate, yield;
  };
  std::vector<Option> options;
  for (const double strike : {70, 80, 90, 95, 100, 105, 110, 120, 130})
    for (const double days : {7, 30, 91, 182, 365, 730})
      for (const auto& [rate, yield] : {Carry{0.045, 0}, Carry{0.045, 0.015}, Carry{0.03, 0.05}})
        for (const double volatility : {0.15, 0.3, 0.6})
          for (const Payoff payoff : {Payoff::put, Payoff::call})
            if (payoff == Payoff::put || yield > 0)
              options.push_back({payoff, 100, strike, days / 365, rate, yield, volatility});
  return options;
}

std::vector<Option> random_options(std::size_t count) {
  Random random{20261125};
  std::vector<Option> options;
  for (std::size_t i = 0; i < count; ++i) {
    Option option;
    option.strike = 100;
    option.spot = 100 * std::exp(random.between(std::log(0.5), std::log(2)));
    option.years = std::round(std::exp(random.between(0, std::log(1095)))) / 365;
    option.volatility = std::exp(random.between(std::log(0.08), std::log(1.5)));
    option.rate = random.between(-0.01, 0.1);
    option.dividend_yield = random.between(-0.01, 0.1);
    option.payoff = random.between(0, 1) < 0.5 ? Payoff::put : Payoff::call;
    options.push_back(option);
  }
  return options;
}

std::vector<Underlying> listed_series(double paying) {
  Random random{5};
  std::vector<Underlying> all(underlyings);
  for (Underlying& underlying : all) {
    const double spot = std::exp(random.between(std::log(5), std::log(500)));
    const bool has_yield = random.between(0, 1) < 0.45;
    const double some_yield = random.between(0.003, 0.04);
    const double middle = std::exp(random.between(std::log(0.15), std::log(0.9)));
    const bool pays = random.between(0, 1) < paying;
    const double first = std::floor(random.between(1, 92));
    if (pays)
      for (double day = first; day <= 504; day += 91)
        underlying.dividends.push_back({day / 365, 0.005 * spot});
    const double yield = has_yield && !pays ? some_yield : 0;
    for (const double days : {3, 7, 14, 30, 63, 126, 252, 504}) {
      const double years = days / 365;
      const double width = std::max(0.1, 2.5 * middle * std::sqrt(years));
      for (std::size_t k = 0; k < strikes; ++k) {
        const double x = -1 + 2 * static_cast<double>(k) / (strikes - 1);
        const double volatility = middle * (1 + 0.15 * x * x - 0.1 * x);
        for (const Payoff payoff : {Payoff::call, Payoff::put})
          underlying.series.push_back(
              {payoff, spot, spot * std::exp(width * x), years, 0.043, yield, volatility});
      }
    }
  }
  return all;
}

}  // namespace plimsoll::bench
