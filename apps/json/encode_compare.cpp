#include "apps/json/encode_compare.hpp"

#include <utility>

#include "apps/json/write_answer.hpp"
#include "apps/json/write_brokers.hpp"
#include "apps/json/write_explanation.hpp"
#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"
#include "margin/binding.hpp"

namespace plimsoll::json {
namespace {

using strategy::Comparison;

void write_inputs(Writer& out, const Comparison& comparison) {
  const MarginReport& report = comparison.margin;
  out.key("inputs").begin_object();
  write_date(out, "as_of", report.as_of);
  write_text(out, "currency", report.currency.code());
  out.key("partial").boolean(report.partial);
  out.key("methods").begin_array();
  for (const MethodResult& result : report.results) out.text(result.method.text());
  out.end_array();
  if (!comparison.brokers.empty()) {
    write_text(out, "broker_method", comparison.broker_method.text());
    write_amount(out, "debit", comparison.debit);
    if (const auto& rate = comparison.financing.benchmark_rate)
      write_number(out, "benchmark_rate", *rate);
  }
  out.end_object();
}

void write_row(Writer& out, const MethodResult& result, const strategy::MethodStanding& standing,
               bool binds) {
  out.begin_object();
  write_text(out, "method", result.method.text());
  if (!result.house.empty()) write_text(out, "house", result.house);
  std::visit(
      [&](const auto& answer) {
        write_amount(out, "initial", money_of(answer.initial).amount);
        write_amount(out, "maintenance", money_of(answer.maintenance).amount);
        write_amount(out, "equity", money_of(answer.equity));
        write_amount(out, "excess_maintenance", answer.excess_maintenance());
      },
      result.answer);
  write_ratio(out, "multiple", standing.multiple());
  write_ratio(out, "decline", standing.decline());
  write_ratio(out, "rise", standing.rise());
  out.key("binds").boolean(binds);
  if (standing.lower_bound) out.key("lower_bound").boolean(true);
  if (standing.no_market) {
    out.key("unanswered");
    write_error(out, *standing.no_market);
  }
  write_explanation_of(out, result);
  out.end_object();
}

void write_frees(Writer& out, const std::optional<strategy::PortfolioMargin>& one) {
  out.key("portfolio_margin_frees");
  if (!one) {
    out.null();
    return;
  }
  out.begin_object();
  write_amount(out, "strategy_requirement", one->strategy.amount);
  write_amount(out, "portfolio_requirement", one->portfolio.amount);
  write_amount(out, "requirement_less", one->requirement_less.amount);
  write_amount(out, "excess_more", one->frees);
  write_amount(out, "equity", one->equity);
  write_amount(out, "equity_least", one->equity_least);
  write_amount(out, "equity_missing", one->equity_missing());
  out.end_object();
}

}  // namespace

std::string encode_compare(const Comparison& comparison) {
  const MarginReport& report = comparison.margin;
  PLIMSOLL_CHECK(comparison.standings.size() == report.results.size());
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.analysis/1");
  write_text(out, "account", report.account);
  write_date(out, "as_of", report.as_of);
  out.key("compare").begin_object();
  write_inputs(out, comparison);
  const auto binding = binding_result(report);
  out.key("rows").begin_array();
  for (std::size_t i = 0; i < report.results.size(); ++i)
    write_row(out, report.results[i], comparison.standings[i], binding == i);
  out.end_array();
  write_frees(out, comparison.portfolio_margin);
  write_brokers(out, comparison.brokers);
  out.key("refused").begin_array();
  for (const Error& error : report.refused) write_error(out, error);
  out.end_array();
  out.key("not_covered").begin_array();
  for (const MethodNotCovered& one : report.not_covered) write_not_covered(out, one);
  out.end_array().end_object().end_object();
  return std::move(out).finish();
}

std::string encode_compare_summary(const Comparison& comparison) {
  const MarginReport& report = comparison.margin;
  Writer out{Layout::one_line};
  out.begin_object();
  write_text(out, "schema", "plimsoll.analysis/1");
  write_text(out, "account", report.account);
  write_date(out, "as_of", report.as_of);
  write_text(out, "currency", report.currency.code());
  if (report.partial) out.key("partial").boolean(true);
  out.key("summary").begin_array();
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const strategy::MethodStanding& standing = comparison.standings[i];
    out.begin_object();
    write_text(out, "method", report.results[i].method.text());
    if (!report.results[i].house.empty()) write_text(out, "house", report.results[i].house);
    write_ratio(out, "multiple", standing.multiple());
    out.key("target").null();
    out.key("deposit").null();
    write_ratio(out, "decline", standing.decline());
    write_ratio(out, "rise", standing.rise());
    out.key("net_carry").null();
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
