#include "report/compare_page.hpp"

#include <algorithm>

#include "margin/binding.hpp"
#include "report/by_group.hpp"
#include "report/figures.hpp"
#include "report/house_section.hpp"
#include "report/partial.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

Row row_of(const MethodResult& result, bool binds) {
  return std::visit(
      [&](const auto& answer) {
        const auto equity = money_of(answer.equity);
        const auto excess = answer.excess_maintenance();
        return Row{
            .cells = {title_of(result) + (answer.not_applied.empty() ? "" : "*"),
                      requirement_text(money_of(answer.initial)),
                      requirement_text(money_of(answer.maintenance)),
                      equity ? equity_text(*equity) : "unknown",
                      excess ? excess_text(*excess) : "unknown",
                      multiple_text(equity, money_of(answer.risk_maintenance)).value_or("unknown"),
                      binds ? "<- binds" : ""},
            .emphasis = binds ? Emphasis::strong : Emphasis::none};
      },
      result.answer);
}

bool is_lower_bound(const MethodResult& result) {
  return std::visit([](const auto& answer) { return !answer.not_applied.empty(); }, result.answer);
}

/// Why one binds: what each asks to keep the same positions, and where they differ most.
std::string groups_section(const MarginReport& report, const Paper& paper) {
  const std::vector<AskedForGroup> groups = by_group(report);
  if (groups.empty()) return "";
  Table table{.columns = {{"maintenance of"}}, .rows = {}};
  for (const MethodResult& result : report.results)
    table.columns.push_back({title_of(result), Align::right});
  bool together = false;
  for (const AskedForGroup& group : groups) {
    Row& row = table.rows.emplace_back();
    row.cells.push_back(printable(group.group));
    for (const std::optional<Money>& asked : group.asked) {
      row.cells.push_back(asked ? requirement_text(*asked) : "-");
      together = together || !asked;
    }
  }
  std::string out = "\n" + table_text(table, paper);
  if (together)
    out += item("  - ", "taken together with other positions, so that no part is theirs alone",
                paper.width);
  return out;
}

}  // namespace

std::string compare_page(const MarginReport& report, const Paper& paper) {
  std::string out = partial_notice(report, paper);
  out += inked(printable(report.account) + ", " + to_text(report.as_of) + ", in " +
                   std::string{report.currency.code()},
               Emphasis::strong, paper.ink) +
         "\n\n";
  Table table{.columns = {{"method"},
                          {"initial", Align::right},
                          {"maintenance", Align::right},
                          {"equity", Align::right},
                          {"excess", Align::right},
                          {"equity / maintenance", Align::right},
                          {""}},
              .rows = {}};
  const auto binding = binding_result(report);
  for (std::size_t i = 0; i < report.results.size(); ++i)
    table.rows.push_back(row_of(report.results[i], binding == i));
  out += table_text(table, paper) + groups_section(report, paper);
  if (std::ranges::any_of(report.results, is_lower_bound))
    out +=
        item("* ",
             "a lower bound: some rules want inputs that are not there; plimsoll margin names them",
             paper.width);
  for (const auto& [method, what] : report.not_covered)
    out += item("  - ",
                printable(std::string{method.text()} + " does not cover " + what.symbol + ": " +
                          what.reason),
                paper.width);
  return out;
}

}  // namespace plimsoll::report
