#pragma once
// What trades of a name on a day, exactly enough to divide by.

#include <optional>

#include "market/snapshot.hpp"

namespace plimsoll {

/// Shares a day, the quote's 20-day average; nothing where it is not quoted or nothing trades.
std::optional<Decimal> shares_a_day(const Quote& quote);

}  // namespace plimsoll
