#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// The verdict with its facts, how full the account is as bars, what to do next. The analysis has a
/// verdict.
std::string morning_section(const strategy::Analysis& analysis, const Paper& paper);

}  // namespace plimsoll::report
