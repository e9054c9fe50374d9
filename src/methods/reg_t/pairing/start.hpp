#pragma once
// A quick pairing to start from: what a search that is cut off is never worse than.

#include "methods/reg_t/pairing/model.hpp"

namespace plimsoll::reg_t {

/// Takes offsets and two-leg spreads one after the other, what saves most per use first, each as
/// often as it goes. Not completed.
PairingAnswer greedy_pairing(const PairingModel& model);

}  // namespace plimsoll::reg_t
