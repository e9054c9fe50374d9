#include "report/compare_page.hpp"

#include <algorithm>
#include <set>

#include "margin/binding.hpp"
#include "report/brokers_section.hpp"
#include "report/by_group.hpp"
#include "report/figures.hpp"
#include "report/house_section.hpp"
#include "report/margin_page.hpp"
#include "report/partial.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using strategy::Comparison;
using strategy::MethodStanding;

Row row_of(const MethodResult& result, const MethodStanding& standing, bool binds) {
  return std::visit(
      [&](const auto& answer) {
        const auto equity = money_of(answer.equity);
        const auto excess = answer.excess_maintenance();
        return Row{.cells = {title_of(result) + (standing.lower_bound ? "*" : ""),
                             requirement_text(money_of(answer.initial)),
                             requirement_text(money_of(answer.maintenance)),
                             equity ? equity_text(*equity) : "unknown",
                             excess ? excess_text(*excess) : "unknown",
                             multiple_text(equity, standing.requirement).value_or("unknown"),
                             fall_text(standing), binds ? "<- binds" : ""},
                   .emphasis = binds ? Emphasis::strong : Emphasis::none};
      },
      result.answer);
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
    out +=
        item("  - ", "taken together with other positions, so that no part is theirs alone", paper);
  return out;
}

std::string methods_table(const Comparison& comparison, const Paper& paper) {
  Table table{.columns = {{"method"},
                          {"initial", Align::right},
                          {"maintenance", Align::right},
                          {"equity", Align::right},
                          {"excess", Align::right},
                          {"multiple", Align::right},
                          {"fall", Align::right},
                          {""}},
              .rows = {}};
  const MarginReport& report = comparison.margin;
  const auto binding = binding_result(report);
  for (std::size_t i = 0; i < report.results.size(); ++i)
    table.rows.push_back(row_of(report.results[i], comparison.standings[i], binding == i));
  return table_text(table, paper);
}

/// "21,376.69 less", "12.00 more".
std::string less_text(Money less) {
  return less.amount.is_negative() ? requirement_text(-less) + " more"
                                   : equity_text(less) + " less";
}

std::string frees_text(const strategy::PortfolioMargin& one) {
  std::string text = "portfolio margin asks " + less_text(one.requirement_less);
  if (one.frees)
    text += one.frees->amount.is_negative()
                ? ": moving to it would cost " + requirement_text(-*one.frees) + " of excess"
                : ": moving to it would free " + equity_text(*one.frees) + " of excess";
  const auto missing = one.equity_missing();
  if (!missing) return text;
  text += "; it wants " + requirement_text(*one.equity_least) + " of equity, and ";
  return text + (missing->amount.is_zero() ? "there are " + equity_text(*one.equity)
                                           : requirement_text(*missing) + " are missing");
}

/// Why a method's fall is not told, each reason once.
std::string untold(const Comparison& comparison, const Paper& paper) {
  std::string out;
  std::set<std::string> said;
  for (std::size_t i = 0; i < comparison.standings.size(); ++i) {
    const auto& why = comparison.standings[i].no_market;
    if (!why || !said.insert(why->what).second) continue;
    out +=
        item("  - ",
             "no fall by " + title_of(comparison.margin.results[i]) + ": " + printable(why->what),
             paper);
  }
  return out;
}

}  // namespace

std::string compare_page(const Comparison& comparison, CompareExtent extent, const Paper& paper) {
  const MarginReport& report = comparison.margin;
  PLIMSOLL_CHECK(comparison.standings.size() == report.results.size());
  std::string out = partial_notice(report, paper);
  out += section_heading(printable(report.account) + ", " + to_text(report.as_of) + ", in " +
                             std::string{report.currency.code()},
                         {paper.ink, paper.width, paper.depth - 1}) +
         "\n" + methods_table(comparison, paper);
  if (extent == CompareExtent::methods) return out;
  out += groups_section(report, paper);
  if (comparison.portfolio_margin)
    out += item("  - ", frees_text(*comparison.portfolio_margin), paper);
  out += untold(comparison, paper);
  if (std::ranges::any_of(comparison.standings, &MethodStanding::lower_bound))
    out +=
        item("* ",
             "a lower bound: some rules want inputs that are not there; plimsoll margin names them",
             paper);
  for (const auto& [method, what] : report.not_covered)
    out += item("  - ",
                printable(std::string{method.text()} + " does not cover " + what.symbol + ": " +
                          what.reason),
                paper);
  out += brokers_section(comparison, paper);
  for (const MethodResult& result : report.results) {
    const std::string trees = explained_section(result, paper);
    if (!trees.empty()) out += "\n" + section_heading(title_of(result), paper) + trees;
  }
  return out;
}

}  // namespace plimsoll::report
