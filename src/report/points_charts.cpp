#include "report/points_charts.hpp"

#include <algorithm>
#include <map>

#include "report/by_group.hpp"

namespace plimsoll::report {
namespace {

const Detail* member(const Detail& node, std::string_view name) {
  const auto found = std::ranges::find(node.children, name, &Detail::name);
  return found == node.children.end() ? nullptr : &*found;
}

std::optional<Decimal> decimal_in(const Detail& leaf) {
  const auto number = parse_decimal(leaf.text);
  return number ? std::optional{*number} : std::nullopt;
}

/// The ten points of one class group; nothing where the tree is of another kind.
std::optional<PointsChart> chart_of(const Detail& group, Currency currency) {
  const Detail* name = member(group, "class_group");
  const Detail* moves = member(group, "points");
  const Detail* gains = member(group, "profit_and_loss");
  const Detail* worst = member(group, "worst_point");
  const Detail* asked = member(group, "requirement");
  if (!name || !moves || !gains || !worst || !asked) return std::nullopt;
  PointsChart chart;
  chart.title = name->text;
  for (std::size_t i = 0; i < std::min(moves->children.size(), gains->children.size()); ++i) {
    const auto move = decimal_in(moves->children[i]), gain = decimal_in(gains->children[i]);
    if (!move || !gain) return std::nullopt;
    chart.points.push_back({to_double(*move), {*gain, currency}});
  }
  const auto at = decimal_in(*worst), requirement = decimal_in(*asked);
  if (!at || !requirement || chart.points.empty()) return std::nullopt;
  chart.worst = std::min(static_cast<std::size_t>(to_double(*at)), chart.points.size() - 1);
  chart.lines.push_back({"portfolio margin", {*requirement, currency}});
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
  const Detail* groups = member(answer.detail, "class_groups");
  if (!groups) return;
  const auto held = held_by_group(answer);
  for (const Detail& group : groups->children) {
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
