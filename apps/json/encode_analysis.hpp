#pragma once
#include <string>

#include "strategy/analysis.hpp"

namespace plimsoll::json {

/// `plimsoll.analysis/1` with the members that were asked for: those of the account's own method
/// first, of further methods and houses under `others`.
std::string encode_analysis(const strategy::AnalysisReport& report);

}  // namespace plimsoll::json
