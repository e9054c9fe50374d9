#pragma once
// Pictures of scenarios: what each combined commodity gains and loses in every one of them.

#include <vector>

#include "margin/answer.hpp"
#include "report/points_chart.hpp"

namespace plimsoll::report {

/// One chart of each commodity that is scanned by itself, the active scenario marked, with lines at
/// its scanning risk and at what is asked for it. In the commodity's own currency.
std::vector<PointsChart> scenario_charts(const Detail& detail);

}  // namespace plimsoll::report
