#include "report/sums.hpp"

#include <algorithm>
#include <array>

#include "report/table.hpp"

namespace plimsoll::report {
namespace {

std::string markdown_sums(const std::vector<SumsLine>& lines, const Paper& paper) {
  Table table{.columns = {{"figure"}, {"value", Align::right}}, .rows = {}};
  for (const SumsLine& line : lines)
    if (!line.left.empty()) table.rows.push_back({.cells = {line.left, line.left_figure}});
  for (const SumsLine& line : lines)
    if (!line.right.empty()) table.rows.push_back({.cells = {line.right, line.right_figure}});
  return table_text(table, paper);
}

}  // namespace

std::string sums_text(const std::vector<SumsLine>& lines, const Paper& paper) {
  if (paper.ink == Ink::markdown) return markdown_sums(lines, paper);
  std::array<std::size_t, 4> widths{};
  for (const SumsLine& line : lines) {
    widths[0] = std::max(widths[0], width_of(line.left));
    widths[1] = std::max(widths[1], width_of(line.left_figure));
    widths[2] = std::max(widths[2], width_of(line.right));
    widths[3] = std::max(widths[3], width_of(line.right_figure));
  }
  const auto labelled = [](const std::string& label, std::size_t label_width,
                           const std::string& figure, std::size_t figure_width) {
    return label + std::string(label_width - width_of(label) + 2, ' ') +
           std::string(figure_width - width_of(figure), ' ') + figure;
  };
  std::string out;
  for (const SumsLine& line : lines) {
    out += "  " + labelled(line.left, widths[0], line.left_figure, widths[1]);
    if (!line.right.empty())
      out += "    " + labelled(line.right, widths[2], line.right_figure, widths[3]);
    out += "\n";
  }
  return out;
}

}  // namespace plimsoll::report
