#pragma once
// Before and after: the member `whatif` of `plimsoll.analysis/1`, as text.

#include <string>

#include "margin/whatif_report.hpp"

namespace plimsoll::json {

/// The sums of every method that answered both before and after, and what the trades change and
/// borrow; of steps in a lending pool also what each came to.
std::string encode_whatif(const WhatIfReport& report);

}  // namespace plimsoll::json
