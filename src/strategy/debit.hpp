#pragma once
// What an account is charged interest on, and what that comes to, currency by currency: a credit in
// one does not lower the debit in another, and what short sales brought lowers none.

#include <optional>
#include <string>
#include <vector>

#include "market/rate_schedule.hpp"
#include "model/financing.hpp"
#include "strategy/book.hpp"
#include "strategy/interest.hpp"

namespace plimsoll::strategy {

/// Whether cash from short sales lowers the debit that is charged. Brokers hold it against what was
/// borrowed; some agree otherwise.
enum class ShortProceeds : std::uint8_t { held_apart, reduce_debit };

/// Of one currency, before the terms of all.
struct DebitTerms {
  Currency currency;
  std::optional<RateSchedule> schedule = {};  // of this currency
  Financing financing = {};
};

struct FinancingTerms {
  std::optional<RateSchedule> schedule = {};  // for debits in its currency
  /// Its `rate`, agreed with the broker, is charged in every currency that has no terms of its own.
  /// On the schedule's basis; where there is none, so much in a year of 365 days.
  Financing financing = {};
  std::vector<DebitTerms> others = {};
  ShortProceeds short_proceeds = ShortProceeds::held_apart;
};

/// One currency's cash.
struct CurrencyDebit {
  Money cash = {};        // as booked
  Money held_apart = {};  // the market value of shares, funds and bonds short in this currency
  Money debit = {};       // what is charged: what cash less it is below zero, as a number above
  Money credit = {};      // what is above zero instead: it earns nothing here, no rate being quoted
  /// Nothing where the terms are not known. Of a debit of zero: what the first dollar would cost.
  std::optional<Interest> interest = {};
  int basis = 365;                        // days of the year its rates are stated for
  std::string schedule = {};              // its name; empty: the agreed rate alone
  std::optional<Error> unknown = {};      // why there is no interest
  Money in_base = {};                     // the debit in the account's currency
  std::optional<Money> cost_a_year = {};  // likewise; zero without a debit
};

/// What is borrowed of a lending pool's bank, at the bank's own rate, which follows what all borrow
/// of it; or at the rate the account says.
struct Loan {
  InstrumentId bank;
  Quantity tokens = {};                   // above zero
  Money debit = {};                       // their value, in the account's currency
  std::optional<Decimal> rate = {};       // a year, simple
  std::optional<Money> cost_a_year = {};  // at that rate
  std::optional<Error> unknown = {};      // why there is neither
};

struct Debits {
  std::vector<CurrencyDebit> currencies = {};  // by code; the account's own always, but in a pool
  std::vector<Loan> loans = {};                // of a lending pool: in the account's order
  Money debit = {};                            // the sum, in the account's currency
  std::optional<Money> cost_a_year = {};       // nothing where one that is owed is not known
  std::optional<Error> unknown = {};           // the first such
};

/// In a lending pool what is borrowed, and no cash. Refused: cash unknown, no price of what is
/// short or borrowed, no currency rate.
Result<Debits> debits_of(const Book& book, const FinancingTerms& terms);

}  // namespace plimsoll::strategy
