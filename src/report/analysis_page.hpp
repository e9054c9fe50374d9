#pragma once
#include <cstdint>
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

enum class AnalysisExtent : std::uint8_t {
  morning,   // the verdict alone
  heads,     // of each section that was asked for its first figures
  sections,  // the verdict where there is one, and every section that was asked for
  explained  // and the figures with their formulas, and the trees where the answer was explained
};

/// The morning page, of each method and house in turn.
std::string analysis_page(const strategy::AnalysisReport& report, AnalysisExtent extent,
                          const Paper& paper);

}  // namespace plimsoll::report
