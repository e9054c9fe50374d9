#pragma once
// Ratios have no bounds, money has: what stands on a volatility of nothing much, or on a volume
// beyond any, comes to more than an amount here can hold.

#include <cmath>
#include <optional>

#include "money/money.hpp"

namespace plimsoll::strategy {

/// An amount that stands for a limit at least as large is no limit: no account comes near it.
inline constexpr double reach = 1e20;

/// Nothing where it is not within reach, or not a number.
inline std::optional<Decimal> within_reach(double amount) {
  if (!(std::abs(amount) < reach)) return std::nullopt;
  return decimal_of(amount);
}

}  // namespace plimsoll::strategy
