#pragma once
// A day of an account as the rules of this folder see it: where it stood before and after, and what
// each entry changed.

#include <span>
#include <string>
#include <vector>

#include "model/activity.hpp"

namespace plimsoll::reg_t {

/// Where an account stands at one moment.
struct Level {
  Money equity;       // with loan value
  Money reg_t;        // Regulation T requirement at the market, against that equity
  Money maintenance;  // the same of the maintenance rule
  bool owes = false;  // a debit, stock sold short, an option sold

  Money excess_reg_t() const { return equity - reg_t; }
  Money excess_maintenance() const { return equity - maintenance; }
};

/// What one entry changed, at its own price: moves of the market are not in it.
struct Step {
  const Entry* entry = nullptr;
  Money equity;
  Money reg_t;
  Money maintenance;
  Money level;      // excess over maintenance right after it, at the prices known then
  Money cost = {};  // of securities bought; below zero: proceeds of a sale
  Decimal leverage = Decimal{1};  // of what was traded, never below 1
  bool marginable = true;
};

struct DayView {
  Date day;
  AccountKind kind = AccountKind::margin;
  Level open, close;  // at the close before, and at its own
  Money cash_open, cash_close;
  std::span<const Step> steps;
  DayOrder order = DayOrder::as_written;
  Currency currency = usd;
};

inline bool is_trade(const Step& step) { return std::holds_alternative<Trade>(step.entry->event); }
inline bool is_withdrawal(const Step& step) {
  const auto* move = std::get_if<CashMove>(&step.entry->event);
  return move != nullptr && (move->kind == CashKind::withdrawal ||
                             (move->kind == CashKind::transfer && move->amount.is_negative()));
}

}  // namespace plimsoll::reg_t
