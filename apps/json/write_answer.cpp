#include "apps/json/write_answer.hpp"

#include "apps/json/write_values.hpp"

namespace plimsoll::json {

void write_head(Writer& out, const MarginReport& report) {
  write_text(out, "account", report.account);
  write_date(out, "as_of", report.as_of);
  write_text(out, "currency", report.currency.code());
  out.key("partial").boolean(report.partial);
}

template <Reading R>
void write_sums(Writer& out, const Answer<R>& answer) {
  if (answer.rules) write_date(out, "rules", *answer.rules);
  write_amount(out, "initial", money_of(answer.initial).amount);
  write_amount(out, "maintenance", money_of(answer.maintenance).amount);
  write_amount(out, "proceeds", money_of(answer.proceeds).amount);
  write_amount(out, "net_deposit", answer.net_deposit().amount);
  write_amount(out, "equity", money_of(answer.equity));
  write_amount(out, "net_liquidation", money_of(answer.net_liquidation));
  write_amount(out, "risk_initial", money_of(answer.risk_initial).amount);
  write_amount(out, "risk_maintenance", money_of(answer.risk_maintenance).amount);
  write_amount(out, "excess_initial", answer.excess_initial());
  write_amount(out, "excess_maintenance", answer.excess_maintenance());
}
template void write_sums<Money>(Writer&, const Answer<Money>&);
template void write_sums<Amount>(Writer&, const Answer<Amount>&);

void write_call(Writer& out, const Call& call) {
  out.begin_object();
  write_text(out, "kind", call.kind.text());
  write_amount(out, "amount", call.amount.amount);
  if (call.due) write_date(out, "due", *call.due);
  else out.key("due").null();
  write_text(out, "cure", call.cure);
  out.end_object();
}

void write_not_applied(Writer& out, const NotApplied& not_applied) {
  out.begin_object();
  write_text(out, "what", not_applied.what);
  write_text(out, "missing_input", not_applied.missing_input);
  out.end_object();
}

void write_not_covered(Writer& out, const MethodNotCovered& not_covered) {
  out.begin_object();
  write_text(out, "method", not_covered.method.text());
  write_text(out, "symbol", not_covered.what.symbol);
  write_text(out, "reason", not_covered.what.reason);
  out.end_object();
}

}  // namespace plimsoll::json
