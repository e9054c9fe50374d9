#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// The morning page: the members that were asked for, of each method and house in turn.
std::string analysis_page(const strategy::AnalysisReport& report, const Paper& paper);

}  // namespace plimsoll::report
