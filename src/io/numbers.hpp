#pragma once
// Amounts the way brokers print them: "$1,234.56", "$(7,822.71)", "+$0.12", "--".

#include <optional>
#include <string_view>

#include "base/decimal.hpp"
#include "money/money.hpp"

namespace plimsoll::io {

/// An amount; empty where the cell says there is none: blank, "--", "-", "n/a", "N/A". Below zero:
/// "-1.00", "-$1.00", "$-1.00", "(1.00)", "$(1.00)". Commas only between groups of three digits, so
/// that "1,5" is refused and never read as 15. Refused besides: what is no number, percentages,
/// more than nine places.
Result<std::optional<Decimal>> amount_in(std::string_view cell);

/// An amount of a number of units, to 18 places.
Result<std::optional<Quantity>> quantity_in(std::string_view cell);

/// An amount rounded half to even where there are more than nine places: for average costs and
/// exchange rates, which brokers print as quotients.
Result<std::optional<Decimal>> quotient_in(std::string_view cell);

/// Half a unit of the last digit `cell` shows, and half a cent at most: how far the figure a broker
/// reckoned with may be from the one it printed. "10.5" and "$10.50" are half a cent, "$0.1234" is
/// 0.00005; the same for what is no number.
Decimal rounding_in(std::string_view cell);

/// The same for a number of units: half a unit of the last digit behind its point, and nothing
/// where there is none, as whole shares and contracts are not rounded.
Decimal units_rounding_in(std::string_view cell);

}  // namespace plimsoll::io
