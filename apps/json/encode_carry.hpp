#pragma once
#include "apps/json/writer.hpp"
#include "strategy/carry.hpp"

namespace plimsoll::json {

/// The member `carry` of an analysis, as a value. What is not known or does not apply is null, and
/// named with its reason under `not_known`.
void write_carry(Writer& out, const strategy::Carry& carry);

}  // namespace plimsoll::json
