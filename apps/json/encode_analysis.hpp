#pragma once
#include <string>

#include "strategy/analysis.hpp"

namespace plimsoll::json {

/// `plimsoll.analysis/1` with the members that were asked for: those of the account's own method
/// first, of further methods and houses under `others`.
std::string encode_analysis(const strategy::AnalysisReport& report);

/// One line: of each method and house the verdict and the figures it stands on. What is not known
/// is null.
std::string encode_analysis_summary(const strategy::AnalysisReport& report);

}  // namespace plimsoll::json
