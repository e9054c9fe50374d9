#pragma once
// Spreads that scan several commodities in one.

#include "methods/span/inter.hpp"

namespace plimsoll::span {

/// Scans the legs that are held together in the target, where enough of them are; true where it
/// formed. The legs' charges, minimums and option values go with them.
bool scan_together(const clearing::InterSpread& spread, House& house);

}  // namespace plimsoll::span
