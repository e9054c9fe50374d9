#include "apps/json/encode_compare.hpp"

#include <cstddef>
#include <utility>

#include "apps/json/write_answer.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

struct Row {
  Label method;
  std::string house;
  Money initial, maintenance;
  std::optional<Money> equity, excess_maintenance;
  bool lower_bound;  // some rule could not be applied
};

Row row_of(const MethodResult& result) {
  return std::visit(
      [&](const auto& answer) {
        return Row{result.method,
                   result.house,
                   money_of(answer.initial),
                   money_of(answer.maintenance),
                   money_of(answer.equity),
                   answer.excess_maintenance(),
                   !answer.not_applied.empty()};
      },
      result.answer);
}

bool asks_more(const Row& a, const Row& b) {
  if (a.excess_maintenance && b.excess_maintenance)
    return *a.excess_maintenance < *b.excess_maintenance;
  return b.maintenance < a.maintenance;
}

std::size_t binding_of(const std::vector<Row>& rows) {
  std::size_t binding = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (asks_more(rows[i], rows[binding])) binding = i;
  return binding;
}

void write_inputs(Writer& out, const MarginReport& report) {
  out.key("inputs").begin_object();
  write_date(out, "as_of", report.as_of);
  write_text(out, "currency", report.currency.code());
  out.key("partial").boolean(report.partial);
  out.key("methods").begin_array();
  for (const MethodResult& result : report.results) out.text(result.method.text());
  out.end_array().end_object();
}

void write_rows(Writer& out, const std::vector<Row>& rows) {
  const std::size_t binding = binding_of(rows);
  out.key("rows").begin_array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.begin_object();
    write_text(out, "method", rows[i].method.text());
    if (!rows[i].house.empty()) write_text(out, "house", rows[i].house);
    write_amount(out, "initial", rows[i].initial.amount);
    write_amount(out, "maintenance", rows[i].maintenance.amount);
    write_amount(out, "equity", rows[i].equity);
    write_amount(out, "excess_maintenance", rows[i].excess_maintenance);
    out.key("binds").boolean(i == binding);
    if (rows[i].lower_bound) out.key("lower_bound").boolean(true);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string encode_compare(const MarginReport& report) {
  std::vector<Row> rows;
  for (const MethodResult& result : report.results) rows.push_back(row_of(result));
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.analysis/1");
  write_text(out, "account", report.account);
  write_date(out, "as_of", report.as_of);
  out.key("compare").begin_object();
  write_inputs(out, report);
  write_rows(out, rows);
  out.key("refused").begin_array();
  for (const Error& error : report.refused) write_error(out, error);
  out.end_array();
  out.key("not_covered").begin_array();
  for (const MethodNotCovered& one : report.not_covered) write_not_covered(out, one);
  out.end_array().end_object().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
