#pragma once
// Steps in a pool of Aave v3.

#include "methods/cross_margin/step_done.hpp"

namespace plimsoll::cross_margin {

/// Refused: banks the pool does not have; as `aave_after` and `aave_liquidated` say; LIQUIDATE,
/// which names collateral where the protocol names debt, with what to write instead; RECEIVE,
/// BANKRUPT and ACCRUE, which are marginfi's. A liquidator is taken to withdraw the collateral.
Result<StepDone> aave_done(const State& state, const PoolStep& step, const StepTerms& terms);

}  // namespace plimsoll::cross_margin
