#pragma once
// A method's rules as a list: what `plimsoll rules` prints and docs/rules/ is generated from.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "rules/citation.hpp"
#include "rules/effective.hpp"

namespace plimsoll {

/// A number in force from a day on.
struct RuleRow {
  Date since;
  FirstDay first_day = FirstDay::known;
  std::string value;  // "20%", "2.50 USD a share"
};

struct RuleEntry {
  Label name;  // "short equity option, basic percentage"
  const Citation* law = nullptr;
  std::vector<RuleRow> rows;  // oldest first; empty for a rule that is a formula only
  SourceLine number;          // where the number stands; line 0 where there is none
  SourceLine formula;         // where the formula that reads it stands
};

}  // namespace plimsoll
