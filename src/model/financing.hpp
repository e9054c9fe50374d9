#pragma once
// What an account's owner says of the rate their debit is charged.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "money/currency.hpp"

namespace plimsoll {

/// Whether a rate is offered for a time: one below the market's is then no mistake.
enum class RateTerms : std::uint8_t { standard, promotional };

/// Of debits in one currency, where they are not charged as the others are. Rates as below.
struct CurrencyFinancing {
  Currency currency;
  std::optional<std::string> schedule = {};
  std::optional<Decimal> benchmark_rate = {};
  std::optional<Decimal> base_rate = {};
  std::optional<Decimal> rate = {};
  RateTerms terms = RateTerms::standard;
};

/// Rates are simple, fractions of one a year, from 0 to 1; the market's may be a little below 0.
/// What is not said is nothing.
struct Financing {
  std::optional<std::string> schedule = {};    // a rate schedule's name: "ibkr-pro-usd"
  std::optional<Decimal> benchmark_rate = {};  // the market's overnight rate
  std::optional<Decimal> base_rate = {};       // the broker's own, before its schedule's
  std::optional<Decimal> rate = {};            // agreed with the broker: for the whole debit
  RateTerms terms = RateTerms::standard;
  std::vector<CurrencyFinancing> by_currency = {};  // each once
};

/// What is said of debits in one currency: its own terms, where it has some.
inline Financing financing_in(const Financing& said, Currency currency) {
  for (const CurrencyFinancing& one : said.by_currency)
    if (one.currency == currency)
      return {.schedule = one.schedule,
              .benchmark_rate = one.benchmark_rate,
              .base_rate = one.base_rate,
              .rate = one.rate,
              .terms = one.terms};
  return said;
}

}  // namespace plimsoll
