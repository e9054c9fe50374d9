#pragma once
// Before and after steps in a lending pool that have not been done.

#include "engine/whatif.hpp"
#include "model/pool_step.hpp"

namespace plimsoll::engine {

/// Steps are done in order, each to the account and the pool the ones before left; what comes after
/// is margined on the last. Errors as of margin(), before or after; steps the protocol refuses, by
/// its names; no pool.
std::expected<WhatIfReport, std::vector<Error>> whatif(const MarginRequest& request,
                                                       const std::vector<PoolStep>& steps,
                                                       const SecurityList& lists);

}  // namespace plimsoll::engine
