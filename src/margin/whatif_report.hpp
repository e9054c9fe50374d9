#pragma once
// An account before and after trades: what `plimsoll whatif` answers.

#include <vector>

#include "margin/margin_report.hpp"

namespace plimsoll {

struct WhatIfTrade {
  InstrumentId symbol;
  Quantity quantity;
  Price price;
  Money cash;  // what it moves: below zero for what is paid
};

struct WhatIfReport {
  std::vector<WhatIfTrade> trades;
  MarginReport before, after;
  Money cash_before, cash_after;  // in the account's currency; below zero: borrowed

  /// What the trades borrow: by how much the debit grows, below zero where it shrinks.
  Money borrowed() const { return debit(cash_after) - debit(cash_before); }

 private:
  static Money debit(Money cash) { return cash.amount.is_negative() ? -cash : zero(cash.currency); }
};

}  // namespace plimsoll
