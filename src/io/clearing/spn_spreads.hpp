#pragma once
// Spreads between commodities and between clearing houses: superSpreads, interSpreads,
// interClearSpreads.

#include "io/clearing/spn_tree.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io::spn {

/// A dSpread, an sSpread or an hSpread of superSpreads or interSpreads. What this model has no
/// place for is kept as a record and counted as unknown: hybrid spreads (hSpread), and credits for
/// single months (pLeg), which taken for credits of whole commodities would be too large.
Result<void> read_spread(Element spread, clearing::RiskFile& file);
Result<void> read_clearing_spread(Element spread, clearing::RiskFile& file);

}  // namespace plimsoll::io::spn
