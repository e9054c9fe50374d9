#include "apps/json/encode_whatif.hpp"

#include <algorithm>

#include "apps/json/write_answer.hpp"
#include "apps/json/write_values.hpp"
#include "apps/json/writer.hpp"

namespace plimsoll::json {
namespace {

void write_trade(Writer& out, const WhatIfTrade& trade) {
  out.begin_object();
  write_text(out, "symbol", trade.symbol.view());
  write_text(out, "quantity", to_text(trade.quantity));
  write_amount(out, "price", trade.price.per_unit);
  write_amount(out, "cash", trade.cash.amount);
  out.end_object();
}

void write_moved(Writer& out, const BalanceMoved& moved) {
  out.begin_object();
  write_text(out, "symbol", moved.bank.view());
  write_text(out, "before", to_text(moved.before));
  write_text(out, "after", to_text(moved.after));
  out.end_object();
}

void write_fact(Writer& out, const StepFact& fact) {
  out.begin_object();
  write_text(out, "name", fact.name);
  write_text(out, "value", fact.value);
  if (!fact.unit.empty()) write_text(out, "unit", fact.unit);
  if (!fact.bank.empty()) write_text(out, "bank", fact.bank);
  out.end_object();
}

void write_steps(Writer& out, const std::vector<StepTold>& steps) {
  out.key("steps").begin_array();
  for (const StepTold& step : steps) {
    out.begin_object();
    write_text(out, "step", step.step);
    out.key("moved").begin_array();
    for (const BalanceMoved& moved : step.moved) write_moved(out, moved);
    out.end_array();
    out.key("facts").begin_array();
    for (const StepFact& fact : step.facts) write_fact(out, fact);
    out.end_array().end_object();
  }
  out.end_array();
}

void write_state(Writer& out, std::string_view key, const AnyAnswer& answer) {
  out.key(key).begin_object();
  std::visit(
      [&](const auto& sums) {
        write_sums(out, sums);
        out.key("calls").begin_array();
        for (const Call& call : sums.calls) write_call(out, call);
        out.end_array();
      },
      answer);
  out.end_object();
}

/// What one sum becomes less what it was; null where either is not known.
void write_change(Writer& out, std::string_view key, std::optional<Money> before,
                  std::optional<Money> after) {
  write_amount(out, key, before && after ? std::optional{*after - *before} : std::nullopt);
}

template <Reading R>
void write_changes(Writer& out, const Answer<R>& before, const Answer<R>& after) {
  out.key("change").begin_object();
  write_change(out, "initial", money_of(before.initial), money_of(after.initial));
  write_change(out, "maintenance", money_of(before.maintenance), money_of(after.maintenance));
  write_change(out, "equity", money_of(before.equity), money_of(after.equity));
  write_change(out, "excess_initial", before.excess_initial(), after.excess_initial());
  write_change(out, "excess_maintenance", before.excess_maintenance(), after.excess_maintenance());
  out.end_object();
}

void write_method(Writer& out, const MethodResult& before, const MethodResult& after) {
  out.begin_object();
  write_text(out, "method", before.method.text());
  if (!before.house.empty()) write_text(out, "house", before.house);
  write_state(out, "before", before.answer);
  write_state(out, "after", after.answer);
  std::visit(
      [&](const auto& first) {
        write_changes(out, first, std::get<std::decay_t<decltype(first)>>(after.answer));
      },
      before.answer);
  out.key("caveats").begin_array();
  std::visit(
      [&](const auto& sums) {
        for (const Caveat& caveat : sums.caveats) out.text(caveat.text);
      },
      after.answer);
  out.end_array();
  std::visit(
      [&](const auto& sums) {
        if (sums.not_applied.empty()) return;
        out.key("not_applied").begin_array();
        for (const NotApplied& one : sums.not_applied) write_not_applied(out, one);
        out.end_array();
      },
      after.answer);
  out.end_object();
}

void write_inputs(Writer& out, const WhatIfReport& report) {
  out.key("inputs").begin_object();
  write_date(out, "as_of", report.before.as_of);
  write_text(out, "currency", report.before.currency.code());
  out.key("trades").begin_array();
  for (const WhatIfTrade& trade : report.trades) write_trade(out, trade);
  out.end_array().end_object();
}

}  // namespace

std::string encode_whatif(const WhatIfReport& report) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.analysis/1");
  write_text(out, "account", report.before.account);
  write_date(out, "as_of", report.before.as_of);
  out.key("whatif").begin_object();
  write_inputs(out, report);
  if (!report.steps.empty()) write_steps(out, report.steps);
  write_amount(out, "cash_before", report.cash_before.amount);
  write_amount(out, "cash_after", report.cash_after.amount);
  write_amount(out, "borrowed", report.borrowed().amount);
  out.key("results").begin_array();
  for (const MethodResult& before : report.before.results) {
    const auto after = std::ranges::find_if(report.after.results, [&](const MethodResult& other) {
      return before.same_question(other);
    });
    if (after != report.after.results.end()) write_method(out, before, *after);
  }
  out.end_array().end_object().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
