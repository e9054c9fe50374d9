#pragma once
#include "apps/json/writer.hpp"
#include "strategy/rates.hpp"

namespace plimsoll::json {

/// The member `rates` of an analysis, as a value. Without a debit it says why it is not applicable.
void write_rates(Writer& out, const strategy::Rates& rates);

}  // namespace plimsoll::json
