#pragma once
// An account before and after trades, or steps in a lending pool: what `plimsoll whatif` answers.

#include <string>
#include <vector>

#include "margin/margin_report.hpp"

namespace plimsoll {

enum class Payment : std::uint8_t {
  at_once,
  daily,  // nothing for the contract: what it gains and loses is settled every day
};

struct WhatIfTrade {
  InstrumentId symbol;
  Quantity quantity;
  Price price;
  Money cash;  // what it moves: below zero for what is paid
  Payment payment = Payment::at_once;
};

/// A balance in a lending pool, in tokens: below zero for what is owed.
struct BalanceMoved {
  InstrumentId bank;
  Quantity before, after;
};

/// What a step came to: "debt_repaid", "0.19", in "SOL". Names are of small letters and "_".
struct StepFact {
  std::string name;
  std::string value;      // a number, "true", "false"
  std::string unit = {};  // a bank's token or a currency; of plain numbers empty
  std::string bank = {};  // that it is about, where it is about one of several
};

struct StepTold {
  std::string step;  // as it may be typed
  std::vector<BalanceMoved> moved = {};
  std::vector<StepFact> facts = {};
};

struct WhatIfReport {
  std::vector<WhatIfTrade> trades;  // of steps in a pool: balances moved, at the pool's prices
  MarginReport before, after;
  Money cash_before, cash_after;     // in the account's currency; below zero: borrowed
  std::vector<StepTold> steps = {};  // in a lending pool, which has no cash; of trades none

  /// What the trades borrow: by how much the debit grows, below zero where it shrinks.
  Money borrowed() const { return debit(cash_after) - debit(cash_before); }

 private:
  static Money debit(Money cash) { return cash.amount.is_negative() ? -cash : zero(cash.currency); }
};

}  // namespace plimsoll
