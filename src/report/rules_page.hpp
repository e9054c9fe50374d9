#pragma once
#include <string>
#include <vector>

#include "base/label.hpp"
#include "report/text.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::report {

/// One method's rules as a table: which rule, which number, since when, by which paragraph, at
/// which line. A rule that is a formula only has no number; its line is the formula's.
std::string rules_page(Label method, const std::vector<RuleEntry>& rules, const Paper& paper);

}  // namespace plimsoll::report
