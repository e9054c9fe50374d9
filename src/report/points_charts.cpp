#include "report/points_charts.hpp"

#include <algorithm>
#include <map>

#include "report/by_group.hpp"
#include "report/members.hpp"
#include "report/scenario_charts.hpp"

namespace plimsoll::report {
namespace {

/// The ten points of one class group; nothing where the tree is of another kind.
std::optional<PointsChart> chart_of(const Detail& group, Currency currency) {
  const Detail* name = member(group, "class_group");
  const auto& moves = items_in(group, "points");
  const auto& gains = items_in(group, "profit_and_loss");
  const auto worst = decimal_in(group, "worst_point"), asked = decimal_in(group, "requirement");
  if (!name || !worst || !asked) return std::nullopt;
  PointsChart chart;
  chart.title = name->text;
  for (std::size_t i = 0; i < std::min(moves.size(), gains.size()); ++i) {
    const auto move = parse_decimal(moves[i].text), gain = parse_decimal(gains[i].text);
    if (!move || !gain) return std::nullopt;
    chart.points.push_back({move_text(to_double(*move)), {*gain, currency}});
  }
  if (chart.points.empty()) return std::nullopt;
  chart.worst = std::min(static_cast<std::size_t>(to_double(*worst)), chart.points.size() - 1);
  chart.lines.push_back({"portfolio margin", {*asked, currency}});
  return chart;
}

/// Positions by class group, of those whose requirement is their own.
template <Reading R>
std::map<std::string, Held> held_by_group(const Answer<R>& answer) {
  std::map<std::string, Held> held;
  for (const Group<R>& group : answer.groups)
    for (const Leg& leg : group.legs) held[std::string{group.strategy.text()}].insert(leg.id);
  return held;
}

template <Reading R>
void add_charts(const Answer<R>& answer, const MarginReport& report,
                std::vector<PointsChart>& charts) {
  for (PointsChart& chart : scenario_charts(answer.detail)) charts.push_back(std::move(chart));
  const auto held = held_by_group(answer);
  for (const Detail& group : items_in(answer.detail, "class_groups")) {
    auto chart = chart_of(group, report.currency);
    if (!chart) continue;
    const auto mine = held.find(chart->title);
    for (const MethodResult& other : report.results)
      if (!moves_groups(other) && mine != held.end())
        if (const auto asked = maintenance_of(mine->second, other, report.currency))
          chart->lines.push_back({std::string{other.method.text()} + " maintenance", *asked});
    charts.push_back(*std::move(chart));
  }
}

}  // namespace

std::vector<PointsChart> points_charts(const MarginReport& report) {
  std::vector<PointsChart> charts;
  for (const MethodResult& result : report.results)
    std::visit([&](const auto& answer) { add_charts(answer, report, charts); }, result.answer);
  return charts;
}

}  // namespace plimsoll::report
