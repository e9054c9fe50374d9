#pragma once
#include "apps/json/writer.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::json {

/// The member `distance` of an analysis, as a value; with how soon, where that is known.
void write_distance(Writer& out, const strategy::Distance& distance,
                    const strategy::Part<strategy::TimeToCall>& time);

}  // namespace plimsoll::json
