#pragma once
// The three healths an account has at once, by the rules of the pool's own protocol.

#include "methods/cross_margin/health.hpp"

namespace plimsoll::cross_margin {

/// Of Aave v3 `initial` counts collateral at its loan-to-value and `maintenance` at its liquidation
/// threshold; debts count in full in both.
struct Healths {
  Health initial = {}, maintenance = {}, equity = {};
  const Health& of(Requirement requirement) const;
};

/// Refused: as `health_of` and `aave_healths` say.
Result<Healths> healths_of(const State& state, Date rules);

/// Something is owed and the protocol lets others repay it for collateral: marginfi where
/// maintenance health is not above zero, Aave v3 where it is below.
bool may_be_liquidated(const Health& maintenance, PoolProtocol protocol);

/// Cut to nine places toward zero; where nothing would be left, the last of them, so that what is
/// shown is above or below zero where the health is.
Decimal cut_to_places(Fixed48 value);

}  // namespace plimsoll::cross_margin
