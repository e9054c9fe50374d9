#pragma once
// How the sides of an account stand to each other. What has no denominator above zero is nothing.

#include "methods/cross_margin/healths.hpp"

namespace plimsoll::cross_margin {

/// Parts, not per cent; cut toward zero.
struct Ratios {
  std::optional<Fixed48> health_over_assets = {};       // weighted, for maintenance
  std::optional<Fixed48> liabilities_over_assets = {};  // without weights: loan to value
  std::optional<Fixed48> leverage = {};                 // assets over equity, without weights
};

Ratios ratios_of(const Healths& healths);

}  // namespace plimsoll::cross_margin
