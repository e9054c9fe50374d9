#pragma once
// The special memorandum account and the calls of Regulation T: 12 CFR 220.4(c)-(e), 220.5.

#include <vector>

#include "methods/reg_t/ledger/day.hpp"

namespace plimsoll::reg_t {

/// A deficiency a day's transactions created or increased, until it is met.
struct RegTCall {
  Date since;
  Date due;
  Money unmet;
};

/// `balance` below zero is what calls still ask for: the sum of the unmet ones.
struct Sma {
  Money balance;
  std::vector<RegTCall> calls = {};  // oldest first

  Money credit() const { return balance.amount.is_negative() ? zero(balance.currency) : balance; }
};

/// At the opening: what the account says it is, or the excess over Regulation T, never below zero.
Sma opening_sma(const Level& level, std::optional<Decimal> stated);

/// A day later. Everything that happened on a day is combined (220.4(c)(1)); what it takes beyond
/// the balance is a call. The excess at the close becomes balance where it is more (220.5(b)(4)),
/// so moves of the market never lower it.
Sma advance(Sma sma, const DayView& day);

}  // namespace plimsoll::reg_t
