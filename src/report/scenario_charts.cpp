#include "report/scenario_charts.hpp"

#include <algorithm>

#include "report/members.hpp"

namespace plimsoll::report {
namespace {

/// What moves in each scenario of the clearing house's file, in words; empty where it is not told.
const std::vector<Detail>& moves_of(const Detail& detail, const Detail& commodity) {
  static const std::vector<Detail> none;
  for (const Detail& file : items_in(detail, "files"))
    if (text_in(file, "clearing_house") == text_in(commodity, "clearing_house"))
      return items_in(file, "scenarios");
  return none;
}

std::optional<PointsChart> chart_of(const Detail& commodity, const std::vector<Detail>& moves) {
  const std::string code = text_in(commodity, "currency");
  const auto active = decimal_in(commodity, "active_scenario");
  const auto scanned = decimal_in(commodity, "scan_risk"), asked = decimal_in(commodity, "total");
  if (!Currency::is_code(code) || !active || !scanned || !asked) return std::nullopt;
  const Currency currency = Currency::of(code);
  PointsChart chart;
  const std::string position = text_in(commodity, "position");
  chart.title = text_in(commodity, "code") + (position.empty() ? "" : ", " + position);
  for (const Detail& leaf : items_in(commodity, "scenarios")) {
    const auto loss = parse_decimal(leaf.text);
    if (!loss) return std::nullopt;
    const std::size_t i = chart.points.size();
    const std::string number = std::to_string(i + 1);
    chart.points.push_back({number,
                            {-*loss, currency},
                            "scenario " + number + (i < moves.size() ? ", " + moves[i].text : "")});
  }
  if (chart.points.empty()) return std::nullopt;
  // Counted from one.
  const auto at = static_cast<std::size_t>(std::max(to_double(*active) - 1, 0.0));
  chart.worst = std::min(at, chart.points.size() - 1);
  chart.lines = {{"scanning risk", {*scanned, currency}}, {"maintenance", {*asked, currency}}};
  chart.caption = "in each scenario; the active one in red";
  return chart;
}

}  // namespace

std::vector<PointsChart> scenario_charts(const Detail& detail) {
  std::vector<PointsChart> charts;
  for (const Detail& commodity : items_in(detail, "combined_commodities")) {
    if (member(commodity, "scanned_in")) continue;
    if (auto chart = chart_of(commodity, moves_of(detail, commodity)))
      charts.push_back(*std::move(chart));
  }
  return charts;
}

}  // namespace plimsoll::report
