#pragma once
// The calls that stand at a close, as a person is told of them.

#include <source_location>
#include <vector>

#include "methods/reg_t/ledger/state.hpp"

namespace plimsoll::reg_t {

/// Every call open in `state`, Regulation T's first, oldest first.
std::vector<LedgerCall> calls_of(const LedgerState& state, const DayView& day);

}  // namespace plimsoll::reg_t
