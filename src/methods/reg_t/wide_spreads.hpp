#pragma once
// A spread whose greatest loss exceeds its short options' uncovered requirement owes no more than
// that requirement. The search, which knows a spread by its greatest loss only, then leaves its
// legs apart at the same cost; put together again they are one group fewer, which the order of
// preference asks for.

#include "methods/reg_t/plan.hpp"

namespace plimsoll::reg_t {

/// Joins uncovered options with long ones of the same size that may stand in a spread with them and
/// cost no more there.
void join_wide_spreads(std::vector<Plan>& plans, const Book& book, Day day);

}  // namespace plimsoll::reg_t
