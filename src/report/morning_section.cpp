#include "report/morning_section.hpp"

#include <algorithm>

#include "report/ratios.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t bar_width = 40;

struct Bar {
  std::string name;
  double part = 0;  // of the whole bar
  std::string figure;
};

Emphasis emphasis_of(strategy::AccountLevel level) {
  switch (level) {
    case strategy::AccountLevel::calm:
      return Emphasis::strong;
    case strategy::AccountLevel::watch:
    case strategy::AccountLevel::warn:
    case strategy::AccountLevel::critical:
    case strategy::AccountLevel::breach:
      return Emphasis::warning;
  }
  PLIMSOLL_CHECK(false);
  return Emphasis::none;
}

std::vector<Bar> bars_of(const strategy::Analysis& analysis) {
  std::vector<Bar> bars;
  if (analysis.buffer && *analysis.buffer) {
    const strategy::Buffer& buffer = **analysis.buffer;
    if (const auto use = buffer.utilisation())
      bars.push_back({"requirement of equity", *use, use_text(*use)});
    if (const auto use = buffer.debit_use())
      bars.push_back({"debit of the most", *use, use_text(*use)});
    if (const auto multiple = buffer.multiple())
      bars.push_back({"buffer of its target", *multiple / buffer.target,
                      times_text(*multiple) + " of " + times_text(buffer.target)});
  }
  if (analysis.distance && *analysis.distance) {
    const strategy::Distance& far = **analysis.distance;
    if (far.called()) return bars;
    if (far.market.down)
      bars.push_back(
          {"market fall to a call", -far.market.down->move, distance_text(-far.market.down->move)});
    if (far.market.up)
      bars.push_back(
          {"market rise to a call", far.market.up->move, distance_text(far.market.up->move)});
  }
  return bars;
}

std::string bars_text(const std::vector<Bar>& bars, const Paper& paper) {
  if (bars.empty()) return "";
  if (paper.ink == Ink::markdown) {
    Table table{.columns = {{"of the whole"}, {""}, {"", Align::right}}, .rows = {}};
    for (const Bar& bar : bars)
      table.rows.push_back({.cells = {bar.name, bar_text(bar.part, bar_width), bar.figure}});
    return "\n" + table_text(table, paper);
  }
  std::size_t width = 0;
  for (const Bar& bar : bars) width = std::max(width, width_of(bar.name));
  std::string out;
  for (const Bar& bar : bars)
    out += "  " + bar.name + std::string(width - width_of(bar.name) + 2, ' ') +
           bar_text(bar.part, bar_width) + "  " + bar.figure + "\n";
  return "\n" + out;
}

}  // namespace

std::string morning_section(const strategy::Analysis& analysis, const Paper& paper) {
  const strategy::Verdict& verdict = *analysis.verdict;
  std::string out;
  for (const std::string& line : wrapped(verdict.headline, paper.width))
    out += inked(line, emphasis_of(verdict.level), paper.ink) + "\n";
  out = "\n" + out + bars_text(bars_of(analysis), paper) + "\n";
  for (const std::string& fact : verdict.facts) out += item("  - ", printable(fact), paper);
  if (verdict.next.empty()) return out;
  out += "\n" + section_heading("next", paper);
  for (const std::string& next : verdict.next) out += item("  - ", printable(next), paper);
  return out;
}

}  // namespace plimsoll::report
