#pragma once
// What happened in an account, entry by entry. Applied to an account as opening state it gives the
// account of any later day.

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/draft.hpp"

namespace plimsoll {

/// A day of the exchanges and, where it is known, the time in New York. Without one the entry is of
/// that day's close, in the order written.
struct Moment {
  Date day;
  std::optional<std::chrono::seconds> time = {};  // since midnight
};

/// What a trade says it does; a broker's file often knows.
enum class Effect : std::uint8_t { open, close };

struct Trade {
  InstrumentId symbol;
  Quantity quantity;  // bought > 0, sold < 0
  Decimal price;      // as a quote of the instrument: bonds per 100 of principal
  Decimal fees = {};  // paid > 0
  std::optional<Effect> effect = {};
};

enum class CashKind : std::uint8_t { deposit, withdrawal, dividend, interest, fee, transfer };

/// Signed as cash moves: a withdrawal is below zero.
struct CashMove {
  CashKind kind = CashKind::deposit;
  Decimal amount;
  std::string currency = {};  // empty: the account's
  InstrumentId symbol = {};   // whose dividend, where that is said
};

/// `new_shares` for every `old_shares`; fractions stay.
struct Split {
  InstrumentId symbol;
  std::int64_t new_shares = 1, old_shares = 1;
};

enum class OptionEndKind : std::uint8_t { expiration, exercise, assignment };

/// Contracts that are no more. Exercise and assignment bring their shares or cash with them.
struct OptionEnd {
  OptionEndKind kind = OptionEndKind::expiration;
  InstrumentId symbol;
  Quantity contracts;                 // > 0
  std::optional<Decimal> settlement;  // level a cash-settled option was settled at
};

/// Securities that come in (> 0) or go out free of payment.
struct Delivery {
  InstrumentId symbol;
  Quantity quantity;
};

/// A price known from this moment on.
struct Mark {
  InstrumentId symbol;
  Decimal price;
};

using Event = std::variant<Trade, CashMove, Split, OptionEnd, Delivery, Mark>;

struct Entry {
  Moment moment;
  Event event;
  std::string where = {};  // "activity.json#/entries/3", "history.csv:12"
};

/// Whether entries of one day without a time stand in the order they happened.
enum class DayOrder : std::uint8_t { as_written, unknown };

struct Activity {
  std::vector<Entry> entries;  // in time order, equal moments as written
  DayOrder order = DayOrder::as_written;
  std::vector<Description> instruments = {};  // of what is traded and the account does not describe
};

/// The symbol an event is about; empty for cash.
InstrumentId symbol_of(const Event& event);

}  // namespace plimsoll
