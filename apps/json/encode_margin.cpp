#include "apps/json/encode_margin.hpp"

#include <concepts>
#include <utility>

#include "apps/json/encode_summary.hpp"
#include "apps/json/write_answer.hpp"
#include "apps/json/write_detail.hpp"
#include "apps/json/write_explanation.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

template <Reading R>
void write_group(Writer& out, const Group<R>& group) {
  out.begin_object();
  write_text(out, "strategy", group.strategy.text());
  out.key("legs").begin_array();
  for (const Leg& leg : group.legs) {
    out.begin_object();
    write_text(out, "symbol", leg.id.view());
    write_text(out, "quantity", to_text(leg.quantity));
    out.end_object();
  }
  out.end_array();
  write_amount(out, "initial", money_of(group.initial).amount);
  write_amount(out, "maintenance", money_of(group.maintenance).amount);
  write_amount(out, "proceeds", group.proceeds.amount);
  write_amount(out, "net_deposit", group.net_deposit.amount);
  out.end_object();
}

template <Reading R>
void write_answer(Writer& out, const Answer<R>& answer) {
  write_sums(out, answer);
  out.key("groups").begin_array();
  for (const Group<R>& group : answer.groups) write_group(out, group);
  out.end_array();
  out.key("calls").begin_array();
  for (const Call& call : answer.calls) write_call(out, call);
  out.end_array();
  out.key("detail");
  write_detail(out, answer.detail);
  out.key("not_applied").begin_array();
  for (const NotApplied& not_applied : answer.not_applied) write_not_applied(out, not_applied);
  out.end_array();
  out.key("caveats").begin_array();
  for (const Caveat& caveat : answer.caveats) out.text(caveat.text);
  out.end_array();
  write_explanation_of(out, answer);
}

}  // namespace

std::string encode_margin(const MarginReport& report, Form form) {
  if (form == Form::summary) return encode_summary(report);
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.margin/1");
  write_head(out, report);
  out.key("results").begin_array();
  for (const MethodResult& result : report.results) {
    out.begin_object();
    write_text(out, "method", result.method.text());
    if (!result.house.empty()) write_text(out, "house", result.house);
    std::visit([&](const auto& answer) { write_answer(out, answer); }, result.answer);
    out.end_object();
  }
  out.end_array();
  out.key("refused").begin_array();
  for (const Error& error : report.refused) write_error(out, error);
  out.end_array();
  out.key("not_covered").begin_array();
  for (const MethodNotCovered& not_covered : report.not_covered)
    write_not_covered(out, not_covered);
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
