#include "report/margin_page.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "report/commodities_section.hpp"
#include "report/figures.hpp"
#include "report/house_section.hpp"
#include "report/legs.hpp"
#include "report/lending_section.hpp"
#include "report/partial.hpp"
#include "report/points_section.hpp"
#include "report/sums.hpp"
#include "report/table.hpp"
#include "report/tree.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t groups_on_screen = 12;

std::string plural(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string{noun} + (count == 1 ? "" : "s");
}

std::string heading(std::string_view text, const Paper& paper) {
  return "\n" + inked(text, Emphasis::strong, paper.ink) + "\n";
}

std::string known_or(const std::optional<Money>& money, std::string (*text_of)(Money)) {
  return money ? text_of(*money) : "unknown";
}

/// What stands beside the requirements: the equity, and what the kind of account is measured by.
using Figure = std::pair<std::string, std::string>;
template <Reading R>
std::array<Figure, 4> measures(const Answer<R>& answer) {
  const Figure equity{equity_name(answer.detail), known_or(money_of(answer.equity), equity_text)};
  const Figure multiple{"equity / maintenance",
                        multiple_text(money_of(answer.equity), money_of(answer.risk_maintenance))
                            .value_or("unknown")};
  if (is_lending(answer.detail)) {
    LendingFigures lending = lending_figures(answer.detail);
    return {equity,
            multiple,
            {std::move(lending.measure), std::move(lending.measured)},
            {"loan to value", std::move(lending.loan_to_value)}};
  }
  const Figure net{"net liquidation value",
                   known_or(money_of(answer.net_liquidation), equity_text)};
  if (is_by_commodity(answer.detail))
    return {equity, net, multiple, {"net option value", net_option_value_text(answer.detail)}};
  return {
      equity, net, multiple, {"proceeds of short options", equity_text(money_of(answer.proceeds))}};
}

template <Reading R>
std::string sums(const Answer<R>& answer, const Paper& paper) {
  const Money risk_maintenance = money_of(answer.risk_maintenance);
  const Money risk_initial = money_of(answer.risk_initial);
  const auto beside = measures(answer);
  std::vector<SumsLine> lines{
      {"maintenance requirement", requirement_text(money_of(answer.maintenance))},
      {"initial requirement", requirement_text(money_of(answer.initial))},
      {"excess over maintenance", known_or(answer.excess_maintenance(), excess_text)},
      {"excess over initial", known_or(answer.excess_initial(), excess_text)},
  };
  for (std::size_t i = 0; i < lines.size(); ++i)
    std::tie(lines[i].right, lines[i].right_figure) = beside[i];
  // The excess is equity less these; they are the requirements themselves unless stock is sold
  // short or options are bought.
  if (risk_maintenance != money_of(answer.maintenance) || risk_initial != money_of(answer.initial))
    lines.push_back({"maintenance against equity", requirement_text(risk_maintenance),
                     "initial against equity", requirement_text(risk_initial)});
  return sums_text(lines, paper) + liquidation_notice(answer.detail, paper);
}

template <Reading R>
std::vector<const Group<R>*> binding_first(const Answer<R>& answer) {
  std::vector<const Group<R>*> groups;
  for (const Group<R>& group : answer.groups) groups.push_back(&group);
  // Equal ones stay as the method ordered them, which is the order of their addresses.
  std::ranges::sort(groups, [](const auto* a, const auto* b) {
    const Money left = money_of(a->maintenance), right = money_of(b->maintenance);
    return left == right ? a < b : right < left;
  });
  return groups;
}

Row figures(std::string name, std::string legs, Money initial, Money maintenance, Money proceeds,
            Emphasis emphasis) {
  return {.cells = {std::move(name), std::move(legs), requirement_text(initial),
                    requirement_text(maintenance), equity_text(proceeds)},
          .emphasis = emphasis};
}

template <Reading R>
std::string groups_table(const Answer<R>& answer, Extent extent, const Paper& paper) {
  // A lending pool is one group; its balances are a section of their own.
  if (answer.groups.empty() || is_lending(answer.detail)) return "";
  Table table{.columns = {{"group"},
                          {"legs"},
                          {"initial", Align::right},
                          {"maintenance", Align::right},
                          {"proceeds", Align::right}},
              .rows = {}};
  const auto groups = binding_first(answer);
  const Currency currency = money_of(answer.proceeds).currency;
  Money initial = zero(currency), maintenance = zero(currency), proceeds = zero(currency);
  // A last line that stands for a single group would say less in the same space.
  const bool all = extent == Extent::explained || groups.size() <= groups_on_screen + 1;
  const std::size_t shown = all ? groups.size() : groups_on_screen;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Group<R>& group = *groups[i];
    if (i < shown) {
      table.rows.push_back(figures(std::string{group.strategy.text()}, in_words(group.legs),
                                   money_of(group.initial), money_of(group.maintenance),
                                   group.proceeds, Emphasis::none));
      continue;
    }
    initial = initial + money_of(group.initial);
    maintenance = maintenance + money_of(group.maintenance);
    proceeds = proceeds + group.proceeds;
  }
  if (shown < groups.size())
    table.rows.push_back(figures(plural(groups.size() - shown, "smaller group"),
                                 "--explain and --json list them", initial, maintenance, proceeds,
                                 Emphasis::dim));
  table.rows.push_back(figures("total", "", money_of(answer.initial), money_of(answer.maintenance),
                               money_of(answer.proceeds), Emphasis::strong));
  // Nothing is received for what is sold where the method is by commodity.
  if (is_by_commodity(answer.detail)) {
    table.columns.pop_back();
    for (Row& row : table.rows) row.cells.pop_back();
  }
  return "\n" + table_text(table, paper);
}

