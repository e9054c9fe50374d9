#pragma once
// Steps in a pool of marginfi v2.

#include "methods/cross_margin/step_done.hpp"

namespace plimsoll::cross_margin {

/// Refused: banks the pool does not have; as `after`, `liquidated`, `received`, `bankruptcy` and
/// `accrued` say; NoAssetFound and NoLiabilityFound where there is none to take all of;
/// AccountDisabled; liquidations by debt, which are Aave's. A liquidator is taken to owe the debt
/// he takes: in the bank's totals it stays.
Result<StepDone> marginfi_done(const State& state, const PoolStep& step, const StepTerms& terms);

}  // namespace plimsoll::cross_margin
