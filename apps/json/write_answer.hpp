#pragma once
// Parts of an answer that the full form and the summary share.

#include "apps/json/writer.hpp"
#include "margin/margin_report.hpp"

namespace plimsoll::json {

/// "account", "as_of", "currency", "partial".
void write_head(Writer& out, const MarginReport& report);

/// From "rules", where the method has rulebooks, to "excess_maintenance".
template <Reading R>
void write_sums(Writer& out, const Answer<R>& answer);
extern template void write_sums<Money>(Writer&, const Answer<Money>&);
extern template void write_sums<Amount>(Writer&, const Answer<Amount>&);

void write_call(Writer& out, const Call& call);
void write_not_applied(Writer& out, const NotApplied& not_applied);
void write_not_covered(Writer& out, const MethodNotCovered& not_covered);

}  // namespace plimsoll::json
