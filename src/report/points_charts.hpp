#pragma once
// Pictures of a report: what risk-based answers move, beside what the other methods ask.

#include <vector>

#include "margin/margin_report.hpp"
#include "report/points_chart.hpp"

namespace plimsoll::report {

/// One chart of each class group an answer of the report moves, beside what the other methods ask
/// for the same positions, where they take them by themselves; and one of each combined commodity
/// an answer scans.
std::vector<PointsChart> points_charts(const MarginReport& report);

}  // namespace plimsoll::report
