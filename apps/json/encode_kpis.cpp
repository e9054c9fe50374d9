#include "apps/json/encode_kpis.hpp"

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

void write_figure(Writer& out, std::string_view key, const strategy::KpiNumber& number) {
  if (const Money* money = std::get_if<Money>(&number)) write_amount(out, key, money->amount);
  else write_ratio(out, key, std::get<double>(number));
}

}  // namespace

void write_kpis(Writer& out, const std::vector<strategy::Kpi>& all) {
  out.begin_array();
  for (const strategy::Kpi& one : all) {
    out.begin_object();
    write_text(out, "name", one.name);
    write_text(out, "unit", name_of(one.unit));
    if (one.value) write_figure(out, "value", *one.value);
    else out.key("value").null();
    if (!one.missing.empty()) write_text(out, "missing", one.missing);
    if (one.value) write_text(out, "bound", name_of(one.bound));
    if (one.colour) write_text(out, "colour", name_of(*one.colour));
    write_text(out, "formula", one.formula);
    out.key("inputs").begin_object();
    for (const strategy::KpiInput& input : one.inputs) write_figure(out, input.name, input.value);
    out.end_object().end_object();
  }
  out.end_array();
}

}  // namespace plimsoll::json
