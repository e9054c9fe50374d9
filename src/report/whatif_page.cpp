#include "report/whatif_page.hpp"

#include <algorithm>

#include "model/osi.hpp"
#include "report/figures.hpp"
#include "report/house_section.hpp"
#include "report/legs.hpp"
#include "report/points_section.hpp"
#include "report/table.hpp"

namespace plimsoll::report {
namespace {

std::string trade_told(const WhatIfTrade& trade) {
  const bool sold = trade.quantity.is_negative();
  const std::string paid = trade.payment == Payment::daily ? ", settled daily, cash " : ", cash ";
  return std::string{sold ? "sell " : "buy "} + quantity_text(abs(trade.quantity)) + " " +
         spoken(trade.symbol) + " at " + price_text(trade.price) + paid + equity_text(trade.cash);
}

/// "owes 14 SOL, 10 more", "holds no USDC, 5 less".
std::string balance_told(const BalanceMoved& moved) {
  const bool owed = moved.before.is_negative() || moved.after.is_negative();
  const Quantity left = abs(moved.after), change = left - abs(moved.before);
  const std::string bank{moved.bank.view()};
  return std::string{owed ? "owes " : "holds "} + (left.is_zero() ? "no" : quantity_text(left)) +
         " " + bank + ", " + quantity_text(abs(change)) +
         (change.is_negative() ? " less" : " more");
}

/// "debt repaid: 0.19 SOL", "lending rate of USDC: 0.05".
std::string fact_told(const StepFact& fact, Currency currency) {
  std::string text = fact.name;
  std::ranges::replace(text, '_', ' ');
  if (!fact.bank.empty()) text += " of " + fact.bank;
  std::string value = fact.value;
  if (fact.unit == currency.code()) {
    if (const auto amount = parse_decimal(value)) value = exact_text({*amount, currency});
  } else if (!fact.unit.empty()) {
    if (const auto tokens = parse_quantity(value)) value = quantity_text(*tokens);
  }
  return text + ": " + value + (fact.unit.empty() ? "" : " " + fact.unit);
}

std::string step_told(const StepTold& step, Currency currency, const Paper& paper) {
  std::string out = item("  ", printable(step.step), paper.width);
  const auto add = [&](const std::string& line) {
    out += item("      ", printable(line), paper.width);
  };
  for (const BalanceMoved& moved : step.moved) add(balance_told(moved));
  for (const StepFact& fact : step.facts) add(fact_told(fact, currency));
  return out;
}

/// How a line's figures are rounded, so that none looks better than it is.
using TextOf = std::string (*)(Money);

Row row_of(std::string name, const std::optional<Money>& before, const std::optional<Money>& after,
           TextOf text_of, Emphasis emphasis = Emphasis::none) {
  const auto known = [&](const std::optional<Money>& money) {
    return money ? text_of(*money) : "unknown";
  };
  return {.cells = {std::move(name), known(before), known(after),
                    before && after ? text_of(*after - *before) : "unknown"},
          .emphasis = emphasis};
}

template <Reading R>
std::string sums(const WhatIfReport& report, const MethodResult& asked, const Answer<R>& before,
                 const Answer<R>& after, const Paper& paper) {
  Table table{.columns = {{title_of(asked)},
                          {"before", Align::right},
                          {"after", Align::right},
                          {"change", Align::right}},
              .rows = {}};
  const auto add = [&](std::string name, const std::optional<Money>& then,
                       const std::optional<Money>& now, TextOf text_of,
                       Emphasis emphasis = Emphasis::none) {
    table.rows.push_back(row_of(std::move(name), then, now, text_of, emphasis));
  };
  // A lending pool has no cash.
  if (report.steps.empty()) add("cash", report.cash_before, report.cash_after, excess_text);
  add(equity_name(after.detail), money_of(before.equity), money_of(after.equity), excess_text);
  add("initial against equity", money_of(before.risk_initial), money_of(after.risk_initial),
      requirement_text);
  add("maintenance against equity", money_of(before.risk_maintenance),
      money_of(after.risk_maintenance), requirement_text);
  add("excess over initial", before.excess_initial(), after.excess_initial(), excess_text);
  add("excess over maintenance", before.excess_maintenance(), after.excess_maintenance(),
      excess_text, Emphasis::strong);
  std::string out = "\n" + table_text(table, paper);
  const auto multiple = [](const Answer<R>& answer) {
    return multiple_text(money_of(answer.equity), money_of(answer.risk_maintenance))
        .value_or("unknown");
  };
  out += "\nequity / maintenance: " + multiple(before) + " before, " + multiple(after) + " after\n";
  for (const Call& call : after.calls)
    out +=
        item("  - ",
             printable(std::string{call.kind.text()} + " call of " + requirement_text(call.amount) +
                       " " + std::string{call.amount.currency.code()} + ": " + call.cure),
             paper.width);
  if (!after.not_applied.empty())
    out += "\n" +
           inked("not applied, so that these are lower bounds", Emphasis::strong, paper.ink) + "\n";
  for (const NotApplied& one : after.not_applied)
    out += item("  - ", printable(one.what + " (needs " + one.missing_input + ")"), paper.width);
  if (!after.caveats.empty()) out += "\n" + inked("caveats", Emphasis::strong, paper.ink) + "\n";
  for (const Caveat& caveat : after.caveats)
    out += item("  - ", printable(caveat.text), paper.width);
  return out;
}

}  // namespace

std::string whatif_page(const WhatIfReport& report, const Paper& paper) {
  std::string out = inked(printable(report.before.account) + ", " + to_text(report.before.as_of) +
                              ", in " + std::string{report.before.currency.code()},
                          Emphasis::strong, paper.ink) +
                    "\n\n";
  for (const StepTold& step : report.steps) out += step_told(step, report.before.currency, paper);
  // Of steps the same balances, once more.
  if (report.steps.empty())
    for (const WhatIfTrade& trade : report.trades)
      out += item("  ", printable(trade_told(trade)), paper.width);
  const Money borrowed = report.borrowed();
  if (!borrowed.amount.is_zero())
    out += borrowed.amount.is_negative()
               ? "  the trades repay " + equity_text(-borrowed) + "\n"
               : "  the trades borrow " + requirement_text(borrowed) + "\n";
  for (const MethodResult& before : report.before.results) {
    const auto after = std::ranges::find_if(report.after.results, [&](const MethodResult& other) {
      return before.same_question(other);
    });
    if (after == report.after.results.end()) continue;
    out += std::visit(
        [&](const auto& first) {
          return sums(report, before, first, std::get<std::decay_t<decltype(first)>>(after->answer),
                      paper);
        },
        before.answer);
  }
  return out;
}

}  // namespace plimsoll::report
