#pragma once
// A spread whose greatest loss exceeds its short options' uncovered requirement owes no more than
// that requirement. The search finds such a spread no better than its legs apart; put together
// again they are fewer groups, which the order of preference asks for.

#include "methods/reg_t/plan.hpp"

namespace plimsoll::reg_t {

/// Joins uncovered options with long ones that may stand in a spread with them and cost no more
/// there, in as few groups as there can be.
Result<void> join_wide_spreads(std::vector<Plan>& plans, const Book& book, const Account& account,
                               Day day);

}  // namespace plimsoll::reg_t
