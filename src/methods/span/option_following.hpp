#pragma once
// How an option on a future follows it: by the option's own sixteen values in its clearing house's
// file.

#include "methods/span/places.hpp"

namespace plimsoll::span {

/// The future an option is on, as an instrument of its own, with its settlement.
struct FutureUnder {
  Future future;
  Decimal settlement;
};

/// Nothing where no file holds the option, or a future it is on with a settlement.
std::optional<FutureUnder> future_under(const FutureOption& option, const RiskFiles& files);

/// The option's price once the future stands at `moved_to`. Refused: what `option_moved` refuses, a
/// move past the file's extreme scenarios among it; an option no file holds.
Result<Decimal> option_at(const FutureOption& option, Decimal moved_to, const RiskFiles& files);

}  // namespace plimsoll::span
