#pragma once
// One clearing house of a SPAN XML document while it is read: what is known of it so far, and what
// can be said only once all of it is.

#include "io/clearing/spn_fields.hpp"
#include "io/clearing/spn_references.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io::spn {

/// An `adjRate`: what rate `id` of a commodity is, in terms of another rate.
struct Adjustment {
  clearing::Index commodity = clearing::nowhere;
  std::int16_t id = 0, base = 0;
  Decimal value;
};

struct House {
  clearing::RiskFile file;
  References references;
  std::vector<Adjustment> adjustments = {};
  double price_scan_ratio_most = 0;  // of all read: above 1.5, they are percentages
};

/// Scenarios of a `pointDef`, into the file's; the first one stands, and others that differ are
/// refused.
Result<void> read_points(Element points, clearing::RiskFile& file);
Result<void> read_rate_class(Element definition, clearing::RiskFile& file);
Result<void> read_conversion(Element conversion, clearing::RiskFile& file);
/// The house's own facts and the document's: its `clearingOrg` and the `pointInTime` around it.
Result<void> read_header(Element house, clearing::RiskFile& file);

/// Everything that needs the whole: underlying months, combinations' legs, multipliers by class of
/// account. What is refused is taken out of the file; contracts are sorted.
std::vector<Error> finish(House& house);

}  // namespace plimsoll::io::spn
