#pragma once
// What is asked for in each currency, before anything is converted.

#include "margin/answer.hpp"

namespace plimsoll::span {

/// Net of option value, as commodities' own requirements are.
struct CurrencyTotal {
  Currency currency = usd;
  Decimal maintenance = {}, initial = {}, long_option_value = {}, short_option_value = {};
};

class CurrencyTotals {
 public:
  void add(const CurrencyTotal& more);
  /// `currencies`: in order of their codes.
  Detail detail() const;

 private:
  std::vector<CurrencyTotal> totals_ = {};
};

}  // namespace plimsoll::span
