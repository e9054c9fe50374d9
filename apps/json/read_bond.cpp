#include "apps/json/read_bond.hpp"

#include <algorithm>

#include "apps/json/writer.hpp"
#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

constexpr std::size_t commodities_max = 10'000;

/// At most what an account may hold, and never below zero: a requirement is what must be there.
std::optional<Money> read_requirement(const Fields& fields, std::string_view key,
                                      Currency currency) {
  const auto amount = fields.decimal(key, limits::cash_max);
  if (!amount) return {};
  if (amount->is_negative())
    fields.refuse(key, to_text(*amount, 2) +
                           " is below zero; write what must be held as a number above zero");
  return Money{*amount, currency};
}

Currency read_currency(const Fields& fields, Currency otherwise) {
  const auto code = fields.text("currency");
  if (!code) return otherwise;
  if (Currency::is_code(*code)) return Currency::of(*code);
  fields.refuse("currency", in_quotes(*code) +
                                " is not a currency code; write three to eight capitals, like "
                                "\"USD\"");
  return otherwise;
}

void read_amounts(const Node& node, const InstrumentId& commodity, Currency currency,
                  const Place& place, Notes& notes, PerformanceBond& bond) {
  if (!is_object(node, place, notes)) return;
  const Fields fields{node, place, external_amount_keys, notes};
  fields.require({"maintenance"});
  const Currency in = read_currency(fields, currency);
  const auto maintenance = read_requirement(fields, "maintenance", in);
  const auto initial = read_requirement(fields, "initial", in);
  if (maintenance && initial && initial->amount < maintenance->amount)
    fields.refuse("initial", "it is below the maintenance of " + to_text(maintenance->amount, 2) +
                                 "; exchange the two, or leave it out");
  if (maintenance)
    bond.external.push_back(
        {.commodity = commodity, .maintenance = *maintenance, .initial = initial});
}

void read_commodities(const Node& node, Currency currency, const Place& place, Notes& notes,
                      PerformanceBond& bond) {
  if (!is_object(node, place, notes)) return;
  if (node.members.empty() || node.members.size() > commodities_max)
    return notes.refuse(place, std::to_string(node.members.size()) + " commodities; write one to " +
                                   std::to_string(commodities_max) + ", or a total instead");
  for (const Member& member : node.members) {
    const Place here = place / member.key;
    if (member.key.empty() || !InstrumentId::fits(member.key))
      notes.refuse(here, "the code of a combined commodity has 1 to " +
                             std::to_string(limits::symbol_length_max) +
                             " characters; write it as the clearing house does, like \"CL\"");
    else read_amounts(member.value, InstrumentId{member.key}, currency, here, notes, bond);
  }
}

void read_external(const Node& node, Currency currency, const Place& place, Notes& notes,
                   PerformanceBond& bond) {
  if (!is_object(node, place, notes)) return;
  const Fields fields{node, place, external_keys, notes};
  fields.require({"source"});
  bond.external_source = fields.text("source").value_or("");
  const Node* commodities = fields.find("commodities");
  const Node* total = fields.find("total");
  if (commodities != nullptr && total != nullptr)
    return notes.refuse(place, "it has commodities and a total; keep the one that was computed");
  if (commodities == nullptr && total == nullptr)
    return notes.refuse(place,
                        "it has no amounts; write \"total\": {\"maintenance\": \"1000.00\"}, or "
                        "\"commodities\" with one such object for each");
  if (commodities != nullptr)
    read_commodities(*commodities, currency, place / "commodities", notes, bond);
  else read_amounts(*total, {}, currency, place / "total", notes, bond);
}

}  // namespace

PerformanceBond read_bond(const Node& node, Currency currency, const Place& place, Notes& notes) {
  PerformanceBond bond;
  if (!is_object(node, place, notes)) return bond;
  const Fields fields{node, place, bond_keys, notes};
  bond.account_class = fields.word("class", class_words).value_or(BondClass::speculator);
  bond.gross = fields.boolean("gross").value_or(false);
  if (const Node* external = fields.find("external"))
    read_external(*external, currency, place / "external", notes, bond);
  return bond;
}

}  // namespace plimsoll::json
