#pragma once
// Every limit the policy sets, beside the account's figure: what is kept, what is breached, and
// what cannot be told because a figure is not known.

#include <string>
#include <string_view>
#include <vector>

#include "strategy/analysis.hpp"

namespace plimsoll::strategy {

struct LimitHeld {
  std::string what;      // "income over interest"
  std::string_view key;  // of the policy: "rates.coverage_critical"
  std::string bound;     // "at least 1.5"
  Outcome state = Outcome::unknown;
  std::string figure = {};   // as a person says it; empty where it is not known
  std::string missing = {};  // then why
};

/// In one order whatever the account; one row more for each group of the book that is over its
/// limit. A member that was not asked for or not answered leaves its limits unknown.
std::vector<LimitHeld> limits_held(const Analysis& analysis, const Policy& policy);

}  // namespace plimsoll::strategy
