#pragma once
// Combined commodities of SPAN XML: a `ccDef` with its tiers, calendar spreads, delivery months.

#include "io/clearing/spn_house.hpp"

namespace plimsoll::io::spn {

/// Adds the commodity to the file; refused as a whole where any of it is, as half of its charges
/// would be a wrong margin.
Result<void> read_commodity(Element definition, House& house);

}  // namespace plimsoll::io::spn
