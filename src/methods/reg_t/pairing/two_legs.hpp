#pragma once
// The best pairing two legs at a time: where the rules know no more, or as many books are built.

#include "methods/reg_t/pairing/model.hpp"

namespace plimsoll::reg_t {

/// The least maintenance that offsets of two legs and spreads of one bought against one sold option
/// reach, to a millionth of a dollar. Not completed.
PairingAnswer two_leg_pairing(const PairingModel& model);

}  // namespace plimsoll::reg_t
