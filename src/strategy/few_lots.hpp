#pragma once
// Sales in coarse lots: what is cheapest for what it frees need not be in the cheapest sale that
// frees enough, where the last lot frees more than is needed. Where lots are few all are looked at.

#include "strategy/walk_back.hpp"

namespace plimsoll::strategy {

/// Puts the cheapest sale that meets the target in the place of the one found, where there are at
/// most 65,536 sales to choose from. What each line frees by itself is asked for; what several free
/// is taken for the sum, and asked for before it stands: of books whose requirement is no sum of
/// its parts a cheaper sale may be missed. Lines that go last sell no more than they did. Does
/// nothing where the target is not met.
void try_few_lots(SaleTrial& trial, const std::vector<SaleLine>& lines, const Standing& today,
                  SalesFound& found);

}  // namespace plimsoll::strategy
