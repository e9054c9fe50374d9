#pragma once
// Methods and brokers side by side: the member `compare` of `plimsoll.analysis/1`, as text.

#include <string>

#include "strategy/comparison.hpp"

namespace plimsoll::json {

/// One row for each method that answered, in the order asked. `binds` marks the one that asks most:
/// the least excess over maintenance or, where cash is unknown, the greatest maintenance; the
/// earlier row where two are equal. Of a comparison with one standing for each of its results.
std::string encode_compare(const strategy::Comparison& comparison);

/// The methods' multiples and distances alone, on one line.
std::string encode_compare_summary(const strategy::Comparison& comparison);

}  // namespace plimsoll::json
