#pragma once
// Charges for deltas of one commodity that offset between its months, and for months in delivery.

#include "methods/span/work.hpp"

namespace plimsoll::span {

/// Forms the commodity's spreads in order, months before tiers, takes their deltas from the ladder
/// and adds up what they cost. A spread without a rate for the class is left out, with a remark.
void charge_calendars(Work& work, const Policy& policy, std::int16_t rate_class);

/// After the calendars: what each month in delivery pays for what they took of it and for the rest.
void charge_spot(Work& work, const Policy& policy, std::int16_t rate_class);

}  // namespace plimsoll::span
