#include "apps/json/encode_rules.hpp"

#include <utility>

#include "apps/json/write_values.hpp"
#include "base/check.hpp"

namespace plimsoll::json {
namespace {

std::string_view first_day_word(FirstDay first_day) {
  switch (first_day) {
    case FirstDay::known:
      return "known";
    case FirstDay::at_least_since:
      return "at_least_since";
  }
  std::unreachable();
}

void write_line(Writer& out, std::string_view key, const SourceLine& line) {
  if (line.line == 0) out.key(key).null();
  else write_text(out, key, text_of(line));
}

void write_rule(Writer& out, const RuleEntry& rule) {
  PLIMSOLL_CHECK(rule.law != nullptr);
  out.begin_object();
  write_text(out, "name", rule.name.text());
  write_text(out, "source", rule.law->source.text());
  write_text(out, "paragraph", rule.law->paragraph.text());
  write_text(out, "grade", word_of(rule.law->grade));
  write_text(out, "gist", rule.law->gist.text());
  write_text(out, "reading", rule.law->reading.text());
  out.key("rows").begin_array();
  for (const RuleRow& row : rule.rows) {
    out.begin_object();
    write_date(out, "since", row.since);
    write_text(out, "first_day", first_day_word(row.first_day));
    write_text(out, "value", row.value);
    out.end_object();
  }
  out.end_array();
  write_line(out, "number", rule.number);
  write_line(out, "formula", rule.formula);
  out.end_object();
}

}  // namespace

std::string encode_rules(std::span<const engine::MethodRules> methods) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.rules/1");
  out.key("methods").begin_array();
  for (const engine::MethodRules& method : methods) {
    out.begin_object();
    write_text(out, "method", method.method.text());
    if (!method.house.empty()) write_text(out, "house", method.house.text());
    out.key("rules").begin_array();
    for (const RuleEntry& rule : method.rules) write_rule(out, rule);
    out.end_array().end_object();
  }
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
