#pragma once
#include "apps/json/writer.hpp"
#include "strategy/size.hpp"

namespace plimsoll::json {

/// The member `size` of an analysis, as a value.
void write_size(Writer& out, const strategy::Size& size);

}  // namespace plimsoll::json
