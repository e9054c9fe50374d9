#pragma once
// What an account's owner says of the rate their debit is charged.

#include <cstdint>
#include <optional>
#include <string>

#include "base/decimal.hpp"

namespace plimsoll {

/// Whether a rate is offered for a time: one below the market's is then no mistake.
enum class RateTerms : std::uint8_t { standard, promotional };

/// Rates are simple, fractions of one a year, from 0 to 1. What is not said is nothing.
struct Financing {
  std::optional<std::string> schedule = {};    // a rate schedule's name: "ibkr-pro-usd"
  std::optional<Decimal> benchmark_rate = {};  // the market's overnight rate
  std::optional<Decimal> base_rate = {};       // the broker's own, before its schedule's
  std::optional<Decimal> rate = {};            // agreed with the broker: for the whole debit
  RateTerms terms = RateTerms::standard;
};

}  // namespace plimsoll
