#pragma once
// How the digits of a price or a strike become a number: decimals, 32nds, 64ths and eighths.

#include <cstdint>
#include <optional>
#include <string>

#include "base/decimal.hpp"

namespace plimsoll::io {

/// A locator and an alignment code of a P record.
struct PriceForm {
  int places = 0;  // below zero: zeros that are left off
  char alignment =
      ' ';  // blank: decimals; C: 32nds; K: 64ths; 0: eighths of the last place but one
};

/// Whether this reads such digits. 32nds and 64ths stand in two decimals, or three with an eighth.
bool is_readable(const PriceForm& form);

/// The number, of digits without a sign. An eighth is one digit, its decimals cut: 1 is .125, 2
/// .25, 3 .375, 5 .5, 6 .625, 7 .75 and 8 .875. Nothing where no such price exists (a 33rd 32nd, a
/// 4 or a 9 as eighth), or where it is beyond model/limits.hpp. `form` is readable.
std::optional<Decimal> price_of(std::int64_t digits, const PriceForm& form);

/// "3 decimals", "3 decimals in 32nds".
std::string in_words(const PriceForm& form);

}  // namespace plimsoll::io
