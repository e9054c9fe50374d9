#pragma once
#include "margin/answer.hpp"
#include "methods/cross_margin/health.hpp"

namespace plimsoll::cross_margin {

/// The method's own tree: the three healths, what each balance counts for, whether it may be
/// liquidated.
Detail detail_of(const Health& initial, const Health& maintenance, const Health& equity);

}  // namespace plimsoll::cross_margin
