#pragma once
#include <string>

#include "base/date.hpp"
#include "report/text.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::report {

/// Every parameter of a policy, a table for each section: value, default, unit, what it decides,
/// why its default is what it is, and where that comes from. What differs from the default is bold
/// and says whether it allows more.
std::string policy_register(const strategy::Policy& policy, const Paper& paper);

/// Days from one review to the next, by the policy, as dates from `as_of`.
std::string review_calendar(const strategy::Policy& policy, Date as_of, const Paper& paper);

}  // namespace plimsoll::report