template <Reading R>
std::string calls(const Answer<R>& answer, const Paper& paper) {
  std::string out;
  if (!answer.calls.empty()) out += heading("calls", paper);
  for (const Call& call : answer.calls) {
    std::string text = std::string{call.kind.text()} + " of " + requirement_text(call.amount) +
                       " " + std::string{call.amount.currency.code()};
    if (call.due) text += ", due " + to_text(*call.due);
    if (!call.cure.empty()) text += ": " + call.cure;
    out += item("  - ", printable(text), paper.width);
  }
  return out;
}

/// How much a summary does not say.
template <Reading R>
std::string left_unsaid(const Answer<R>& answer) {
  std::string out;
  if (!answer.not_applied.empty())
    out += plural(answer.not_applied.size(), "rule") + " not applied";
  if (!answer.caveats.empty())
    out += (out.empty() ? "" : ", ") + plural(answer.caveats.size(), "caveat");
  return out.empty() ? out : "\n" + out + ": run without --summary\n";
}

template <Reading R>
std::string remarks(const Answer<R>& answer, const Paper& paper) {
  std::string out = calls(answer, paper);
  if (!answer.not_applied.empty())
    out += heading("not applied, so that the answer is a lower bound", paper);
  for (const NotApplied& one : answer.not_applied)
    out += item("  - ", printable(one.what + " (needs " + one.missing_input + ")"), paper.width);
  if (!answer.caveats.empty()) out += heading("caveats", paper);
  for (const Caveat& caveat : answer.caveats)
    out += item("  - ", printable(caveat.text), paper.width);
  return out;
}

std::string trees(const Answer<Money>&, const Paper&) { return ""; }
std::string trees(const Answer<Amount>& answer, const Paper& paper) {
  const auto explained = [&](std::string_view what, const Amount& amount) {
    return heading(std::string{what} + ", explained", paper) + tree(amount, paper);
  };
  std::string out = explained("maintenance", answer.maintenance);
  // A method with one requirement for both shows its tree once.
  if (answer.initial.label != answer.maintenance.label) out += explained("initial", answer.initial);
  if (answer.risk_maintenance.money != answer.maintenance.money)
    out += explained("maintenance against equity", answer.risk_maintenance);
  if (answer.risk_initial.money != answer.initial.money)
    out += explained("initial against equity", answer.risk_initial);
  if (answer.equity) out += explained(equity_name(answer.detail), *answer.equity);
  return out;
}

std::string not_covered(const MarginReport& report, const Paper& paper) {
  if (report.not_covered.empty()) return "";
  std::string out = heading("not covered", paper);
  for (const auto& [method, what] : report.not_covered)
    out += item("  - ",
                printable(std::string{method.text()} + ": " + what.symbol + ": " + what.reason),
                paper.width);
  return out;
}

template <Reading R>
std::string body(const Answer<R>& answer, Extent extent, const Paper& paper) {
  switch (extent) {
    case Extent::summary:
      return sums(answer, paper) + calls(answer, paper) + left_unsaid(answer);
    case Extent::screen:
      return sums(answer, paper) + groups_table(answer, extent, paper) +
             commodities_section(answer.detail, CommodityRows::some, paper) +
             lending_section(answer.detail, LendingRows::some, paper) +
             house_section(answer.detail, HouseRows::some, paper) +
             points_section(answer.detail, PointRows::some, paper) + remarks(answer, paper);
    case Extent::explained:
      return sums(answer, paper) + groups_table(answer, extent, paper) +
             commodities_section(answer.detail, CommodityRows::all, paper) +
             lending_section(answer.detail, LendingRows::all, paper) +
             house_section(answer.detail, HouseRows::all, paper) +
             points_section(answer.detail, PointRows::all, paper) + remarks(answer, paper) +
             trees(answer, paper);
  }
  return "";
}

}  // namespace

std::string margin_page(const MarginReport& report, Extent extent, const Paper& paper) {
  std::string out = partial_notice(report, paper);
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const MethodResult& result = report.results[i];
    if (i > 0) out += "\n";
    const std::string title = printable(report.account) + ", " + to_text(report.as_of) + ", " +
                              title_of(result) + ", in " + std::string{report.currency.code()};
    out += inked(title, Emphasis::strong, paper.ink) + "\n\n";
    out +=
        std::visit([&](const auto& answer) { return body(answer, extent, paper); }, result.answer);
  }
  return out + not_covered(report, paper);
}

std::string explained_section(const MethodResult& result, const Paper& paper) {
  return std::visit([&](const auto& answer) { return trees(answer, paper); }, result.answer);
}

}  // namespace plimsoll::report
