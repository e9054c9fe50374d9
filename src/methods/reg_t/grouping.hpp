#pragma once
// The least-margin decomposition of a whole account: every share and contract in exactly one group.

#include "methods/reg_t/offsets.hpp"

namespace plimsoll::reg_t {

struct Grouping {
  std::vector<Plan> plans;   // in the order of the symbols they hold
  bool proven = true;        // no other grouping leaves more excess over maintenance
  Money better_by_at_most;   // where not proven
  bool in_portions = false;  // more bear on one another than are looked at together
};

Result<Grouping> least_margin(const Book& book, const Account& account, Day day);

}  // namespace plimsoll::reg_t
