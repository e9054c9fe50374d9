#include "apps/json/read_financing.hpp"

#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

std::optional<Decimal> rate_in(const Fields& fields, std::string_view key,
                               std::string_view below_zero) {
  const auto rate = fields.decimal(key, limits::cash_max);
  if (!rate) return {};
  if (rate->is_negative()) {
    fields.refuse(key, to_text(*rate, 0) + " is below zero; " + std::string{below_zero});
    return {};
  }
  if (Decimal{1} < *rate) {
    fields.refuse(key,
                  to_text(*rate, 0) + " is above 1; it is a fraction a year: write 0.05 for 5 %");
    return {};
  }
  return rate;
}

}  // namespace

Financing read_financing(const Node& node, const Place& place, Notes& notes) {
  if (!is_object(node, place, notes)) return {};
  const Fields fields{node, place, financing_keys, notes};
  Financing financing;
  financing.schedule = fields.text("schedule");
  financing.benchmark_rate =
      rate_in(fields, "benchmark_rate",
              "brokers count a benchmark below zero as 0, so write 0 where it is negative");
  financing.base_rate = rate_in(fields, "base_rate", "write the base rate the broker publishes");
  financing.rate = rate_in(fields, "rate", "write the rate a debit is charged");
  if (fields.boolean("promotional").value_or(false)) financing.terms = RateTerms::promotional;
  return financing;
}

}  // namespace plimsoll::json
