#include "apps/json/read_financing.hpp"

#include <algorithm>

#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

struct RateRange {
  Decimal least = {};
  std::string_view below;  // what to write instead
};
constexpr RateRange market_range{
    -0.05_d, "no central bank has come near that: it is a fraction a year, -0.0075 for -0.75 %"};

std::optional<Decimal> rate_in(const Fields& fields, std::string_view key, const RateRange& range) {
  const auto rate = fields.decimal(key, limits::cash_max);
  if (!rate) return {};
  if (*rate < range.least) {
    fields.refuse(key, to_text(*rate, 0) + " is below " +
                           (range.least.is_zero() ? "zero" : to_text(range.least, 0)) + "; " +
                           std::string{range.below});
    return {};
  }
  if (Decimal{1} < *rate) {
    fields.refuse(key,
                  to_text(*rate, 0) + " is above 1; it is a fraction a year: write 0.05 for 5 %");
    return {};
  }
  return rate;
}

/// The members that a currency's terms share with those of all.
template <class Terms>
void read_terms(const Fields& fields, Terms& terms) {
  terms.schedule = fields.text("schedule");
  terms.benchmark_rate = rate_in(fields, "benchmark_rate", market_range);
  terms.base_rate = rate_in(fields, "base_rate", {{}, "write the base rate the broker publishes"});
  terms.rate = rate_in(fields, "rate", {{}, "write the rate a debit is charged"});
  if (fields.boolean("promotional").value_or(false)) terms.terms = RateTerms::promotional;
}

std::vector<CurrencyFinancing> read_by_currency(const Node& node, const Place& place,
                                                Notes& notes) {
  std::vector<CurrencyFinancing> all;
  if (!is_object(node, place, notes)) return all;
  for (const Member& member : node.members) {
    const Place here = place / member.key;
    if (!Currency::is_code(member.key)) {
      notes.refuse(here,
                   "this is not a currency code; write three to eight capitals, like \"EUR\"");
      continue;
    }
    if (!is_object(member.value, here, notes)) continue;
    CurrencyFinancing one{.currency = Currency::of(member.key)};
    read_terms(Fields{member.value, here, currency_financing_keys, notes}, one);
    if (std::ranges::find(all, one.currency, &CurrencyFinancing::currency) == all.end())
      all.push_back(std::move(one));
    else notes.refuse(here, "this currency stands here twice; write it once");
  }
  return all;
}

}  // namespace

Financing read_financing(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, financing_keys, notes};
  Financing financing;
  read_terms(fields, financing);
  if (const Node* by = fields.find("by_currency"))
    financing.by_currency = read_by_currency(*by, place / "by_currency", notes);
  return financing;
}

}  // namespace plimsoll::json
