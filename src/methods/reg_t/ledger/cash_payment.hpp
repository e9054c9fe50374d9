#pragma once
// Payment in a cash account: 12 CFR 220.8(b) and (c).

#include <map>
#include <optional>
#include <vector>

#include "methods/reg_t/ledger/day.hpp"

namespace plimsoll::reg_t {

/// What a day's purchases left unpaid.
struct CashDue {
  Date since;
  Date due;
  Money unpaid;
  std::vector<InstrumentId> bought = {};  // that day
};

struct CashPayment {
  std::vector<CashDue> open = {};  // oldest first
  std::optional<Date> frozen_until = {};
};

/// A day later. What comes in pays the oldest purchase first; a sale of something not yet paid for
/// freezes the account.
Result<CashPayment> advance(CashPayment state, const DayView& day);

}  // namespace plimsoll::reg_t
