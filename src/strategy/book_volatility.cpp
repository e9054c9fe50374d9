#include "strategy/book_volatility.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::strategy {

std::optional<double> volatility_beside(const NameRisk& name,
                                        const std::optional<double>& market_volatility) {
  if (!name.volatility) return std::nullopt;
  const double followed = name.beta * market_volatility.value_or(0);
  return std::sqrt(std::max(0.0, *name.volatility * *name.volatility - followed * followed));
}

double volatility_beside(std::span<const NameRisk> names,
                         const std::optional<double>& market_volatility, double gross) {
  if (!(gross > 0)) return 0;
  double squares = 0;
  for (const NameRisk& name : names) {
    const double moved =
        name.exposure / gross * volatility_beside(name, market_volatility).value_or(0);
    squares += moved * moved;
  }
  return std::sqrt(squares);
}

double with_beside(double of_the_market, double beside) {
  return beside == 0 ? std::abs(of_the_market) : std::hypot(of_the_market, beside);
}

}  // namespace plimsoll::strategy
