#include "report/points_section.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "report/figures.hpp"
#include "report/lending_section.hpp"
#include "report/members.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t groups_on_screen = 6;

std::string move_text(const std::string& fraction) {
  const auto number = parse_decimal(fraction);
  if (!number) return printable(fraction);
  char text[32];
  std::snprintf(text, sizeof text, "%+.3g%%", to_double(*number) * 100);
  return text;
}
/// Whole dollars: ten of them stand side by side.
std::string whole_text(const std::string& amount) {
  const auto number = parse_decimal(amount);
  if (!number) return printable(amount);
  std::string text = excess_text(Money{*number, usd});
  return text.substr(0, text.size() - 3);
}
std::string amount_text(const Detail& node, std::string_view name) {
  const auto number = parse_decimal(text_in(node, name));
  return number ? requirement_text(Money{*number, usd}) : "";
}

/// One class group: what it gains at each point, five down in one line and five up in the next.
std::string group_text(const Detail& group, const Paper& paper) {
  const auto& points = items_in(group, "points");
  const auto& gains = items_in(group, "profit_and_loss");
  const std::string worst = text_in(group, "worst_point");
  std::string out = "\n  " + inked(text_in(group, "class_group"), Emphasis::strong, paper.ink) +
                    "  requirement " + amount_text(group, "requirement") + ", minimum " +
                    amount_text(group, "minimum") + "\n";
  const std::size_t count = std::min(points.size(), gains.size());
  const std::size_t half = (count + 1) / 2;
  for (std::size_t first = 0; first < count; first += half) {
    std::string moves = "   ", sums = "   ";
    for (std::size_t k = first; k < std::min(first + half, count); ++k) {
      const std::string move = move_text(points[k].text);
      const std::string sum = whole_text(gains[k].text) + (std::to_string(k) == worst ? "*" : " ");
      const std::size_t width = std::max(width_of(move) + 1, width_of(sum)) + 2;
      moves += std::string(width - width_of(move) - 1, ' ') + move + " ";
      sums += std::string(width - width_of(sum), ' ') + sum;
    }
    for (std::string* line : {&moves, &sums}) line->erase(line->find_last_not_of(' ') + 1);
    out += moves + "\n" + sums + "\n";
  }
  return out;
}

std::string overlay_text(const Detail& detail, const Paper& paper) {
  const Detail* overlay = member(detail, "overlay");
  if (!overlay) return "";
  Table table{
      .columns = {{"test of " + text_in(*overlay, "title")}, {"asks for", Align::right}, {""}},
      .rows = {}};
  const std::string binds = text_in(*overlay, "binds");
  const auto row = [&](const std::string& name, const std::string& amount) {
    const bool bound = name == binds;
    table.rows.push_back({.cells = {name, amount, bound ? "<- binds" : ""},
                          .emphasis = bound ? Emphasis::strong : Emphasis::none});
  };
  row(text_in(detail, "pack"), amount_text(*overlay, "base_requirement"));
  for (const Detail& test : items_in(*overlay, "tests"))
    row(text_in(test, "test"), amount_text(test, "requirement"));
  return "\n" + table_text(table, paper);
}

}  // namespace

std::string points_section(const Detail& detail, PointRows rows, const Paper& paper) {
  const auto& groups = items_in(detail, "class_groups");
  std::string out = overlay_text(detail, paper);
  if (groups.empty()) return out;
  out += "\n" +
         inked("class groups, moved: profit and loss in whole dollars, the worst point marked *",
               Emphasis::strong, paper.ink) +
         "\n";
  std::size_t shown = 0;
  for (const Detail& group : groups) {
    if (rows == PointRows::some && shown == groups_on_screen) break;
    out += group_text(group, paper);
    ++shown;
  }
  if (shown < groups.size())
    out += "\n  " + std::to_string(groups.size() - shown) + " more under --explain\n";
  return out;
}

std::string equity_name(const Detail& detail) {
  const bool at_value = member(detail, "class_groups") || member(detail, "combined_commodities") ||
                        is_lending(detail);
  return at_value ? "equity" : "equity with loan value";
}

}  // namespace plimsoll::report
