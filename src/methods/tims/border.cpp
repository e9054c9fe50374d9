#include "methods/tims/border.hpp"

#include <cmath>

namespace plimsoll::tims {

Money from_model(double amount, Currency currency) {
  PLIMSOLL_CHECK(std::isfinite(amount) && std::abs(amount) < 1e19);
  constexpr double millionths = 1e6;
  constexpr Int128 nano_each = 1000;
  return {Decimal::from_nano(static_cast<Int128>(std::nearbyint(amount * millionths)) * nano_each),
          currency};
}

double to_model(Quantity quantity) {
  return static_cast<double>(quantity.atto) / static_cast<double>(Quantity::scale);
}

}  // namespace plimsoll::tims
