#include "apps/json/encode_ledger.hpp"

#include "apps/json/write_values.hpp"
#include "apps/json/writer.hpp"

namespace plimsoll::json {
namespace {

void write_date_or_null(Writer& out, std::string_view key, const std::optional<Date>& day) {
  if (day) write_date(out, key, *day);
  else out.key(key).null();
}

void write_call(Writer& out, const LedgerCall& call) {
  out.begin_object();
  write_text(out, "kind", call.kind.text());
  write_amount(out, "amount", call.amount.amount);
  write_date(out, "since", call.since);
  write_date_or_null(out, "due", call.due);
  write_text(out, "cause", call.cause);
  write_text(out, "cure", call.cure);
  if (call.law != nullptr) {
    out.key("law").begin_object();
    write_text(out, "source", call.law->source.text());
    write_text(out, "paragraph", call.law->paragraph.text());
    out.end_object();
    write_text(out, "where",
               std::string{call.where.file.text()} + ":" + std::to_string(call.where.line));
  }
  out.end_object();
}

void write_day(Writer& out, const LedgerDay& day) {
  out.begin_object();
  write_date(out, "date", day.day);
  write_amount(out, "equity", day.equity.amount);
  write_amount(out, "reg_t", day.reg_t.amount);
  write_amount(out, "maintenance", day.maintenance.amount);
  if (day.house) write_amount(out, "house", day.house->amount);
  write_amount(out, "sma", day.sma.amount);
  write_amount(out, "excess", day.excess().amount);
  write_amount(out, "excess_reg_t", day.excess_reg_t().amount);
  write_amount(out, "buying_power", day.buying_power.amount);
  write_amount(out, "intraday_buying_power", day.intraday_buying_power);
  out.key("restricted").boolean(day.restricted);
  write_amount(out, "intraday_deficit", day.intraday_deficit.amount);
  out.key("iml_reducing_transactions").whole(day.reducing_transactions);
  out.key("day_trades").whole(day.day_trades);
  out.key("pattern_day_trader").boolean(day.pattern_day_trader);
  write_date_or_null(out, "frozen_until", day.frozen_until);
  out.key("calls").begin_array();
  for (const LedgerCall& call : day.calls) write_call(out, call);
  out.end_array().end_object();
}

}  // namespace

std::string encode_ledger(const LedgerReport& report) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.ledger/1");
  write_text(out, "account", report.account);
  write_date(out, "as_of", report.as_of);
  write_text(out, "currency", report.currency.code());
  write_text(out, "method", report.method.text());
  out.key("days").begin_array();
  for (const LedgerDay& day : report.days) write_day(out, day);
  out.end_array();
  out.key("caveats").begin_array();
  for (const Caveat& caveat : report.caveats) out.text(caveat.text);
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
