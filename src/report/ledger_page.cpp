#include "report/ledger_page.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "report/figures.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

using CallName = std::pair<std::string_view, Date>;

std::set<CallName> calls_open(const LedgerDay& day) {
  std::set<CallName> names;
  for (const LedgerCall& call : day.calls) names.insert({call.kind.text(), call.since});
  return names;
}

bool differs(const LedgerDay& before, const LedgerDay& day) {
  return before.restricted != day.restricted || before.frozen_until != day.frozen_until ||
         before.pattern_day_trader != day.pattern_day_trader ||
         !day.intraday_deficit.amount.is_zero() || calls_open(before) != calls_open(day);
}

std::string state_of(const LedgerDay& day) {
  std::vector<std::string> words;
  if (day.restricted) words.emplace_back("restricted");
  if (day.pattern_day_trader) words.emplace_back("pattern day trader");
  if (day.frozen_until) words.push_back("frozen until " + to_text(*day.frozen_until));
  for (const LedgerCall& call : day.calls) {
    const std::string kind{call.kind.text()};
    words.push_back(kind + " call " + requirement_text(call.amount));
  }
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Row row_of(const LedgerDay& day) {
  const bool called = !day.calls.empty();
  return {.cells = {to_text(day.day), equity_text(day.equity), requirement_text(day.reg_t),
                    requirement_text(day.house.value_or(day.maintenance)), equity_text(day.sma),
                    excess_text(day.excess()), equity_text(day.buying_power), state_of(day)},
          .emphasis = called ? Emphasis::strong : Emphasis::none};
}

std::string told(const LedgerCall& call) {
  std::string text = to_text(call.since) + ": " + std::string{call.kind.text()} + " call of " +
                     requirement_text(call.amount) + " " + std::string{call.amount.currency.code()};
  if (call.due) text += ", due " + to_text(*call.due);
  text += ": " + call.cause + "; " + call.cure;
  if (call.law != nullptr)
    text += " [" + std::string{call.law->source.text()} + " " +
            std::string{call.law->paragraph.text()} + "]";
  return text;
}

std::string calls_told(const LedgerReport& report, const Paper& paper) {
  std::string out;
  std::set<CallName> known;
  for (const LedgerDay& day : report.days)
    for (const LedgerCall& call : day.calls)
      if (known.insert({call.kind.text(), call.since}).second)
        out += item("  - ", printable(told(call)), paper.width);
  return out.empty() ? out : "\n" + inked("calls", Emphasis::strong, paper.ink) + "\n" + out;
}

}  // namespace

std::string ledger_page(const LedgerReport& report, Days days, const Paper& paper) {
  const bool house =
      std::ranges::any_of(report.days, [](const LedgerDay& day) { return day.house.has_value(); });
  Table table{.columns = {{"day", Align::whole},
                          {"equity", Align::right},
                          {"reg t", Align::right},
                          {house ? "house" : "maintenance", Align::right},
                          {"sma", Align::right},
                          {"excess", Align::right},
                          {"buying power", Align::right},
                          {""}},
              .rows = {}};
  std::size_t quiet = 0;
  for (std::size_t i = 0; i < report.days.size(); ++i) {
    const bool edge = i == 0 || i + 1 == report.days.size();
    if (days == Days::all || edge || differs(report.days[i - 1], report.days[i]))
      table.rows.push_back(row_of(report.days[i]));
    else ++quiet;
  }
  std::string out =
      inked(printable(report.account) + ", from " + to_text(report.as_of) + ", " +
                std::string{report.method.text()} + ", in " + std::string{report.currency.code()},
            Emphasis::strong, paper.ink) +
      "\n\n";
  out += report.days.empty() ? "no day the exchanges were open lies in it\n"
                             : table_text(table, paper);
  if (quiet > 0)
    out += quiet == 1 ? "1 quiet day is not shown; --explain and --json show it\n"
                      : std::to_string(quiet) +
                            " quiet days are not shown; --explain and --json show them\n";
  out += calls_told(report, paper);
  if (!report.caveats.empty()) out += "\n" + inked("caveats", Emphasis::strong, paper.ink) + "\n";
  for (const Caveat& caveat : report.caveats)
    out += item("  - ", printable(caveat.text), paper.width);
  return out;
}

}  // namespace plimsoll::report
