#pragma once
// Branch and bound over the linear program: one criterion after the other.

#include "methods/reg_t/pairing/model.hpp"

namespace plimsoll::reg_t {

/// The best that the limits allow to be found; never dearer than a greedy pairing, nor than
/// everything alone.
PairingAnswer searched_pairing(const PairingModel& model, const PairingLimits& limits);

}  // namespace plimsoll::reg_t
