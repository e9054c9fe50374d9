#pragma once
// Efficiency mode: what borrowed banks grant collateral together.

#include <map>
#include <span>

#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

struct EmodeWeights {
  Fixed48 init = {}, maint = {};
  auto operator<=>(const EmodeWeights&) const = default;
};
/// By the collateral's tag.
using Emode = std::map<std::uint16_t, EmodeWeights>;

Emode emode_of(const Bank& bank);

/// Tags all of them grant, the least of each weight. Of none: nothing is granted.
Emode reconciled(std::span<const Emode> granted);

/// Of every bank the account owes.
Emode reconciled(const State& state);

}  // namespace plimsoll::cross_margin
