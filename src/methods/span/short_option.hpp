#pragma once
// The least a commodity owes for the options sold in it.

#include "methods/span/work.hpp"

namespace plimsoll::span {

/// After scanning: tiers that are scanned each by itself owe each its own minimum. Options in no
/// tier of the minimum owe the commodity's own.
void charge_short_options(Work& work, const Policy& policy, std::int16_t rate_class);

}  // namespace plimsoll::span
