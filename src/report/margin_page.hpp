#pragma once
// The answer to "what do I owe, why, and how much room is left", on one screen.

#include <cstdint>
#include <string>

#include "margin/margin_report.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

enum class Extent : std::uint8_t {
  summary,   // the sums, calls, and how many caveats there are
  screen,    // and the largest groups, calls, caveats
  explained  // and every group, and the trees where the answer was explained
};

/// For each method: sums first, then the groups with the largest maintenance first. An answer that
/// leaves positions out says so in its first line. Rounded against the account (figures.hpp).
std::string margin_page(const MarginReport& report, Extent extent, const Paper& paper);

/// How the requirements and the equity of one were reached; empty where it was not explained.
std::string explained_section(const MethodResult& result, const Paper& paper);

}  // namespace plimsoll::report
