#pragma once
// What a book pays its owner in a year, position by position, and what shorts in it pay others.

#include <map>
#include <optional>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/holdings.hpp"

namespace plimsoll::strategy {

enum class IncomeFrom : std::uint8_t {
  yield,     // the quote's: the year's income at today's value
  declared,  // cash dividends declared: those with an ex-date in the 365 days after the account's
  nothing,   // it pays none by what it is: options, warrants, futures, loans
  bank,      // a lending pool's: what it pays on deposits at what is borrowed of them today
  unknown,   // neither is quoted
};

/// A declared dividend on what is held: received, or below zero where a short pays it on.
struct DeclaredPayment {
  InstrumentId id;
  Date ex_date = {};
  Money amount = {};
};

/// By ex-date, as the day of payment is not quoted.
struct IncomeMonth {
  Date first = {};  // of the calendar month
  Money amount = {};
  std::vector<DeclaredPayment> payments = {};  // by ex-date, then symbol
};

/// All money a year and in the account's currency.
struct PositionIncome {
  std::size_t position = 0;  // of Account::positions
  InstrumentId id;
  Quantity quantity = {};
  Money value = {};  // below zero for a short
  IncomeFrom from = IncomeFrom::unknown;
  std::size_t declared = 0;  // dividends in the 365 days
  /// Paid in cash: above zero received, below zero a short's payments in lieu. Nothing: unknown.
  std::optional<Money> distribution = {};
  /// The part of it that is the owner's own money coming back, where the profile states a ratio.
  std::optional<Money> return_of_capital = {};
  std::optional<Money> income = {};     // distribution less return of capital
  std::optional<Money> after_cut = {};  // income where dividends are cut; interest is not
  /// Zero for what is held long; nothing for a short whose rate is not quoted. Below zero: a
  /// rebate.
  std::optional<Money> borrow_fee = {};
  std::optional<double> expense_ratio = {};  // inside the fund's price: shown, never subtracted
  /// Of the value: the distribution, but no more than the total return. Nothing where that is not
  /// known.
  std::optional<double> sustainable_yield = {};

  bool is_short() const { return quantity.is_negative(); }
};

struct Income {
  Money long_income = {};          // of what is held long, after return of capital
  Money distributions = {};        // the same with it
  Money return_of_capital = {};    // as far as stated
  Money substitute_payments = {};  // what shorts pay, zero or above
  Money borrow_fees = {};
  Money after_cut = {};                        // long income where dividends are cut
  std::vector<PositionIncome> positions = {};  // one for each, in the account's order
  /// Not in the sums, by symbol: longs and shorts with neither yield nor declared dividend, and
  /// shorts without a borrow rate.
  std::vector<InstrumentId> without_income = {}, without_substitute = {}, without_borrow = {};
  std::vector<IncomeMonth> ladder = {};  // months with declared dividends, of the next 365 days

  /// Something that may pay is held long, and of all of it nothing is known.
  bool nothing_known() const;
};

struct IncomeTerms {
  Decimal dividend_cut = {};  // 0 to 1
  /// Of the last year, with distributions, by symbol; a fraction.
  std::map<InstrumentId, double> total_returns = {};
};

/// Where a yield is quoted it is the year's income, and declared dividends are the ladder alone.
/// Bonds by principal pay interest, which only a yield tells. `held` as `holdings` gives it.
/// Refused: no currency rate.
Result<Income> income(const Book& book, const std::vector<Held>& held, const IncomeTerms& terms);

}  // namespace plimsoll::strategy
