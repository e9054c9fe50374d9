#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/limits_held.hpp"

namespace plimsoll::report {

/// "leverage, by shock survival": what a rule's name is in a table.
std::string in_blanks(std::string_view word);

/// Every limit of the policy with the account's figure; breaches first.
std::string limits_section(const strategy::Analysis& analysis, const strategy::Policy& policy,
                           const Paper& paper);

}  // namespace plimsoll::report
