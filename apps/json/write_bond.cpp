#include "apps/json/write_bond.hpp"

#include <algorithm>

#include "apps/json/read_bond.hpp"
#include "apps/json/write_values.hpp"
#include "base/check.hpp"

namespace plimsoll::json {
namespace {

void write_amounts(Writer& out, const ExternalMargin& margin, std::string_view currency) {
  out.begin_object();
  write_amount(out, "maintenance", margin.maintenance.amount);
  if (margin.initial) write_amount(out, "initial", margin.initial->amount);
  if (margin.maintenance.currency.code() != currency)
    write_text(out, "currency", margin.maintenance.currency.code());
  out.end_object();
}

void write_external(Writer& out, const PerformanceBond& bond, std::string_view currency) {
  out.key("external").begin_object();
  write_text(out, "source", bond.external_source);
  if (bond.external.front().commodity.empty()) {
    out.key("total");
    write_amounts(out, bond.external.front(), currency);
  } else {
    out.key("commodities").begin_object();
    for (const ExternalMargin& margin : bond.external) {
      out.key(margin.commodity.view());
      write_amounts(out, margin, currency);
    }
    out.end_object();
  }
  out.end_object();
}

}  // namespace

void write_bond(Writer& out, const PerformanceBond& bond, std::string_view currency) {
  const auto word = std::ranges::find(class_words, bond.account_class, &Word<BondClass>::value);
  PLIMSOLL_CHECK(word != class_words.end());
  out.begin_object();
  write_text(out, "class", word->text);
  if (bond.gross) out.key("gross").boolean(true);
  if (!bond.external.empty()) write_external(out, bond, currency);
  out.end_object();
}

}  // namespace plimsoll::json
