#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// How far the market and each name may go, what a raised requirement takes of that, and how soon
/// it might come.
std::string distance_section(const strategy::Distance& distance, const Paper& paper);
std::string time_section(const strategy::TimeToCall& time, const Paper& paper);

}  // namespace plimsoll::report
