#include "report/token_figures.hpp"

#include <algorithm>

#include "money/money.hpp"
#include "report/figures.hpp"
#include "report/text.hpp"

namespace plimsoll::report {
namespace {

Int128 power_of_ten(int places) {
  Int128 power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return power;
}

/// Of so many digits behind the point, or behind the zeros that follow it.
Quantity shortened(Quantity number, int digits, Round round) {
  const Int128 size = number.is_negative() ? -number.atto : number.atto;
  int places = digits;
  for (Int128 first = Quantity::scale / 10; size < first && first > 0 && size != 0; first /= 10)
    ++places;
  const Int128 unit = power_of_ten(Quantity::places - std::min(places, Quantity::places));
  return {divide(number.atto, unit, round) * unit};
}

std::string with_two_decimals(std::string text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text + ".00";
  return point + 2 == text.size() ? text + "0" : text;
}

}  // namespace

std::string tokens_text(std::string_view number, Round round) {
  const auto read = parse_quantity(number);
  return read ? quantity_text(shortened(*read, 6, round)) : printable(number);
}

std::string token_price_text(std::string_view number, Round round) {
  const auto read = parse_quantity(number);
  return read ? with_two_decimals(quantity_text(shortened(*read, 4, round))) : printable(number);
}

std::string percent_text(std::string_view fraction, Round round) {
  const auto read = parse_quantity(fraction);
  if (!read) return printable(fraction);
  const Int128 unit = power_of_ten(Quantity::places - 4);
  return quantity_text({divide(read->atto, unit, round) * unit * 100}) + "%";
}

}  // namespace plimsoll::report
