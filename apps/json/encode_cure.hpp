#pragma once
#include "apps/json/writer.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::json {

/// The member `cure` of an analysis, as a value; with the ladder, and what the sale's own mark on
/// prices asks for besides, where they are known.
void write_cure(Writer& out, const strategy::Cure& cure,
                const strategy::Part<strategy::Ladder>& ladder,
                const strategy::Part<strategy::Cascade>& cascade);

}  // namespace plimsoll::json
