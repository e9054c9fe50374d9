#pragma once
// The everyday case, answered without a search: a covered call, a vertical, a straddle, where no
// leg has two ways to be used. Then each way is used as often as its legs last, if it saves
// anything, and not at all if it costs.

#include <optional>

#include "methods/reg_t/pairing/model.hpp"

namespace plimsoll::reg_t {

/// The cheapest pairing; nothing where legs have to be shared out among ways of using them, or
/// where a way neither saves nor costs, so that the number of groups decides.
std::optional<PairingAnswer> pairing_without_search(const PairingModel& model);

}  // namespace plimsoll::reg_t
