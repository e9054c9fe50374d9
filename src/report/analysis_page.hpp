#pragma once
#include <cstdint>
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// The verdict alone, or every section that was asked for behind it.
enum class AnalysisExtent : std::uint8_t { morning, sections };

/// The morning page, of each method and house in turn.
std::string analysis_page(const strategy::AnalysisReport& report, AnalysisExtent extent,
                          const Paper& paper);

}  // namespace plimsoll::report
