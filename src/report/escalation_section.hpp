#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// The policy's levels, best to worst: when each is entered and left, what the ladder does there,
/// and within how long it must be acknowledged. The rungs above the first level stand first.
std::string escalation_section(const strategy::Policy& policy, const Paper& paper);

/// The framework's risks, each with the account's own number, what the policy does about it, and
/// when it is next looked at. Who answers for it is not in a policy, and listed as open.
std::string risk_register(const strategy::Analysis& analysis, const strategy::Policy& policy,
                          Date as_of, const Paper& paper);

}  // namespace plimsoll::report
