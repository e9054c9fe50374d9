#include "apps/cli/chart.hpp"

#include "apps/cli/files.hpp"
#include "report/points_charts.hpp"

namespace plimsoll::cli {

Result<void> draw(const MarginReport& report, const Settings& settings) {
  if (!settings.chart) return {};
  const auto charts = report::points_charts(report);
  if (charts.empty())
    return fail(
        Reason::bad_input,
        "there is nothing to draw: no answer moves prices; add tims to --method, or span for "
        "futures",
        "--chart");
  return write_file(*settings.chart, report::points_charts_svg(charts));
}

}  // namespace plimsoll::cli
