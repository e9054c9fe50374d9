#include "money/money.hpp"

namespace plimsoll {

std::string to_text(Money money) {
  return to_text(money.amount, 2) + " " + std::string{money.currency.code()};
}

std::string to_text(Percent percent) {
  return to_text(multiply(percent.fraction, Decimal{100}, Round::half_even), 0) + "%";
}

std::string to_text(Quantity quantity) {
  return scaled_to_text(quantity.atto, Quantity::places, 0);
}

Result<Quantity> parse_quantity(std::string_view text) {
  PLIMSOLL_TRY(atto, parse_scaled(text, Quantity::places));
  return Quantity{atto};
}

}  // namespace plimsoll
