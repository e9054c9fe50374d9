#pragma once
// Problems so small that every way can be weighed, which then decides all three criteria exactly.

#include <optional>

#include "methods/reg_t/pairing/model.hpp"

namespace plimsoll::reg_t {

/// The answer, or nothing where there are more ways than `ways_most`. Setting up a linear program
/// takes about as long as weighing 150.
std::optional<PairingAnswer> pairing_by_enumeration(const PairingModel& model,
                                                    std::int64_t ways_most);

}  // namespace plimsoll::reg_t
